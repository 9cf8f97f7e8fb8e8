#ifndef MQLAB_LEAD_SHARE_H_
#define MQLAB_LEAD_SHARE_H_

// A share: some leads of a dataset, with their cells and events, as a dataset
// of its own, which another engine scores. It crosses in pieces of bytes.
//
//   ShareWriter writer(dataset, cuts[1], cuts[2]);
//   ShareReader reader;
//   for (std::string piece; !(piece = writer.Next(1 << 20)).empty();) {
//     reader.Append(piece);
//   }
//   if (reader.complete()) Dataset share = reader.Take();
//
// It has all that is scored, and what columns and types are called, so that a
// rule file compiles to the same program; neither ids of leads nor orphans.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "lead/event_log.h"

namespace mqlab {

// Where to cut the leads into so many ranges that take about as long to score:
// 0, then the end of each range. Some may be empty.
std::vector<uint32_t> CutLeads(const Dataset& dataset, uint32_t ranges);

class ShareWriter {
 public:
  // Leads [begin, end).
  // REQUIRES: begin <= end, each a multiple of EventLog::kOwnersABlock or the
  // number of leads.
  ShareWriter(std::shared_ptr<const Dataset> dataset, uint32_t begin,
              uint32_t end);

  // The next piece, of about so many bytes; empty after the last.
  std::string Next(size_t bytes);

 private:
  friend class ShareReader;

  // A piece is any number of parts, each a kind and what follows it.
  enum class Kind : uint8_t {
    kHead,    // number of leads; fields, properties, types, newest
    kTexts,   // property, some texts more of it
    kMerged,  // field, some texts more of it, its Merged more
    kLeads,   // rows; of each field some texts more, and codes; EventBlock
  };
  enum class Step : uint8_t { kHead, kTexts, kMerged, kLeads, kDone };
  // The codes that a field's texts have in the share, by their codes in the
  // dataset; 0: none yet. (That of the missing cell is 0 in both.)
  struct Recoding {
    std::vector<uint32_t> codes;
    uint32_t last = 0;
    std::vector<uint32_t> fresh;  // texts that the next list has, by old code

    uint32_t Code(uint32_t code);
  };

  void WriteHead(ByteWriter* to) const;
  void WriteTexts(ByteWriter* to);
  void WriteMerged(ByteWriter* to);
  void WriteLeads(ByteWriter* to);
  void WriteFresh(size_t field, ByteWriter* to);

  std::shared_ptr<const Dataset> dataset_;
  uint32_t begin_;
  uint32_t end_;
  std::vector<Recoding> recodings_;  // by field
  Step step_ = Step::kHead;
  size_t column_ = 0;  // of the step
  size_t next_ = 0;    // there, or the next lead
};

class ShareReader {
 public:
  // The next piece, in the order in which they were written. The first of
  // another share begins anew.
  void Append(std::string_view piece);
  // Whether all pieces came, and nothing that is none.
  bool complete() const {
    return begun_ && !failed_ && share_.leads.size() == leads_;
  }
  // REQUIRES: complete().
  Dataset Take();

 private:
  void ReadHead(ByteReader* from);
  void ReadTexts(ByteReader* from);
  void ReadMerged(ByteReader* from);
  void ReadLeads(ByteReader* from);

  bool begun_ = false;
  bool failed_ = false;
  uint32_t leads_ = 0;
  Dataset share_;
  std::vector<EventBlock> blocks_;
};

}  // namespace mqlab

#endif  // MQLAB_LEAD_SHARE_H_
