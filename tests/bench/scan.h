#ifndef MQLAB_TESTS_BENCH_SCAN_H_
#define MQLAB_TESTS_BENCH_SCAN_H_

// The limit that reading CSV is held against: finds where cells and rows end,
// quotes considered, and does nothing else. The same code runs natively and as
// WebAssembly, 16 bytes at a time.

#include <emmintrin.h>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace mqlab::bench {

inline uint64_t Mask(const __m128i (&bytes)[4], char wanted) {
  const __m128i all = _mm_set1_epi8(wanted);
  uint64_t mask = 0;
  for (int i = 0; i < 4; ++i) {
    const auto bits =
        static_cast<uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(bytes[i], all)));
    mask |= static_cast<uint64_t>(bits) << (16 * i);
  }
  return mask;
}

// Writes the places of all separators outside quotes to `out`, which has room
// for one a byte and 8 more; gives how many there are.
inline size_t ScanSeparators(const char* text, size_t size, uint32_t* out) {
  uint32_t* const start = out;
  uint64_t inside = 0;  // all ones within quotes
  char tail[64] = {};
  for (size_t at = 0; at < size; at += 64) {
    const char* block = text + at;
    if (size - at < 64) {
      std::memcpy(tail, block, size - at);
      block = tail;
    }
    __m128i bytes[4];
    std::memcpy(bytes, block, 64);
    uint64_t ends = Mask(bytes, ',') | Mask(bytes, '\n');
    if (uint64_t quoted = Mask(bytes, '"'); quoted != 0) {
      for (int shift = 1; shift < 64; shift *= 2) quoted ^= quoted << shift;
      quoted ^= inside;
      inside = 0 - (quoted >> 63);
      ends &= ~quoted;
    } else {
      ends &= ~inside;
    }
    // Eight at a time, more than there are: cheaper than a branch for each.
    uint32_t* const next = out + std::popcount(ends);
    const auto base = static_cast<uint32_t>(at);
    while (out < next) {
      for (int i = 0; i < 8; ++i) {
        out[i] = base + static_cast<uint32_t>(std::countr_zero(ends));
        ends &= ends - 1;
      }
      out += 8;
    }
    out = next;
  }
  return static_cast<size_t>(out - start);
}

}  // namespace mqlab::bench

#endif  // MQLAB_TESTS_BENCH_SCAN_H_
