#ifndef MQLAB_BASE_WIDE_H_
#define MQLAB_BASE_WIDE_H_

namespace mqlab {

// 128 bits: wide enough for every product on the way to 64-bit millipoints.
// GCC, Clang and WebAssembly have it; standard C++ does not name it.
__extension__ using Wide = __int128;
__extension__ using UnsignedWide = unsigned __int128;

}  // namespace mqlab

#endif  // MQLAB_BASE_WIDE_H_
