#ifndef MQLAB_BASE_STRING_POOL_H_
#define MQLAB_BASE_STRING_POOL_H_

// Distinct texts, numbered in the order of their first coming. Views stay
// valid as long as the pool lives; moving the pool keeps them. A pool can give
// up looking texts up, and then takes any as new.

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace mqlab {

class StringPool {
 public:
  StringPool() = default;
  StringPool(StringPool&&) = default;
  StringPool& operator=(StringPool&&) = default;

  static constexpr uint32_t kNone = 0xFFFFFFFF;
  // How far behind the end of a text the batches may read.
  static constexpr size_t kPadding = 16;

  // The number of `text`, new or known.
  uint32_t Intern(std::string_view text);
  // The number of `text`, or kNone.
  uint32_t Find(std::string_view text) const;
  // The same for many texts at once, which hides the time that memory takes.
  // REQUIRES: kPadding bytes behind each text can be read; none is null.
  void InternAll(std::span<const std::string_view> padded, uint32_t* numbers);
  void FindAll(std::span<const std::string_view> padded,
               uint32_t* numbers) const;

  // Frees what finding texts needs. From now on none is found, and Append is
  // all that adds any: `text` as one more, equal to a known one or not.
  void StopLookups();
  uint32_t Append(std::string_view text);

  // All but the first text as a pool of its own, of the same memory. This one
  // stops lookups, and must take no more texts.
  // REQUIRES: a text, and no lookups stopped before.
  StringPool ShareAllButFirst();

  // A pool of the same texts, to which others can be added; of the same memory
  // as this one, which must take no more.
  StringPool Fork() const;

  std::string_view operator[](uint32_t number) const {
    const Entry& entry = EntryOf(number);
    return {entry.size <= kInline ? entry.text.data() : LongText(entry),
            entry.size};
  }
  uint32_t size() const { return size_; }

 private:
  static constexpr uint32_t kInline = 12;  // longest text kept in its entry
  static constexpr uint32_t kEntriesABlock = 1024;
  static constexpr size_t kBatch = 256;

  // A text of up to kInline bytes, zeros behind it; of a longer one the first
  // four bytes and the address of all.
  struct Entry {
    uint32_t size;
    std::array<char, kInline> text;
  };
  // An entry as two numbers (of a longer text the first of the two), and a
  // hash that does not depend on the platform.
  struct Key {
    uint64_t head;
    uint64_t tail;
    uint32_t hash;
  };
  struct Slot {
    uint32_t hash = 0;
    uint32_t number = 0;  // of its entry, from 1; 0 when free
  };
  struct Lookup;
  // While texts are few: those of 16 bytes at most that came last, as their two
  // words, each in the place that a short hash gives it.
  static constexpr uint32_t kFew = 128;
  static constexpr int kRecentBits = 9;
  struct Recent {
    uint64_t first = 0;
    uint64_t second = 0;
    uint32_t size = kNone;
    uint32_t number = 0;
  };

  static Key KeyOf(std::string_view text);
  static Key KeyOfWords(uint64_t first, uint64_t second, size_t size);
  static Key KeyOfLong(std::string_view text);
  static const char* LongText(const Entry& entry);

  uint32_t NumberOf(const Slot& slot) const { return slot.number - 1 - first_; }
  const Entry& EntryOf(uint32_t number) const {
    number += first_;
    return blocks_[number / kEntriesABlock][number % kEntriesABlock];
  }
  static bool Is(const Entry& entry, const Key& key, std::string_view text);
  void Guess(std::span<const std::string_view> texts, Lookup* lookup) const;
  uint32_t Guessed(const Lookup& lookup, size_t i, std::string_view text) const;
  void InternFew(std::span<const std::string_view> texts, uint32_t* numbers);
  uint32_t Find(const Key& key, std::string_view text) const;
  uint32_t Intern(const Key& key, std::string_view text);
  void Add(const Key& key, std::string_view text);
  const char* Copy(std::string_view text);
  void Grow();

  uint32_t first_ = 0;  // entries before those of this pool
  uint32_t size_ = 0;
  uint32_t most_ = 0;  // texts that the slots are enough for
  std::vector<std::shared_ptr<Entry[]>> blocks_;
  // Open addressing; the highest bits of the hash are the place.
  std::vector<Slot> slots_;
  uint32_t shift_ = 32;
  std::vector<Recent> recent_;
  std::vector<std::shared_ptr<char[]>> long_texts_;
  size_t long_used_ = 0;
  size_t long_size_ = 0;
};

}  // namespace mqlab

#endif  // MQLAB_BASE_STRING_POOL_H_
