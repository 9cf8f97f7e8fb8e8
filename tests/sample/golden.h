#ifndef MQLAB_TESTS_SAMPLE_GOLDEN_H_
#define MQLAB_TESTS_SAMPLE_GOLDEN_H_

// The sample of seed 7 with 5,000 leads.

#include <cstdint>
#include <string_view>

namespace mqlab {

inline constexpr std::string_view kFirstLeads =
    "lead_id,email,first_name,last_name,job_title,company,industry,employees,"
    "annual_revenue,country,city,lead_source,campaign,opted_out,created_at,"
    "tags\n"
    "L00001,stefania@tarinamedicalsa.example,Ștefania,Diaconu,Director "
    "general,Țarina Medical SA,,31,,Romania,Timișoara,Referral,Partner "
    "network,false,2025-11-01T08:31:18Z,partner\n"
    "L00002,jan.olszewski@wierzbaprodukcjaspk.example,Jan,Olszewski,Doktorant,"
    "Wierzba Produkcja sp. k.,Manufacturing,17,,Poland,Poznań,Content "
    "syndication,Whitepaper network,false,2025-11-01T10:42:11Z,\n";
inline constexpr std::string_view kFirstEvents =
    "lead_id,time,type,asset,campaign,channel,value\n"
    "L00003,2025-09-30T15:06:59Z,page_view,/product,,Organic search,\n"
    "L00003,2025-09-30T15:08:16Z,page_view,/product/mobile-app,,Organic "
    "search,\n";
inline constexpr uint64_t kLeadsHash = 0x2A478506DAE319C7;
inline constexpr uint64_t kEventsHash = 0x15FB898671DA04D3;
inline constexpr uint64_t kCostsHash = 0x01C2F2EDB161B5CF;
inline constexpr uint64_t kTruthHash = 0x01C3CB7AAC7E899E;

}  // namespace mqlab

#endif  // MQLAB_TESTS_SAMPLE_GOLDEN_H_
