#include "import/fields.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "base/text.h"
#include "import/named_texts.h"
#include "import/stages.h"
#include "ingest/vocabulary.h"

namespace mqlab {
namespace {

// Texts reduced to letters and digits.
constexpr std::string_view kMoreLeadFields =
    "numberofpageviews=pageviews|pageviews=pageviews|"
    "hsanalyticsnumpageviews=pageviews|numberofsessions=sessions|"
    "sessions=sessions|hsanalyticsnumvisits=sessions|visits=sessions|"
    "numberofformsubmissions=form_submissions|"
    "formsubmissions=form_submissions|numconversionevents=form_submissions|"
    "numberofuniqueformssubmitted=unique_forms_submitted|"
    "uniqueformssubmitted=unique_forms_submitted|"
    "numuniqueconversionevents=unique_forms_submitted|"
    "marketingemailsdelivered=emails_delivered|hsemaildelivered="
    "emails_delivered|emailsdelivered=emails_delivered|"
    "marketingemailsopened=emails_opened|hsemailopen=emails_opened|"
    "emailsopened=emails_opened|emailopens=emails_opened|"
    "marketingemailsclicked=emails_clicked|hsemailclick=emails_clicked|"
    "emailsclicked=emails_clicked|emailclicks=emails_clicked|"
    "sendssincelastengagement=sends_since_last_engagement|"
    "hsemailsendssincelastengagement=sends_since_last_engagement|"
    "visitorid=visitor_id|userpseudoid=visitor_id|anonymousid=visitor_id|"
    "clientid=visitor_id|hubspotutk=visitor_id|"
    "convertedcontactid=other_id|crmleadfid=other_id|crmcontactfid=other_id|"
    "hsmergedobjectids=other_id|mergedobjectids=other_id|"
    "emailhardbouncereason=email_invalid|emailbounceddate=email_invalid|"
    "emailbouncedreason=email_invalid|hsemailhardbouncereason=email_invalid|"
    "unsubtime=opted_out|mobilephonenumber=mobile|"
    "originalsourcedrilldown2=source_detail|originalsourcedata2=source_detail|"
    "latestsourcedrilldown1=source_detail|fax=fax";

constexpr std::string_view kMoreEventFields =
    "visitorid=visitor_id|userpseudoid=visitor_id|anonymousid=visitor_id|"
    "clientid=visitor_id|userid=lead_id|memberid=lead_id|"
    "contactemail=email|leademail=email|zdarzenie=type|aktywność=type|"
    "evenimentul=type|when=at|kiedy=at|când=at|cand=at|когда=at|kada=at|"
    "vrijeme=at|vrijemedogađaja=at|czas=at|время=at|ora=at|"
    "timp=at|датаивремя=at|dataiczas=at|dataora=at|datumivrijeme=at|"
    "assetname=asset|asset=asset|campaign=campaign|campaignname=campaign|"
    "kampania=campaign|campanie=campaign|кампания=campaign|kampanja=campaign|"
    "amount=value|revenue=value|wartość=value|valoare=value|сумма=value|"
    "vrijednost=value|channel=channel|kanał=channel|canal=channel|"
    "канал=channel|kanal=channel";

constexpr std::string_view kCostFields =
    "cost=cost|spend=cost|amountspent=cost|spent=cost|costs=cost|adspend=cost|"
    "koszt=cost|wydatki=cost|cheltuieli=cost|расход=cost|расходы=cost|"
    "стоимость=cost|trošak=cost|trosak=cost|troškovi=cost|budget=cost|"
    "amount=cost|"
    "month=month|date=month|period=month|luna=month|lună=month|miesiąc=month|"
    "месяц=month|mjesec=month|day=month|data=month|дата=month|datum=month|"
    "channel=channel|canal=channel|kanał=channel|канал=channel|kanal=channel|"
    "source=channel|leadsource=channel|utmsource=channel|medium=channel|"
    "campaign=campaign|campaignname=campaign|campanie=campaign|"
    "kampania=campaign|кампания=campaign|kampanja=campaign|"
    "currency=currency|valuta=currency|monedă=currency|waluta=currency|"
    "валюта=currency|valuta=currency";

constexpr std::string_view kOutcomeFields =
    "outcome=type|result=type|dealstatus=type|dealstage=type|wonlost=type|"
    "status=type|stage=type|opportunitystage=type|rezultat=type|wynik=type|"
    "результат=type|ishod=type|исход=type|"
    "closedate=at|closeddate=at|date=at|closedat=at|wonat=at|data=at|дата=at|"
    "datum=at|datainchiderii=at|datazamknięcia=at|"
    "value=value|amount=value|dealvalue=value|dealamount=value|revenue=value|"
    "valoare=value|wartość=value|wartosc=value|сумма=value|vrijednost=value|"
    "kwota=value|iznos=value|sumă=value|suma=value";

// Common words that head other things as well.
constexpr std::array<std::string_view, 20> kVague = {
    "id",     "name",   "title", "status",   "source", "stage",  "score",
    "points", "data",   "дата",  "datum",    "date",   "action", "activity",
    "lead",   "person", "at",    "position", "nume",   "site"};

int ConfidenceOf(std::string_view key, std::string_view header,
                 std::string_view field) {
  if (header == field) return 100;
  return std::ranges::find(kVague, key) != kVague.end() ? 70 : 90;
}

// "Became a Marketing Qualified Lead Date", "hs_v2_date_entered_lead", "MQL
// on".
std::string StageDateOf(std::string_view header) {
  constexpr std::array<std::string_view, 22> kFrame = {
      "became",   "a",     "an",       "date",      "entered",
      "on",       "at",    "since",    "the",       "hs",
      "v2",       "stage", "pipeline", "lifecycle", "lifecyclestage",
      "property", "data",  "дата",     "datum",     "of",
      "time",     "first"};
  const std::string folded = Fold(header);
  std::string rest;
  bool framed = false;
  for (const std::string_view word : Words(folded)) {
    if (std::ranges::find(kFrame, word) != kFrame.end()) {
      framed |= word != "lifecycle" && word != "stage" &&
                word != "lifecyclestage" && word != "property" && word != "hs";
    } else {
      rest += word;
    }
  }
  if (!framed || rest.empty()) return "";
  const bool spoken = folded.find("became") != folded.npos ||
                      folded.find("entered") != folded.npos ||
                      folded.starts_with("hs_") ||
                      folded.starts_with("property_hs_");
  const std::string_view stage = CanonicalStage(rest);
  if (stage == "other") return "";
  const bool telling = stage == "mql" || stage == "sql";
  return spoken || telling ? "became_" + std::string(stage) : "";
}

}  // namespace

FieldGuess LeadFieldOf(std::string_view header) {
  constexpr std::string_view kWarehousePrefix = "property_";
  std::string_view plain = header;
  if (Fold(plain.substr(0, kWarehousePrefix.size())) == kWarehousePrefix) {
    plain.remove_prefix(kWarehousePrefix.size());
  }
  const std::string key = NameKey(plain);
  if (const std::string date = StageDateOf(header); !date.empty()) {
    return {date, 0, 90};
  }
  if (key.starts_with("became")) {
    return {};
  }
  if (const std::string_view field = TextNamed(kMoreLeadFields, key);
      !field.empty()) {
    return {std::string(field), 50, 90};
  }
  const Meaning meaning = MeaningOf(header, TableKind::kLeads);
  if (meaning.name.empty()) return {};
  return {std::string(meaning.name), meaning.rank,
          ConfidenceOf(key, header, meaning.name)};
}

FieldGuess EventFieldOf(std::string_view header) {
  const std::string key = NameKey(header);
  if (const std::string_view field = TextNamed(kMoreEventFields, key);
      !field.empty()) {
    return {std::string(field), 20, ConfidenceOf(key, header, field)};
  }
  const Meaning meaning = MeaningOf(header, TableKind::kEvents);
  if (meaning.name.empty()) return {};
  const std::string_view field = meaning.name == "time" ? "at" : meaning.name;
  return {std::string(field), meaning.rank,
          header == meaning.name ? 100 : ConfidenceOf(key, header, field)};
}

bool DescribesPeople(std::string_view field) {
  constexpr std::array<std::string_view, 10> kFields = {
      "first_name", "last_name", "full_name", "phone",   "mobile",
      "job_title",  "company",   "industry",  "country", "employees"};
  return std::ranges::find(kFields, field) != kFields.end();
}

bool IsOwnWord(std::string_view field) {
  return field == "type_detail" || field == "time_of_day" ||
         field == "other_id" || field == "fax" || field == "json";
}

bool LooksLikeEmail(std::string_view cell) {
  const size_t at = cell.find('@');
  if (at == cell.npos || at == 0 || cell.find('@', at + 1) != cell.npos) {
    return false;
  }
  const size_t point = cell.rfind('.');
  return point != cell.npos && point > at + 1 && point + 1 < cell.size() &&
         cell.find_first_of(" \t,;<>()") == cell.npos;
}

bool LooksLikePhone(std::string_view cell) {
  if (!cell.starts_with('+') && !cell.starts_with("00")) return false;
  const auto digits =
      std::ranges::count_if(cell, [](char c) { return c >= '0' && c <= '9'; });
  return digits >= 8 && digits <= 15 &&
         cell.find_first_not_of("+0123456789 ()-./") == cell.npos;
}

bool LooksLikeWebsite(std::string_view cell) {
  return (cell.starts_with("http://") || cell.starts_with("https://") ||
          cell.starts_with("www.")) &&
         cell.find(' ') == cell.npos;
}

std::string_view CostFieldOf(std::string_view header) {
  return TextNamed(kCostFields, NameKey(header));
}

std::string_view OutcomeFieldOf(std::string_view header) {
  return TextNamed(kOutcomeFields, NameKey(header));
}

}  // namespace mqlab
