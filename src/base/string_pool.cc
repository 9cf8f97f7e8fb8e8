#include "base/string_pool.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

namespace mqlab {
namespace {

static_assert(std::endian::native == std::endian::little,
              "a hash takes the first byte of a word as its lowest");

constexpr size_t kLongBlock = size_t{1} << 16;
constexpr uint32_t kFirstSlotBits = 4;

uint64_t Load(const char* at) {
  uint64_t word = 0;
  std::memcpy(&word, at, sizeof word);
  return word;
}

uint64_t Mix(uint64_t hash, uint64_t word) {
  hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
  return hash ^ (hash >> 32);
}

// By size of a text of 16 bytes at most: those bits of its two words that it
// has.
using Masks = std::array<uint64_t, 17>;
constexpr Masks MaskWords(size_t from) {
  Masks masks{};
  for (size_t size = 0; size <= 16; ++size) {
    const size_t bytes = size < from ? 0 : size - from;
    masks[size] = bytes >= 8 ? ~uint64_t{0} : (uint64_t{1} << bytes * 8) - 1;
  }
  return masks;
}
constexpr Masks kFirstMask = MaskWords(0);
constexpr Masks kSecondMask = MaskWords(8);

// REQUIRES: 8 bytes at least.
bool AreEqual(const char* a, const char* b, size_t size) {
  uint64_t differences = Load(a + size - 8) ^ Load(b + size - 8);
  for (size_t at = 0; at + 8 < size; at += 8) {
    differences |= Load(a + at) ^ Load(b + at);
  }
  return differences == 0;
}

}  // namespace

struct StringPool::Lookup {
  std::array<Key, kBatch> keys;
  // The slot in which a key should be, and the entry that it names.
  std::array<Slot, kBatch> slots;
  std::array<Entry, kBatch> entries;
};

// REQUIRES: 16 bytes at most; zeros behind them.
inline StringPool::Key StringPool::KeyOfWords(uint64_t first, uint64_t second,
                                              size_t size) {
  const uint64_t hash = Mix(Mix(size, first), second) * 0xD6E8FEB86659FD93u;
  return {.head = size | first << 32,
          .tail = first >> 32 | second << 32,
          .hash = static_cast<uint32_t>(hash >> 32)};
}

// REQUIRES: more than 16 bytes.
StringPool::Key StringPool::KeyOfLong(std::string_view text) {
  uint64_t hash = text.size();
  size_t at = 0;
  for (; at + 8 < text.size(); at += 8) hash = Mix(hash, Load(&text[at]));
  hash = Mix(hash, Load(text.data() + text.size() - 8));
  return {.head = static_cast<uint32_t>(text.size()) | Load(&text[0]) << 32,
          .tail = 0,
          .hash = static_cast<uint32_t>(hash * 0xD6E8FEB86659FD93u >> 32)};
}

StringPool::Key StringPool::KeyOf(std::string_view text) {
  if (text.size() > 16) return KeyOfLong(text);
  std::array<char, 16> padded{};
  std::copy(text.begin(), text.end(), padded.begin());
  return KeyOfWords(Load(padded.data()), Load(&padded[8]), text.size());
}

const char* StringPool::LongText(const Entry& entry) {
  const char* at = nullptr;
  std::memcpy(static_cast<void*>(&at), &entry.text[4], sizeof at);
  return at;
}

bool StringPool::Is(const Entry& entry, const Key& key, std::string_view text) {
  uint64_t head = 0;
  std::memcpy(&head, &entry, sizeof head);
  if (head != key.head) return false;
  if (text.size() > kInline) {
    return AreEqual(LongText(entry), text.data(), text.size());
  }
  return Load(&entry.text[4]) == key.tail;
}

uint32_t StringPool::Intern(std::string_view text) {
  return Intern(KeyOf(text), text);
}

uint32_t StringPool::Find(std::string_view text) const {
  return Find(KeyOf(text), text);
}

uint32_t StringPool::Find(const Key& key, std::string_view text) const {
  if (slots_.empty()) return kNone;
  const size_t mask = slots_.size() - 1;
  for (size_t at = key.hash >> shift_; slots_[at].number != 0;
       at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.hash == key.hash && Is(EntryOf(NumberOf(slot)), key, text)) {
      return NumberOf(slot);
    }
  }
  return kNone;
}

