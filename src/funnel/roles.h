#ifndef MQLAB_FUNNEL_ROLES_H_
#define MQLAB_FUNNEL_ROLES_H_

#include <cstdint>
#include <string_view>

#include "rules/ruleset.h"

namespace mqlab {

// Which stages are which, see rules/measuring.md 1: indexes, kNoStage for none.
struct Roles {
  int32_t mql;
  int32_t sal;
  int32_t sql;
  int32_t opportunity;
  int32_t customer;
  // Where leads are handed over to sales: of "sla", else mql.
  int32_t hand_off;
};
Roles FindRoles(const Ruleset& ruleset);

// kNoStage when there is none.
int32_t FindStage(const Ruleset& ruleset, std::string_view id);

}  // namespace mqlab

#endif  // MQLAB_FUNNEL_ROLES_H_
