#ifndef MQLAB_IMPORT_FIELDS_H_
#define MQLAB_IMPORT_FIELDS_H_

// Which canonical field a header means, beyond what the vocabulary of the
// tables knows: counters, stage dates, anonymous visitors; and what cells look
// like where a header tells nothing.

#include <string>
#include <string_view>

namespace mqlab {

struct FieldGuess {
  std::string field;  // "" when none is meant
  uint32_t rank = 0;  // of several headers that mean it, the smallest is best
  int confidence = 0;
};

// Of a list of leads: "Became a Marketing Qualified Lead Date": became_mql;
// "Marketing emails opened": emails_opened.
FieldGuess LeadFieldOf(std::string_view header);
// Of a list of events: lead_id, email, visitor_id, at, type, asset, campaign,
// value, source.
FieldGuess EventFieldOf(std::string_view header);

// Columns that describe a person or company: a file with two of them lists
// leads, whatever else it has.
bool DescribesPeople(std::string_view field);
// Fields of the importer alone: their columns keep their headers.
bool IsOwnWord(std::string_view field);

bool LooksLikeEmail(std::string_view cell);
bool LooksLikePhone(std::string_view cell);
bool LooksLikeWebsite(std::string_view cell);

// "cost", "month", "channel", "outcome", "value"... of files of costs and of
// outcomes; "" when the header means none of them.
std::string_view CostFieldOf(std::string_view header);
std::string_view OutcomeFieldOf(std::string_view header);

}  // namespace mqlab

#endif  // MQLAB_IMPORT_FIELDS_H_