uint32_t StringPool::Intern(const Key& key, std::string_view text) {
  if (size_ >= most_) Grow();
  const size_t mask = slots_.size() - 1;
  size_t at = key.hash >> shift_;
  for (; slots_[at].number != 0; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.hash == key.hash && Is(EntryOf(NumberOf(slot)), key, text)) {
      return NumberOf(slot);
    }
  }
  Add(key, text);
  slots_[at] = {key.hash, first_ + size_};
  return size_ - 1;
}

// Rounds of loads, none of which waits for another of its round.
void StringPool::Guess(std::span<const std::string_view> texts,
                       Lookup* lookup) const {
  for (size_t i = 0; i < texts.size(); ++i) {
    const char* const at = texts[i].data();
    const size_t size = texts[i].size();
    const Key key = size > 16
                        ? KeyOfLong(texts[i])
                        : KeyOfWords(Load(at) & kFirstMask[size],
                                     Load(at + 8) & kSecondMask[size], size);
    // One by one: all at once would be loaded from where they were just stored.
    lookup->keys[i].head = key.head;
    lookup->keys[i].tail = key.tail;
    lookup->keys[i].hash = key.hash;
  }
  for (size_t i = 0; i < texts.size(); ++i) {
    lookup->slots[i] = slots_[lookup->keys[i].hash >> shift_];
  }
  const size_t mask = slots_.size() - 1;
  for (size_t i = 0; i < texts.size(); ++i) {
    const uint32_t hash = lookup->keys[i].hash;
    Slot slot = lookup->slots[i];
    for (size_t at = hash >> shift_; slot.number != 0 && slot.hash != hash;) {
      at = (at + 1) & mask;
      slot = slots_[at];
    }
    lookup->slots[i] = slot;
  }
  for (size_t i = 0; i < texts.size(); ++i) {
    const Slot& slot = lookup->slots[i];
    lookup->entries[i] = EntryOf(slot.number == 0 ? 0 : NumberOf(slot));
  }
}

// The number of a text if it was found by the first guess, or kNone.
uint32_t StringPool::Guessed(const Lookup& lookup, size_t i,
                             std::string_view text) const {
  const Slot& slot = lookup.slots[i];
  const bool found = slot.number != 0 && slot.hash == lookup.keys[i].hash &&
                     Is(lookup.entries[i], lookup.keys[i], text);
  return found ? NumberOf(slot) : kNone;
}

// Nothing is loaded that is not in the nearest cache.
void StringPool::InternFew(std::span<const std::string_view> texts,
                           uint32_t* numbers) {
  recent_.resize(size_t{1} << kRecentBits);
  Recent* const all = recent_.data();
  for (const std::string_view text : texts) {
    const size_t size = text.size();
    if (size > 16) {
      *numbers++ = Intern(text);
      continue;
    }
    const char* const bytes = text.data();
    const uint64_t first = Load(bytes) & kFirstMask[size];
    const uint64_t second = Load(bytes + 8) & kSecondMask[size];
    const uint64_t hash =
        (first + second * 0x9E3779B97F4A7C15u + size) * 0xD6E8FEB86659FD93u;
    Recent& recent = all[hash >> (64 - kRecentBits)];
    if (recent.first != first || recent.second != second ||
        recent.size != size) {
      recent = {first, second, static_cast<uint32_t>(size), Intern(text)};
    }
    *numbers++ = recent.number;
  }
  if (size_ > kFew) recent_ = {};
}

void StringPool::InternAll(std::span<const std::string_view> padded,
                           uint32_t* numbers) {
  if (size_ == 0 && !padded.empty()) Intern(padded.front());
  Lookup lookup;
  while (!padded.empty()) {
    const auto texts = padded.first(std::min(kBatch, padded.size()));
    padded = padded.subspan(texts.size());
    if (size_ <= kFew) {
      InternFew(texts, numbers);
      numbers += texts.size();
      continue;
    }
    Guess(texts, &lookup);
    for (size_t i = 0; i < texts.size(); ++i) {
      const uint32_t number = Guessed(lookup, i, texts[i]);
      *numbers++ = number != kNone ? number : Intern(lookup.keys[i], texts[i]);
    }
  }
}

