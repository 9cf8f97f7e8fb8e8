#ifndef MQLAB_TESTS_ENGINE_LOAD_CASE_H_
#define MQLAB_TESTS_ENGINE_LOAD_CASE_H_

#include "engine/engine.h"
#include "scoring/random_case.h"

namespace mqlab {

// The data of a random case as tables; false when the engine refuses them.
bool LoadCase(const reference::RawData& data, Engine* engine);

}  // namespace mqlab

#endif  // MQLAB_TESTS_ENGINE_LOAD_CASE_H_
