#ifndef MQLAB_BASE_BYTES_H_
#define MQLAB_BASE_BYTES_H_

// Values as bytes that another instance of the same build reads: numbers as
// they lie in memory, lists and texts with their sizes before them.

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace mqlab {

class ByteWriter {
 public:
  // `expected`: about how many bytes there will be.
  explicit ByteWriter(size_t expected = 0) { bytes_.reserve(expected); }

  template <typename T>
  void Number(T number) {
    static_assert(std::is_trivially_copyable_v<T>);
    Raw(&number, sizeof number);
  }
  template <typename T>
  void Numbers(std::span<const T> numbers) {
    Number(static_cast<uint64_t>(numbers.size()));
    Raw(numbers.data(), numbers.size_bytes());
  }
  void Text(std::string_view text) {
    Number(static_cast<uint32_t>(text.size()));
    Raw(text.data(), text.size());
  }

  void Raw(const void* bytes, size_t size) {
    if (size > kStaged - staged_) Flush();
    if (size > kStaged) {
      bytes_.append(static_cast<const char*>(bytes), size);
      return;
    }
    CopyFew(static_cast<const char*>(bytes), size, stage_.data() + staged_);
    staged_ += size;
  }

  size_t size() const { return bytes_.size() + staged_; }
  std::string Take() {
    Flush();
    return std::exchange(bytes_, {});
  }

 private:
  static constexpr size_t kStaged = 256;

  // Most of what is written is a few bytes, for which calls take longer than
  // the copying: they are gathered here first.
  static void CopyFew(const char* from, size_t size, char* to) {
    if (size > 16) {
      std::memcpy(to, from, size);
    } else if (size >= 8) {
      CopyEnds<uint64_t>(from, size, to);
    } else if (size >= 4) {
      CopyEnds<uint32_t>(from, size, to);
    } else {
      for (size_t i = 0; i < size; ++i) to[i] = from[i];
    }
  }
  // Two words, which may overlap.
  template <typename Word>
  static void CopyEnds(const char* from, size_t size, char* to) {
    Word first = 0;
    Word last = 0;
    std::memcpy(&first, from, sizeof first);
    std::memcpy(&last, from + size - sizeof last, sizeof last);
    std::memcpy(to, &first, sizeof first);
    std::memcpy(to + size - sizeof last, &last, sizeof last);
  }
  void Flush() {
    bytes_.append(stage_.data(), staged_);
    staged_ = 0;
  }

  std::string bytes_;
  std::array<char, kStaged> stage_;  // set up to staged_
  size_t staged_ = 0;
};

// Reads what a ByteWriter wrote. What goes beyond the end reads as nothing, and
// so does all that follows.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : left_(bytes) {}

  bool done() const { return left_.empty(); }
  bool failed() const { return failed_; }

  template <typename T>
  T Number() {
    T number = {};
    const std::string_view bytes = Raw(sizeof number);
    if (!bytes.empty()) std::memcpy(&number, &bytes.front(), sizeof number);
    return number;
  }
  template <typename T>
  std::vector<T> Numbers() {
    const std::string_view bytes = List(sizeof(T));
    std::vector<T> numbers(bytes.size() / sizeof(T));
    if (!bytes.empty())
      std::memcpy(numbers.data(), &bytes.front(), bytes.size());
    return numbers;
  }
  // A list of just so many.
  template <typename T>
  void Numbers(std::span<T> to) {
    const std::string_view bytes = List(sizeof(T));
    if (bytes.size() != to.size_bytes()) return Fail();
    if (!bytes.empty()) std::memcpy(to.data(), &bytes.front(), bytes.size());
  }
  std::string_view Text() { return Raw(Number<uint32_t>()); }
  // Bytes whose number is known otherwise; none when there are fewer.
  std::string_view Raw(uint64_t size) {
    if (size > left_.size()) {
      Fail();
      return {};
    }
    const std::string_view bytes = left_.substr(0, static_cast<size_t>(size));
    left_.remove_prefix(bytes.size());
    return bytes;
  }
  // For what cannot be as it reads.
  void Fail() {
    failed_ = true;
    left_ = {};
  }

 private:
  std::string_view List(size_t size) {
    const auto count = Number<uint64_t>();
    if (count <= left_.size() / size) return Raw(count * size);
    Fail();
    return {};
  }

  std::string_view left_;
  bool failed_ = false;
};

}  // namespace mqlab

#endif  // MQLAB_BASE_BYTES_H_
