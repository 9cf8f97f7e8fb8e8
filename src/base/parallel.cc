#include "base/parallel.h"

#ifndef __EMSCRIPTEN__
#include <thread>
#include <vector>
#endif

namespace mqlab {

void InParallel(size_t count, const std::function<void(size_t)>& work) {
#ifdef __EMSCRIPTEN__
  for (size_t i = 0; i < count; ++i) work(i);
#else
  std::vector<std::thread> others;
  for (size_t i = 1; i < count; ++i) others.emplace_back(work, i);
  if (count > 0) work(0);
  for (std::thread& other : others) other.join();
#endif
}

}  // namespace mqlab
