#ifndef MQLAB_INGEST_TABLE_READERS_H_
#define MQLAB_INGEST_TABLE_READERS_H_

// Leads and events from a file that comes in pieces, of any size, cut anywhere.
// Never more than a window of the file is held.
//
//   EventsReader reader(leads, options);
//   while (...) {
//     const std::span<char> room = reader.Prepare(1 << 20);
//     reader.Commit(read(file, room.data(), room.size()));
//   }
//   while (!reader.FinishStep()) {}   // between two steps others may run
//   EventsResult result = reader.Take();

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "ingest/read_table.h"
#include "lead/lead_table.h"

namespace mqlab {

class LeadsReader {
 public:
  explicit LeadsReader(const ReadOptions& options);
  ~LeadsReader();

  // Room for the next `size` bytes of the file; it holds until the next call.
  std::span<char> Prepare(size_t size);
  // Takes the first `size` bytes of that room.
  void Commit(size_t size);
  // Both for bytes that are somewhere already.
  void Append(std::string_view bytes);
  // What a RowPacker has made of the next rows. REQUIRES: TakesPacked(), which
  // is so where a row starts, and the cells tell nothing of the header more.
  bool TakesPacked() const;
  void TakePacked(std::string_view packed);
  // Data rows read so far; those of the newest bytes may follow later.
  uint32_t rows() const;

  // After the last byte: does a part of what is left, some milliseconds of
  // work; true when all is done.
  bool FinishStep();
  // Once, after that.
  LeadsResult Take();

 private:
  class Work;
  std::unique_ptr<Work> work_;
};

// The same for events, joined to leads, which must outlive the reader; with
// threads to sort them.
class EventsReader {
 public:
  EventsReader(const LeadTable& leads, const ReadOptions& options,
               uint32_t threads = 1);
  ~EventsReader();

  std::span<char> Prepare(size_t size);
  void Commit(size_t size);
  void Append(std::string_view bytes);
  bool TakesPacked() const;
  void TakePacked(std::string_view packed);
  uint32_t rows() const;
  bool FinishStep();
  EventsResult Take();

 private:
  class Work;
  std::unique_ptr<Work> work_;
};

}  // namespace mqlab

#endif  // MQLAB_INGEST_TABLE_READERS_H_
