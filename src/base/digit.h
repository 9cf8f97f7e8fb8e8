#ifndef MQLAB_BASE_DIGIT_H_
#define MQLAB_BASE_DIGIT_H_

namespace mqlab {

// Of ASCII, whatever the locale.
inline bool IsDigit(char c) { return c >= '0' && c <= '9'; }

}  // namespace mqlab

#endif  // MQLAB_BASE_DIGIT_H_
