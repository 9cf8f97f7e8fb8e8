#ifndef MQLAB_BASE_HEAP_SORT_H_
#define MQLAB_BASE_HEAP_SORT_H_

#include <algorithm>
#include <functional>

namespace mqlab {

// Sorts in a tenth of the code that std::sort takes, for what is sorted seldom:
// the engine has to be downloaded. Not stable either.
template <typename Range, typename Projection = std::identity>
void HeapSort(Range& range, Projection projection = {}) {
  std::ranges::make_heap(range, {}, projection);
  std::ranges::sort_heap(range, {}, projection);
}

}  // namespace mqlab

#endif  // MQLAB_BASE_HEAP_SORT_H_
