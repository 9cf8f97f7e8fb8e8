#ifndef MQLAB_WASM_GUARDED_H_
#define MQLAB_WASM_GUARDED_H_

#include <emscripten/val.h>

#include <exception>
#include <new>
#include <stdexcept>
#include <string>

namespace mqlab::wasm {

// An exception becomes a JavaScript Error, so that the module lives on; memory
// that ran out is told by the error's name.
[[noreturn]] inline void ThrowError(const char* name, const char* message) {
  emscripten::val error =
      emscripten::val::global("Error").new_(std::string(message));
  error.set("name", std::string(name));
  error.throw_();
  __builtin_unreachable();
}

template <typename Method>
struct Guarded;

template <typename Object, typename Result, typename... Args>
struct Guarded<Result (Object::*)(Args...)> {
  template <Result (Object::*kMethod)(Args...)>
  static Result Call(Object& object, Args... args) {
    try {
      return (object.*kMethod)(args...);
    } catch (const std::bad_alloc& error) {
      ThrowError("out_of_memory", error.what());
    } catch (const std::length_error& error) {
      ThrowError("out_of_memory", error.what());
    } catch (const std::exception& error) {
      ThrowError("engine_failed", error.what());
    }
  }
};

template <auto kMethod>
consteval auto Guard() {
  return &Guarded<decltype(kMethod)>::template Call<kMethod>;
}

}  // namespace mqlab::wasm

#endif  // MQLAB_WASM_GUARDED_H_
