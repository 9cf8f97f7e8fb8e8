#ifndef MQLAB_WASM_TYPED_ARRAY_H_
#define MQLAB_WASM_TYPED_ARRAY_H_

#include <emscripten/val.h>

#include <span>

namespace mqlab::wasm {

// A JavaScript typed array of its own, e.g. TypedArray("Int32Array", stages): a
// view into the memory would detach as soon as the memory grows.
template <typename T>
emscripten::val TypedArray(const char* kind, std::span<const T> values) {
  return emscripten::val::global(kind).new_(emscripten::val(
      emscripten::typed_memory_view(values.size(), values.data())));
}

}  // namespace mqlab::wasm

#endif  // MQLAB_WASM_TYPED_ARRAY_H_
