#ifndef MQLAB_LEAD_CODES_H_
#define MQLAB_LEAD_CODES_H_

// Whole numbers, each kept in 1, 2 or 4 bytes: as many as the largest needs.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

#include "base/bytes.h"

namespace mqlab {

class Codes {
 public:
  Codes() = default;
  // `count` zeros, with room for numbers up to `largest`.
  Codes(size_t count, uint32_t largest)
      : width_(WidthOf(largest)), bytes_(count * width_) {}

  size_t size() const { return bytes_.size() / width_; }
  uint32_t width() const { return width_; }
  const uint8_t* data() const { return bytes_.data(); }
  uint8_t* data() { return bytes_.data(); }

  uint32_t operator[](size_t i) const {
    const uint8_t* const at = bytes_.data() + i * width_;
    if (width_ == 1) return *at;
    if (width_ == 2) return Load<uint16_t>(at);
    return Load<uint32_t>(at);
  }
  // Calls f with the numbers as an array of the width that they have.
  template <typename F>
  auto Visit(F f) const {
    if (width_ == 1) return f(bytes_.data());
    if (width_ == 2) return f(reinterpret_cast<const uint16_t*>(bytes_.data()));
    return f(reinterpret_cast<const uint32_t*>(bytes_.data()));
  }

  void Set(size_t i, uint32_t code) {
    Widen(code);
    Store(i, code);
  }
  void push_back(uint32_t code) {
    Widen(code);
    bytes_.resize(bytes_.size() + width_);
    Store(size() - 1, code);
  }
  void Append(std::span<const uint32_t> codes);
  void resize(size_t count) { bytes_.resize(count * width_); }
  void reserve(size_t count) { bytes_.reserve(count * width_); }

  void Write(ByteWriter* to) const;
  static Codes Read(ByteReader* from);

  bool operator==(const Codes& other) const;

  static uint32_t WidthOf(uint32_t largest) {
    if (largest <= 0xFF) return 1;
    return largest <= 0xFFFF ? 2 : 4;
  }

 private:
  template <typename T>
  static T Load(const uint8_t* at) {
    T code;
    std::memcpy(&code, at, sizeof code);
    return code;
  }
  void Store(size_t i, uint32_t code) {
    std::memcpy(bytes_.data() + i * width_, &code, width_);  // little endian
  }
  void Widen(uint32_t code) {
    if (WidthOf(code) > width_) Rewrite(WidthOf(code));
  }
  void Rewrite(uint32_t width);

  uint32_t width_ = 1;
  std::vector<uint8_t> bytes_;
};

}  // namespace mqlab

#endif  // MQLAB_LEAD_CODES_H_
