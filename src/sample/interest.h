#ifndef MQLAB_SAMPLE_INTEREST_H_
#define MQLAB_SAMPLE_INTEREST_H_

#include <vector>

#include "sample/life.h"

namespace mqlab {

// What a lead does of itself: visits, downloads, webinars, e-mails, requests.
// Not ordered.
std::vector<LifeEvent> MakeInterest(Random& random, const Person& person);

// An instant of the next day, which is a working day more often than not; at
// most three days after `time`.
Seconds WorkingTime(Random& random, Seconds time);

}  // namespace mqlab

#endif  // MQLAB_SAMPLE_INTEREST_H_
