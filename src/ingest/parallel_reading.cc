#include "ingest/parallel_reading.h"

#include <atomic>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/parallel.h"
#include "ingest/open_table.h"
#include "ingest/row_packer.h"
#include "ingest/structure_scan.h"

namespace mqlab {
namespace {

constexpr size_t kPiece = size_t{1} << 19;
constexpr size_t kPiecesAThread = 8;

// Bytes of the file that go one way together: read, packed, taken.
struct Group {
  std::string bytes;
  size_t size = 0;                       // in pieces of whole lines
  std::vector<std::string_view> pieces;  // of the bytes
  std::vector<std::optional<std::string>> packed;
  std::atomic<size_t> next = 0;  // to be packed
  bool last = false;

  std::string_view rest() const { return std::string_view(bytes).substr(size); }
};

// `before`: bytes that the former group has left.
[[maybe_unused]] void Fill(std::string_view before, size_t wanted,
                           const NextBytes& next, Group* group) {
  group->bytes.assign(before);
  group->bytes.resize(before.size() + wanted);
  const size_t read = next(std::span(group->bytes).subspan(before.size()));
  group->last = read < wanted;
  group->bytes.resize(before.size() + read);
  group->size = 0;
  group->pieces.clear();
  group->next = 0;
  const std::string_view bytes = group->bytes;
  while (group->size + kPiece <= bytes.size()) {
    const size_t end = bytes.find('\n', group->size + kPiece - 1);
    if (end == bytes.npos) break;
    group->pieces.push_back(bytes.substr(group->size, end + 1 - group->size));
    group->size = end + 1;
  }
  group->packed.assign(group->pieces.size(), std::nullopt);
}

[[maybe_unused]] void PackSome(RowPacker* packer, Group* group) {
  std::string copy;
  for (;;) {
    const size_t i = group->next++;
    if (i >= group->pieces.size()) return;
    const std::string_view piece = group->pieces[i];
    copy.assign(piece);
    copy.append(kScanPadding, '\0');
    group->packed[i] = packer->Pack(std::span(copy).first(piece.size()));
  }
}

template <typename Reader>
void TakeAll(const Group& group, Reader* reader) {
  for (size_t i = 0; i < group.pieces.size(); ++i) {
    if (group.packed[i] && reader->TakesPacked()) {
      reader->TakePacked(*group.packed[i]);
    } else {
      reader->Append(group.pieces[i]);
    }
  }
  if (group.last) reader->Append(group.rest());
}

// While the first thread takes a group, the second reads the one after next;
// then both pack the next, as the others do from the start.
template <typename Reader>
void ReadInParallel(Reader* reader, TableKind kind, const ReadOptions& options,
                    std::string_view head, const NextBytes& next,
                    uint32_t threads) {
  const size_t wanted = kPiece * kPiecesAThread * threads;
  std::vector<RowPacker> packers;
  for (uint32_t i = 0; i < threads; ++i) {
    packers.emplace_back(kind, options, head);
  }
  Group groups[3];
  Group* taken = &groups[0];
  Group* packed = &groups[1];
  Group* read = &groups[2];
  Fill("", wanted, next, packed);
  for (bool more = true; more;) {
    InParallel(threads, [&](size_t thread) {
      if (thread == 0) TakeAll(*taken, reader);
      if (thread == 1 && !packed->last) {
        Fill(packed->rest(), wanted, next, read);
      }
      PackSome(&packers[thread], packed);
    });
    more = !packed->last;
    taken = std::exchange(packed, std::exchange(read, taken));
  }
  TakeAll(*taken, reader);
}

template <typename Reader>
void ReadPiecewise(Reader* reader, const NextBytes& next) {
  size_t read = 0;
  do {
    const std::span<char> room = reader->Prepare(kPiece);
    read = next(room);
    reader->Commit(read);
  } while (read == kPiece);
}

template <typename Reader>
void ReadTable(Reader* reader, TableKind kind, const ReadOptions& options,
               std::string_view head, const NextBytes& next, uint32_t threads) {
  reader->Append(head);
  if constexpr (kHasThreads) {
    if (threads > 1 && head.size() >= kHeadBytes) {
      return ReadInParallel(reader, kind, options, head, next, threads);
    }
  }
  ReadPiecewise(reader, next);
}

}  // namespace

void ReadAll(LeadsReader* reader, const ReadOptions& options,
             std::string_view head, const NextBytes& next, uint32_t threads) {
  ReadTable(reader, TableKind::kLeads, options, head, next, threads);
}

void ReadAll(EventsReader* reader, const ReadOptions& options,
             std::string_view head, const NextBytes& next, uint32_t threads) {
  ReadTable(reader, TableKind::kEvents, options, head, next, threads);
}

}  // namespace mqlab
