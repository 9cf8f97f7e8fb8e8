#ifndef MQLAB_INGEST_STRUCTURE_SCAN_H_
#define MQLAB_INGEST_STRUCTURE_SCAN_H_

// The first look at the bytes of a table, sixty-four at a time.

#include <bit>
#include <cstddef>
#include <cstdint>

#include "ingest/byte_vectors.h"

namespace mqlab {

// How far behind the end of their bytes the functions here may read.
inline constexpr size_t kScanPadding = 64;

// The bits of those of 64 bytes that a predicate of vectors marks.
template <typename Bytes, typename Mark>
uint64_t MarkBytes(const char* at, Mark mark) {
  uint64_t bits = 0;
  for (size_t i = 0; i < 4; ++i) {
    bits |= uint64_t{mark(Bytes::Load(at + i * 16)).Bits()} << (i * 16);
  }
  return bits;
}

// Writes the offsets of delimiters, quotes and line ends, in order, and gives
// their number. `offsets` has room for one a byte, and kScanPadding more.
template <typename Bytes = FastBytes>
size_t FindStructure(const char* bytes, size_t size, char delimiter, char quote,
                     uint32_t* offsets) {
  const Bytes delimiters = Bytes::Splat(delimiter);
  const Bytes quotes = Bytes::Splat(quote);
  const Bytes line_feeds = Bytes::Splat('\n');
  const Bytes returns = Bytes::Splat('\r');
  uint32_t* next = offsets;
  for (size_t at = 0; at < size; at += 64) {
    uint64_t bits = MarkBytes<Bytes>(bytes + at, [&](const Bytes& some) {
      return (some == delimiters) | (some == quotes) | (some == line_feeds) |
             (some == returns);
    });
    if (size - at < 64) bits &= (uint64_t{1} << (size - at)) - 1;
    // Four at a time: how many there are is hard to foretell, how many fours
    // is not.
    while (bits != 0) {
      int more = 0;
      for (int i = 0; i < 4; ++i) {
        next[i] = static_cast<uint32_t>(at) +
                  static_cast<uint32_t>(std::countr_zero(bits));
        bits &= bits - 1;
        if (i < 3) more += bits != 0 ? 1 : 0;
      }
      next += 1 + more;
    }
  }
  return static_cast<size_t>(next - offsets);
}

struct ByteKinds {
  bool zero = false;  // a zero byte is among them
  bool ascii = true;  // all are below 0x80
};

template <typename Bytes = FastBytes>
ByteKinds FindKinds(const char* bytes, size_t size) {
  const Bytes zero = Bytes::Splat(0);
  Bytes zeros = Bytes::Splat(1) == zero;  // none
  Bytes highs = zero;
  size_t at = 0;
  for (; at + 16 <= size; at += 16) {
    const Bytes some = Bytes::Load(bytes + at);
    zeros = zeros | (some == zero);
    highs = highs | some;
  }
  const Bytes rest = Bytes::Load(bytes + at);
  const uint32_t mask = (1u << (size - at)) - 1;
  const uint32_t zero_bits = zeros.Bits() | ((rest == zero).Bits() & mask);
  const uint32_t high_bits = highs.Bits() | (rest.Bits() & mask);
  return {.zero = zero_bits != 0, .ascii = high_bits == 0};
}

}  // namespace mqlab

#endif  // MQLAB_INGEST_STRUCTURE_SCAN_H_
