#include "sample/person.h"

#include <array>
#include <span>
#include <utility>

namespace mqlab {
namespace {

constexpr uint64_t kCompanyStream = uint64_t{1} << 40;

// Seniorities of leads; the network of whitepapers brings more students.
constexpr std::array<uint16_t, kNumSeniorities> kUsual = {12, 18, 30, 31, 9};
constexpr std::array<uint16_t, kNumSeniorities> kSyndicated = {5, 9, 24, 38,
                                                               24};
constexpr std::array<uint16_t, kNumIndustries> kIndustryWeights = {
    14, 16, 9, 11, 13, 10, 9, 7, 6, 5};
// Buyers, readers, job seekers.
constexpr std::array<std::array<uint16_t, 3>, kNumSeniorities> kIntents = {
    {{46, 52, 2}, {44, 53, 3}, {34, 60, 6}, {20, 68, 12}, {3, 67, 30}}};

Channel DrawChannel(Random& random, Seconds created) {
  std::array<uint16_t, kNumChannels> weights;
  for (size_t i = 0; i < kNumChannels; ++i) weights[i] = kChannels[i].weight;
  const int64_t day = created / kDay;
  bool fair = false;
  for (const uint8_t campaign : {kSpringFair, kAutumnDays}) {
    const int64_t first = kCampaigns[campaign].first_day;
    fair = fair || (day >= first && day < first + kFairDays);
  }
  if (!fair) weights[static_cast<size_t>(Channel::kTradeShow)] = 0;
  return static_cast<Channel>(random.Weighted(weights));
}

uint8_t DrawCampaign(Random& random, Channel channel, Seconds created) {
  if (channel == Channel::kTradeShow) {
    const int64_t autumn = kCampaigns[kAutumnDays].first_day;
    return created / kDay < autumn ? kSpringFair : kAutumnDays;
  }
  std::array<uint16_t, kCampaigns.size()> weights{};
  uint32_t sum = 0;
  for (size_t i = 1; i < kCampaigns.size(); ++i) {
    if (kCampaigns[i].channel == channel) weights[i] = kCampaigns[i].weight;
    sum += weights[i];
  }
  return sum == 0 ? kNoCampaign
                  : static_cast<uint8_t>(random.Weighted(weights));
}

std::string CompanyName(Random& random, const Culture& culture,
                        uint8_t industry) {
  std::string name(random.Pick(culture.company_stems));
  name += random.Pick(culture.company_endings);
  name += ' ';
  name += culture.company_words[industry];
  const std::string_view form = random.Pick(culture.company_forms);
  if (!form.empty() && form[0] != ',') name += ' ';
  return name.append(form);
}

std::string Address(Random& random, const Person& person) {
  const std::string first = AsciiName(person.first_name);
  std::string address;
  switch (random.Below(4)) {
    case 0:
      address = first.substr(0, 1) + "." + AsciiName(person.last_name);
      break;
    case 1:
      address = first;
      break;
    default:
      address = first + "." + AsciiName(person.last_name);
      break;
  }
  // Students and very small firms often write from a private mailbox.
  const int64_t is_private = person.seniority == 4      ? 700
                             : person.company.size == 0 ? 250
                                                        : 20;
  if (!random.Chance(is_private)) return address + "@" + person.company.domain;
  address += std::to_string(random.Below(90) + 10);
  return address +
         (random.Chance(500) ? "@freemail.example" : "@postbox.example");
}

}  // namespace

Company MakeCompany(uint64_t seed, uint32_t number) {
  Random random(seed, kCompanyStream + number);
  Company company;
  std::array<uint16_t, 5> weights{};
  const std::span<const Culture> cultures = Cultures();
  for (size_t i = 0; i < cultures.size(); ++i) weights[i] = cultures[i].weight;
  company.culture = static_cast<uint8_t>(random.Weighted(weights));
  const Culture& culture = cultures[company.culture];
  company.industry = static_cast<uint8_t>(random.Weighted(kIndustryWeights));
  std::array<uint16_t, kSizes.size()> sizes;
  for (size_t i = 0; i < kSizes.size(); ++i) sizes[i] = kSizes[i].weight;
  company.size = static_cast<uint8_t>(random.Weighted(sizes));
  // Within a class small firms are more common: the lesser of two draws.
  const SizeClass& size = kSizes[company.size];
  const int64_t one = random.Between(size.from, size.to);
  const int64_t two = random.Between(size.from, size.to);
  company.employees = static_cast<uint32_t>(one < two ? one : two);
  const uint64_t per_head =
      static_cast<uint64_t>(random.Between(45, 210)) * 1000;
  company.revenue = company.employees * per_head;
  company.revenue -= company.revenue % 10'000;
  company.name = CompanyName(random, culture, company.industry);
  company.domain = AsciiName(company.name) + ".example";
  company.city = random.Pick(culture.cities);
  return company;
}

Person MakePerson(Random& random, Company company, Seconds created) {
  Person person;
  person.company = std::move(company);
  person.created = created;
  person.channel = DrawChannel(random, created);
  person.campaign = DrawCampaign(random, person.channel, created);
  person.seniority = static_cast<uint8_t>(random.Weighted(
      person.channel == Channel::kSyndication ? kSyndicated : kUsual));
  const Culture& culture = Cultures()[person.company.culture];
  const bool woman = random.Chance(460);
  person.first_name = random.Pick(woman ? culture.women : culture.men);
  const std::string_view surname = random.Pick(culture.surnames);
  person.last_name = woman ? FeminineSurname(surname) : std::string(surname);
  person.title = random.Pick(culture.titles[person.seniority]);
  person.email = Address(random, person);
  person.intent =
      static_cast<Intent>(random.Weighted(kIntents[person.seniority]));
  const ChannelFacts& channel = kChannels[static_cast<size_t>(person.channel)];
  person.quiet = random.Chance(channel.quiet);
  return person;
}

}  // namespace mqlab
