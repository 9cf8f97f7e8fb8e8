#ifndef MQLAB_INGEST_BYTE_VECTORS_H_
#define MQLAB_INGEST_BYTE_VECTORS_H_

// Sixteen bytes at once: what scanning text needs of the vector instructions
// of x86-64 and WebAssembly, and the same in plain words for the rest.

#include <cstdint>
#include <cstring>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace mqlab {

// Two words of 64 bits. A comparison leaves the high bit of each byte that is
// equal, and nothing else.
class PlainBytes {
 public:
  static PlainBytes Load(const char* at) {
    PlainBytes bytes;
    std::memcpy(&bytes.low_, at, 8);
    std::memcpy(&bytes.high_, at + 8, 8);
    return bytes;
  }
  static PlainBytes Splat(char c) {
    const uint64_t word = 0x0101010101010101u * static_cast<unsigned char>(c);
    return {word, word};
  }
  PlainBytes operator==(const PlainBytes& other) const {
    return {Zeros(low_ ^ other.low_), Zeros(high_ ^ other.high_)};
  }
  PlainBytes operator|(const PlainBytes& other) const {
    return {low_ | other.low_, high_ | other.high_};
  }
  // The high bits of the bytes.
  uint32_t Bits() const { return Bits(low_) | Bits(high_) << 8; }

 private:
  PlainBytes() = default;
  PlainBytes(uint64_t low, uint64_t high) : low_(low), high_(high) {}

  static constexpr uint64_t kLows = 0x7F7F7F7F7F7F7F7Fu;
  static uint64_t Zeros(uint64_t word) {
    return ~(((word & kLows) + kLows) | word | kLows);
  }
  static uint32_t Bits(uint64_t word) {
    return static_cast<uint32_t>(
        (word >> 7 & 0x0101010101010101u) * 0x0102040810204080u >> 56);
  }

  uint64_t low_ = 0;
  uint64_t high_ = 0;
};

#if defined(__wasm_simd128__)

class FastBytes {
 public:
  static FastBytes Load(const char* at) {
    return FastBytes(wasm_v128_load(at));
  }
  static FastBytes Splat(char c) { return FastBytes(wasm_i8x16_splat(c)); }
  FastBytes operator==(const FastBytes& other) const {
    return FastBytes(wasm_i8x16_eq(bytes_, other.bytes_));
  }
  FastBytes operator|(const FastBytes& other) const {
    return FastBytes(wasm_v128_or(bytes_, other.bytes_));
  }
  uint32_t Bits() const { return wasm_i8x16_bitmask(bytes_); }

 private:
  explicit FastBytes(v128_t bytes) : bytes_(bytes) {}

  v128_t bytes_;
};

#elif defined(__SSE2__)

class FastBytes {
 public:
  static FastBytes Load(const char* at) {
    return FastBytes(_mm_loadu_si128(reinterpret_cast<const __m128i*>(at)));
  }
  static FastBytes Splat(char c) { return FastBytes(_mm_set1_epi8(c)); }
  FastBytes operator==(const FastBytes& other) const {
    return FastBytes(_mm_cmpeq_epi8(bytes_, other.bytes_));
  }
  FastBytes operator|(const FastBytes& other) const {
    return FastBytes(_mm_or_si128(bytes_, other.bytes_));
  }
  uint32_t Bits() const {
    return static_cast<uint32_t>(_mm_movemask_epi8(bytes_));
  }

 private:
  explicit FastBytes(__m128i bytes) : bytes_(bytes) {}

  __m128i bytes_;
};

#else

using FastBytes = PlainBytes;

#endif

}  // namespace mqlab

#endif  // MQLAB_INGEST_BYTE_VECTORS_H_
