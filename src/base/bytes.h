#ifndef MQLAB_BASE_BYTES_H_
#define MQLAB_BASE_BYTES_H_

// Numbers and texts as bytes for another thread or engine of this program, in
// the machine's own order. Nothing tells of their layout: what reads them must
// be of the same build as what wrote them.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace mqlab {

class ByteWriter {
 public:
  // `expected`: about how many bytes there will be.
  explicit ByteWriter(size_t expected = 0) { bytes_.reserve(expected); }

  template <typename T>
    requires std::is_arithmetic_v<T>
  void Put(T value) {
    PutAll(&value, 1);
  }
  // The items alone, without their number.
  template <typename T>
    requires std::is_arithmetic_v<T>
  void PutAll(const T* items, size_t count) {
    bytes_.append(reinterpret_cast<const char*>(items), count * sizeof(T));
  }
  void PutText(std::string_view text) {
    Put(static_cast<uint32_t>(text.size()));
    bytes_.append(text);
  }

  std::string Take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

class ByteReader {
 public:
  // The bytes must outlive what is taken of them.
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  // REQUIRES of all: what is taken was put there.
  template <typename T>
    requires std::is_arithmetic_v<T>
  T Take() {
    T value;
    std::memcpy(&value, TakeBytes(sizeof value).data(), sizeof value);
    return value;
  }
  std::string_view TakeBytes(size_t size) {
    const std::string_view bytes = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return bytes;
  }
  std::string_view TakeText() { return TakeBytes(Take<uint32_t>()); }

 private:
  std::string_view rest_;
};

}  // namespace mqlab

#endif  // MQLAB_BASE_BYTES_H_
