#include "base/string_pool.h"

#include <algorithm>
#include <cstring>

namespace mqlab {
namespace {

constexpr size_t kBlockSize = size_t{1} << 16;

// FNV-1a with a final mix: short keys, no dependence on the platform.
uint64_t Hash(std::string_view text) {
  uint64_t hash = 0xcbf29ce484222325u;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  }
  return hash ^ (hash >> 29);
}

}  // namespace

uint32_t StringPool::Intern(std::string_view text) {
  if (texts_.size() * 2 >= slots_.size()) Grow();
  const size_t mask = slots_.size() - 1;
  size_t slot = Hash(text) & mask;
  while (slots_[slot] != 0) {
    const uint32_t index = slots_[slot] - 1;
    if (texts_[index] == text) return index;
    slot = (slot + 1) & mask;
  }
  texts_.push_back(Copy(text));
  slots_[slot] = size();
  return size() - 1;
}

uint32_t StringPool::Find(std::string_view text) const {
  if (slots_.empty()) return kNone;
  const size_t mask = slots_.size() - 1;
  for (size_t slot = Hash(text) & mask; slots_[slot] != 0;
       slot = (slot + 1) & mask) {
    if (texts_[slots_[slot] - 1] == text) return slots_[slot] - 1;
  }
  return kNone;
}

std::string_view StringPool::Copy(std::string_view text) {
  if (block_used_ + text.size() > block_size_) {
    block_size_ = std::max(kBlockSize, text.size());
    blocks_.push_back(std::make_unique<char[]>(block_size_));
    block_used_ = 0;
  }
  if (text.empty()) return {};
  char* const at = blocks_.back().get() + block_used_;
  std::memcpy(at, text.data(), text.size());
  block_used_ += text.size();
  return {at, text.size()};
}

void StringPool::Grow() {
  slots_.assign(std::max<size_t>(16, slots_.size() * 2), 0);
  const size_t mask = slots_.size() - 1;
  for (uint32_t index = 0; index < size(); ++index) {
    size_t slot = Hash(texts_[index]) & mask;
    while (slots_[slot] != 0) slot = (slot + 1) & mask;
    slots_[slot] = index + 1;
  }
}

}  // namespace mqlab
