#ifndef MQLAB_ENGINE_WITHIN_MEMORY_H_
#define MQLAB_ENGINE_WITHIN_MEMORY_H_

#include <new>
#include <stdexcept>

namespace mqlab {

// Runs `work`; when memory runs out, `fail` is told instead. Containers that
// would pass their greatest size say length_error, which means the same here.
template <typename Work, typename Fail>
void WithinMemory(const Work& work, const Fail& fail) {
  try {
    work();
  } catch (const std::bad_alloc&) {
    fail();
  } catch (const std::length_error&) {
    fail();
  }
}

}  // namespace mqlab

#endif  // MQLAB_ENGINE_WITHIN_MEMORY_H_
