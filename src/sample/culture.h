#ifndef MQLAB_SAMPLE_CULTURE_H_
#define MQLAB_SAMPLE_CULTURE_H_

// Names, titles, places and company names of five cultures. All invented or
// commonplace; nothing names a real person or company.

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace mqlab {

inline constexpr size_t kNumSeniorities = 5;
inline constexpr size_t kNumIndustries = 10;
inline constexpr std::array<std::string_view, kNumSeniorities> kSeniorities = {
    "executive", "director", "manager", "specialist", "student"};
inline constexpr std::array<std::string_view, kNumIndustries> kIndustries = {
    "Logistics", "Manufacturing",         "Construction", "Healthcare",
    "Retail",    "Professional Services", "Software",     "Financial Services",
    "Education", "Public Sector"};

struct City {
  std::string_view name;
  std::string_view country;
};

struct Culture {
  std::string_view language;
  uint16_t weight;  // per mille of the leads
  std::span<const std::string_view> women;
  std::span<const std::string_view> men;
  std::span<const std::string_view> surnames;
  std::span<const City> cities;
  std::array<std::span<const std::string_view>, kNumSeniorities> titles;
  std::span<const std::string_view> company_stems;
  std::span<const std::string_view> company_endings;  // joined to the stem
  std::array<std::string_view, kNumIndustries> company_words;
  std::span<const std::string_view> company_forms;  // after the words
};

std::span<const Culture> Cultures();

// A surname as a woman bears it (Kowalski, Kowalska).
std::string FeminineSurname(std::string_view surname);

// Lower-case ASCII letters, for addresses: "Łukasz" to "lukasz", "Юлия" to
// "yuliya"; what is neither letter nor digit falls away.
std::string AsciiName(std::string_view name);

}  // namespace mqlab

#endif  // MQLAB_SAMPLE_CULTURE_H_
