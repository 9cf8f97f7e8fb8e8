#ifndef MQLAB_TESTS_BENCH_SCAN_H_
#define MQLAB_TESTS_BENCH_SCAN_H_

// The limit that reading CSV is held against: finds where cells and rows end,
// quotes considered, and does nothing else. The same code runs natively and as
// WebAssembly, 16 bytes at a time.

#include <emmintrin.h>
#ifdef __x86_64__
#include <immintrin.h>
#endif

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace mqlab::bench {

// Which of the 64 bytes of a block are `wanted`.
inline uint64_t Mask(const char* block, char wanted) {
  const __m128i all = _mm_set1_epi8(wanted);
  uint64_t mask = 0;
#pragma GCC unroll 4
  for (int i = 0; i < 4; ++i) {
    const __m128i bytes =
        _mm_loadu_si128(reinterpret_cast<const __m128i*>(block + 16 * i));
    const auto bits =
        static_cast<uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, all)));
    mask |= static_cast<uint64_t>(bits) << (16 * i);
  }
  return mask;
}

// Two instructions of every machine of today that compilers do not take for
// granted. The lowest bit of nothing may be anything.
#ifdef __x86_64__
#define MQLAB_BIT_INSTRUCTIONS [[gnu::target("popcnt,bmi")]]
MQLAB_BIT_INSTRUCTIONS inline uint64_t LowestBit(uint64_t bits) {
  return __tzcnt_u64(bits);
}
#else
#define MQLAB_BIT_INSTRUCTIONS
inline int LowestBit(uint64_t bits) { return std::countr_zero(bits); }
#endif

// Writes the places of all separators outside quotes to `out`, which has room
// for one a byte and 8 more; gives how many there are.
MQLAB_BIT_INSTRUCTIONS inline size_t ScanSeparators(const char* text,
                                                    size_t size,
                                                    uint32_t* out) {
  uint32_t* const start = out;
  uint64_t inside = 0;  // all ones within quotes
  char tail[64] = {};
  for (size_t at = 0; at < size; at += 64) {
    const char* block = text + at;
    if (size - at < 64) {
      std::memcpy(tail, block, size - at);
      block = tail;
    }
    uint64_t ends = Mask(block, ',') | Mask(block, '\n');
    if (uint64_t quoted = Mask(block, '"'); quoted != 0) {
#pragma GCC unroll 6
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
#pragma GCC unroll 8
      for (int i = 0; i < 8; ++i) {
        out[i] = base + static_cast<uint32_t>(LowestBit(ends));
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
