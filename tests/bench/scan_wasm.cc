// scan.h alone as a WebAssembly module without any JavaScript of its own.

#include <cstdlib>

#include "bench/scan.h"

extern "C" {

void* Allocate(size_t bytes) { return std::malloc(bytes); }

size_t Scan(const char* text, size_t size, uint32_t* out) {
  return mqlab::bench::ScanSeparators(text, size, out);
}
}
