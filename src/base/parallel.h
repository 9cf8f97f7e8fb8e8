#ifndef MQLAB_BASE_PARALLEL_H_
#define MQLAB_BASE_PARALLEL_H_

#include <cstddef>
#include <functional>

namespace mqlab {

// Calls work(0) to work(count - 1), each in a thread of its own where there are
// threads (WebAssembly without shared memory has none), and waits for all.
// `work` must not throw.
void InParallel(size_t count, const std::function<void(size_t)>& work);

}  // namespace mqlab

#endif  // MQLAB_BASE_PARALLEL_H_
