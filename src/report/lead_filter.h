#ifndef MQLAB_REPORT_LEAD_FILTER_H_
#define MQLAB_REPORT_LEAD_FILTER_H_

#include <cstdint>
#include <vector>

#include "report/lead_query.h"
#include "report/run.h"

namespace mqlab {

// The leads that pass every filter of the query, in input order.
std::vector<uint32_t> FilterLeads(const Run& run, const LeadQuery& query);

}  // namespace mqlab

#endif  // MQLAB_REPORT_LEAD_FILTER_H_
