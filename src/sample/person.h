#ifndef MQLAB_SAMPLE_PERSON_H_
#define MQLAB_SAMPLE_PERSON_H_

// One lead as it truly is, before some of its cells are lost.

#include <cstdint>
#include <string>
#include <string_view>

#include "sample/culture.h"
#include "sample/market.h"
#include "sample/random.h"

namespace mqlab {

struct Company {
  std::string name;
  std::string domain;
  uint8_t culture = 0;
  uint8_t industry = 0;
  uint8_t size = 0;
  uint32_t employees = 0;
  uint64_t revenue = 0;  // euros a year
  City city;
};

struct Person {
  std::string_view first_name;
  std::string last_name;
  std::string_view title;
  std::string email;
  uint8_t seniority = 0;
  Company company;
  Channel channel = Channel::kDirect;
  uint8_t campaign = kNoCampaign;
  Seconds created = 0;
  bool quiet = false;  // no event but its creation
  Intent intent = Intent::kReader;
};

// Leads share companies: each number is one company, the same for every lead.
Company MakeCompany(uint64_t seed, uint32_t number);
Person MakePerson(Random& random, Company company, Seconds created);

}  // namespace mqlab

#endif  // MQLAB_SAMPLE_PERSON_H_
