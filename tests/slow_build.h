#ifndef MQLAB_TESTS_SLOW_BUILD_H_
#define MQLAB_TESTS_SLOW_BUILD_H_

namespace mqlab {

// WebAssembly, or sanitizers: several times slower than a native build, so that
// tests draw less and take smaller data.
#if defined(__EMSCRIPTEN__) || defined(__SANITIZE_ADDRESS__)
inline constexpr bool kSlowBuild = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
inline constexpr bool kSlowBuild = true;
#else
inline constexpr bool kSlowBuild = false;
#endif
#else
inline constexpr bool kSlowBuild = false;
#endif

}  // namespace mqlab

#endif  // MQLAB_TESTS_SLOW_BUILD_H_
