#ifndef MQLAB_BASE_PARALLEL_H_
#define MQLAB_BASE_PARALLEL_H_

#include <cstddef>
#include <functional>

namespace mqlab {

// WebAssembly without shared memory has no threads.
#ifdef __EMSCRIPTEN__
inline constexpr bool kHasThreads = false;
#else
inline constexpr bool kHasThreads = true;
#endif

// Calls work(0) to work(count - 1), each in a thread of its own where there are
// threads, and waits for all.
// `work` must not throw.
void InParallel(size_t count, const std::function<void(size_t)>& work);

}  // namespace mqlab

#endif  // MQLAB_BASE_PARALLEL_H_