void StringPool::FindAll(std::span<const std::string_view> padded,
                         uint32_t* numbers) const {
  if (slots_.empty()) {
    std::fill_n(numbers, padded.size(), kNone);
    return;
  }
  Lookup lookup;
  while (!padded.empty()) {
    const auto texts = padded.first(std::min(kBatch, padded.size()));
    Guess(texts, &lookup);
    for (size_t i = 0; i < texts.size(); ++i) {
      const uint32_t number = Guessed(lookup, i, texts[i]);
      *numbers++ = number != kNone ? number : Find(lookup.keys[i], texts[i]);
    }
    padded = padded.subspan(texts.size());
  }
}

void StringPool::StopLookups() { slots_ = {}; }

uint32_t StringPool::Append(std::string_view text) {
  Add(KeyOf(text), text);
  return size_ - 1;
}

StringPool StringPool::ShareAllButFirst() {
  StringPool rest;
  rest.first_ = first_ + 1;
  rest.size_ = size_ - 1;
  rest.most_ = most_ - 1;
  rest.blocks_ = blocks_;
  rest.slots_ = std::move(slots_);
  rest.shift_ = shift_;
  rest.long_texts_ = long_texts_;
  StopLookups();
  // Frees the slot of the first; those that it kept from their place move up.
  const size_t mask = rest.slots_.size() - 1;
  size_t hole = KeyOf((*this)[0]).hash >> shift_;
  while (rest.slots_[hole].number != rest.first_) hole = (hole + 1) & mask;
  rest.slots_[hole] = {};
  for (size_t at = (hole + 1) & mask; rest.slots_[at].number != 0;
       at = (at + 1) & mask) {
    const size_t wanted = rest.slots_[at].hash >> shift_;
    if (((at - wanted) & mask) < ((at - hole) & mask)) continue;
    rest.slots_[hole] = std::exchange(rest.slots_[at], {});
    hole = at;
  }
  return rest;
}

StringPool StringPool::Fork() const {
  StringPool fork;
  fork.first_ = first_;
  fork.size_ = size_;
  fork.most_ = most_;
  fork.blocks_ = blocks_;
  fork.slots_ = slots_;
  fork.shift_ = shift_;
  fork.long_texts_ = long_texts_;
  const uint32_t used = (first_ + size_) % kEntriesABlock;
  if (used > 0) {  // other forks will fill the rest of it
    std::shared_ptr<Entry[]> last =
        std::make_unique_for_overwrite<Entry[]>(kEntriesABlock);
    std::copy_n(blocks_.back().get(), used, last.get());
    fork.blocks_.back() = std::move(last);
  }
  return fork;
}

void StringPool::Add(const Key& key, std::string_view text) {
  const uint32_t place = (first_ + size_) % kEntriesABlock;
  if (place == 0) {
    blocks_.emplace_back(
        std::make_unique_for_overwrite<Entry[]>(kEntriesABlock));
  }
  Entry& entry = blocks_.back()[place];
  std::memcpy(&entry, &key.head, sizeof key.head);
  std::memcpy(&entry.text[4], &key.tail, sizeof key.tail);
  if (text.size() > kInline) {
    const char* const at = Copy(text);
    std::memcpy(&entry.text[4], static_cast<const void*>(&at), sizeof at);
  }
  ++size_;
}

const char* StringPool::Copy(std::string_view text) {
  if (long_used_ + text.size() > long_size_) {
    long_size_ = std::max(kLongBlock, text.size());
    long_texts_.emplace_back(
        std::make_unique_for_overwrite<char[]>(long_size_));
    long_used_ = 0;
  }
  char* const at = long_texts_.back().get() + long_used_;
  std::memcpy(at, text.data(), text.size());
  long_used_ += text.size();
  return at;
}

// The hashes in the slots are enough to place them anew.
void StringPool::Grow() {
  const std::vector<Slot> old = std::move(slots_);
  shift_ = old.empty() ? 32 - kFirstSlotBits : shift_ - 1;
  slots_.assign(size_t{1} << (32 - shift_), {});
  // A small table can afford to be mostly empty.
  constexpr size_t kSmall = size_t{1} << 14;
  most_ = static_cast<uint32_t>(
      slots_.size() <= kSmall ? slots_.size() / 4 : slots_.size() / 8 * 5);
  const size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.number == 0) continue;
    size_t at = slot.hash >> shift_;
    while (slots_[at].number != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

}  // namespace mqlab
