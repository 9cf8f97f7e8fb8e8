#ifndef MQLAB_ATTRIBUTION_CONTENTS_H_
#define MQLAB_ATTRIBUTION_CONTENTS_H_

// Which leads used which contents, see rules/measuring.md 7.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "report/run.h"

namespace mqlab {

struct ContentUses {
  // By number of the content, from 0; as the events write them. They come as
  // leads, in their order, come to use them.
  std::vector<std::string> names;
  // Of lead i at [offsets[i], offsets[i + 1]): each content once, in the order
  // of first use, and the instant of that.
  std::vector<uint32_t> offsets;
  std::vector<uint32_t> contents;
  std::vector<Instant> first;

  std::span<const uint32_t> Of(uint32_t lead) const {
    return std::span(contents).subspan(offsets[lead],
                                       offsets[lead + 1] - offsets[lead]);
  }
  std::span<const Instant> FirstOf(uint32_t lead) const {
    return std::span(first).subspan(offsets[lead],
                                    offsets[lead + 1] - offsets[lead]);
  }
  // The number of a content, compared as `eq` does; kNoIndex when no lead used
  // it.
  uint32_t Find(std::string_view name) const;
};

// Up to as-of.
ContentUses FindContentUses(const Run& run);

}  // namespace mqlab

#endif  // MQLAB_ATTRIBUTION_CONTENTS_H_
