#include "lead/codes.h"

#include <bit>
#include <type_traits>
#include <utility>

namespace mqlab {

static_assert(std::endian::native == std::endian::little,
              "Store takes the lowest bytes of a number as its first");

bool Codes::operator==(const Codes& other) const {
  if (size() != other.size()) return false;
  for (size_t i = 0; i < size(); ++i) {
    if ((*this)[i] != other[i]) return false;
  }
  return true;
}

void Codes::Append(std::span<const uint32_t> codes) {
  uint32_t all = 0;  // has the highest bit of the largest
  for (const uint32_t code : codes) all |= code;
  Widen(all);
  const size_t before = size();
  bytes_.resize(bytes_.size() + codes.size() * width_);
  const auto copy = [&](auto* to) {
    using Code = std::remove_reference_t<decltype(*to)>;
    for (const uint32_t code : codes) *to++ = static_cast<Code>(code);
  };
  if (width_ == 1) {
    copy(bytes_.data() + before);
  } else if (width_ == 2) {
    copy(reinterpret_cast<uint16_t*>(bytes_.data()) + before);
  } else {
    copy(reinterpret_cast<uint32_t*>(bytes_.data()) + before);
  }
}

void Codes::Write(ByteWriter* to) const {
  to->Number(static_cast<uint8_t>(width_));
  to->Numbers<uint8_t>(bytes_);
}

Codes Codes::Read(ByteReader* from) {
  Codes codes;
  codes.width_ = from->Number<uint8_t>();
  codes.bytes_ = from->Numbers<uint8_t>();
  const bool is_width =
      codes.width_ == 1 || codes.width_ == 2 || codes.width_ == 4;
  if (is_width && codes.bytes_.size() % codes.width_ == 0) return codes;
  from->Fail();
  return {};
}

void Codes::Rewrite(uint32_t width) {
  Codes wider;
  wider.width_ = width;
  wider.bytes_.resize(size() * width);
  for (size_t i = 0; i < size(); ++i) wider.Store(i, (*this)[i]);
  *this = std::move(wider);
}

}  // namespace mqlab
