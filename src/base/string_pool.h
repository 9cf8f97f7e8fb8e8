#ifndef MQLAB_BASE_STRING_POOL_H_
#define MQLAB_BASE_STRING_POOL_H_

// Distinct texts, numbered in the order of their first coming. Views stay
// valid as long as the pool lives; moving the pool keeps them.

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace mqlab {

class StringPool {
 public:
  static constexpr uint32_t kNone = 0xFFFFFFFF;

  // The number of `text`, new or known.
  uint32_t Intern(std::string_view text);
  // The number of `text`, or kNone.
  uint32_t Find(std::string_view text) const;

  std::string_view operator[](uint32_t index) const { return texts_[index]; }
  uint32_t size() const { return static_cast<uint32_t>(texts_.size()); }

 private:
  std::string_view Copy(std::string_view text);
  void Grow();

  std::vector<std::unique_ptr<char[]>> blocks_;
  size_t block_used_ = 0;
  size_t block_size_ = 0;
  std::vector<std::string_view> texts_;
  std::vector<uint32_t> slots_;  // open addressing; index + 1, 0 when free
};

}  // namespace mqlab

#endif  // MQLAB_BASE_STRING_POOL_H_
