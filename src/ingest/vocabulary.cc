#include "ingest/vocabulary.h"

#include <array>
#include <map>
#include <span>
#include <string>

#include "base/text.h"

namespace mqlab {
namespace {

struct Entry {
  std::string_view name;
  // Headers that mean it, the best ones first, separated by '|'. The name
  // itself is always one. Spellings that differ in case, spaces and
  // punctuation are the same; letters with and without marks are not.
  std::string_view headers;
};

constexpr Entry kLeadEntries[] = {
    {"lead_id",
     "Lead ID|Record ID|Contact ID|Prospect ID|ID|Person - ID|vid|hs_object_id|"
     "LEID|EUID|user_pseudo_id"},
    {"email",
     "Email Address|E-mail|Work Email|Primary Email|Person - Email|"
     "Person - Email - Work|user_email|Adresă de e-mail|Adresa de e-mail|"
     "Adres e-mail|Эл. почта|Почта|E-pošta|E-posta"},
    {"first_name", "Firstname|Given Name|Prenume|Imię|Imie|Имя|Ime"},
    {"last_name", "Lastname|Surname|Family Name|Nume|Nazwisko|Фамилия|Prezime"},
    {"full_name", "Name|Lead Name|Contact Name|Person - Name"},
    {"phone", "Phone Number|SMS|Main Phone|Person - Phone|Telefon|Телефон"},
    {"mobile", "Mobile Phone|Mobile Phone Number"},
    {"job_title",
     "Title|Position|Funcție|Functie|Stanowisko|Должность|Pozicija"},
    {"company",
     "Company Name|Company / Account|Account Name|Associated Company|"
     "Organization - Name|Organization|Organisation|Companie|Firmă|Firma|"
     "Компания|Kompanija"},
    {"website", "Website URL|Web site|Site|Organization - Website"},
    {"industry", "Company Industry"},
    {"employees",
     "Number of Employees|No. of Employees|Num Employees|"
     "Company Number of Employees"},
    {"annual_revenue", "Company Annual Revenue"},
    {"country",
     "Country/Region|CC|Billing Country|Țară|Tara|Kraj|Страна|Država|Drzava"},
    {"region", "State|State/Region|State/Province|Province"},
    {"city", "Oraș|Oras|Miasto|Город|Grad"},
    {"postal_code", "Zip|Zip Code|Zip/Postal Code"},
    {"lead_source",
     "Original Source|Latest Source|hs_analytics_source|Source|Sursă|Sursa|"
     "Źródło|Zrodlo|Источник|Izvor"},
    {"source_detail",
     "Original Source Drill-Down 1|Original Source Data 1|Lead Source Detail"},
    {"campaign", "Campaign Name|Campaign Source|Form Name"},
    {"utm_source", ""},
    {"utm_medium", ""},
    {"utm_campaign", ""},
    {"utm_term", ""},
    {"utm_content", ""},
    {"gclid", ""},
    {"fbclid", ""},
    {"lifecycle_stage", "Stage|Funnel Stage"},
    {"lead_status", "Status|hs_lead_status|Member Status|Stare|Статус"},
    {"rating", "Lead Rating"},
    {"grade", ""},
    {"external_score",
     "HubSpot Score|Lead Score|Score|Points|Member Rating|Visitor Score|"
     "Relative Score"},
    {"owner",
     "Contact owner|Lead Owner|Lead Owner.id|OwnerId|hubspot_owner_id|"
     "Assigned User"},
    {"tags", "Person - Label|Labels"},
    {"lists", ""},
    {"opted_out",
     "Unsubscribed from all email|hs_email_optout|HasOptedOutOfEmail|"
     "Email Opt Out|is_do_not_email|Unsubscribed|EMAIL_BLACKLISTED"},
    {"email_invalid", "hs_email_quarantined|Bounced"},
    {"created_at",
     "Create Date|Created Date|Created Time|OPTIN_TIME|CONFIRM_TIME|"
     "ADDED_TIME|Date Created|Date registered|Date added|Data creării|"
     "Data crearii|Data utworzenia|Дата создания|Datum kreiranja"},
    {"updated_at",
     "Last Modified Date|Modified Time|LAST_CHANGED|Date Modified"},
    {"last_activity_at",
     "Last Activity Date|notes_last_updated|Last Activity|last_active|"
     "Last Activity Time|Person - Last activity date|Ultima activitate|"
     "Ostatnia aktywność|Ostatnia aktywnosc|Последняя активность|"
     "Posljednja aktivnost"},
    {"converted_at", "Converted Date|pi conversion date"},
    {"is_converted", "Converted"},
};

constexpr Entry kEventEntries[] = {
    // A plain "id" means the lead only where nothing better does: beside any
    // of these it is the event's own.
    {"lead_id",
     "Lead Key|Lead|Contact ID|Prospect ID|Person ID|Person - ID|Who ID|vid|"
     "Record ID|recipient|user_pseudo_id|id"},
    {"email",
     "Email Address|E-mail|Work Email|Lead Email|Contact Email|user_email|"
     "Adresă de e-mail|Adresa de e-mail|Adres e-mail|Эл. почта|Почта|E-pošta|"
     "E-posta"},
    {"time",
     "timestamp|at|date|datetime|date time|event time|event timestamp|"
     "event date|occurred at|occurred on|occurred|happened at|Activity Date|"
     "Activity Time|hs_timestamp|created|created at|Created Time|Created Date|"
     "Create Date|Date Added|Submitted At|Data|Дата|Datum"},
    {"type",
     "event|event type|event name|activity|Activity Type|Activity - Type|"
     "type name|Activity Type ID|action|Activitate|Eveniment|Aktywność|"
     "Aktywnosc|Zdarzenie|Событие|Действие|Aktivnost|Događaj|Dogadaj"},
    {"asset", "Asset Name"},
    {"campaign", "Campaign Name"},
    {"channel", ""},
    {"value", ""},
    {"source", ""},
};

using Index = std::map<std::string, Meaning, std::less<>>;

Index MakeIndex(std::span<const Entry> entries) {
  Index index;
  for (const Entry& entry : entries) {
    index.try_emplace(NameKey(entry.name), Meaning{entry.name, 0});
  }
  for (const Entry& entry : entries) {
    std::string_view rest = entry.headers;
    for (uint32_t rank = 1; !rest.empty(); ++rank) {
      const std::string_view header = rest.substr(0, rest.find('|'));
      rest.remove_prefix(std::min(header.size() + 1, rest.size()));
      index.try_emplace(NameKey(header), Meaning{entry.name, rank});
    }
  }
  return index;
}

const Index& IndexOf(TableKind kind) {
  static const Index leads = MakeIndex(kLeadEntries);
  static const Index events = MakeIndex(kEventEntries);
  return kind == TableKind::kLeads ? leads : events;
}

}  // namespace

Meaning MeaningOf(std::string_view header, TableKind kind) {
  constexpr std::string_view kWarehousePrefix = "property_";
  if (Fold(header.substr(0, kWarehousePrefix.size())) == kWarehousePrefix) {
    header.remove_prefix(kWarehousePrefix.size());
  }
  const Index& index = IndexOf(kind);
  const auto found = index.find(NameKey(header));
  return found == index.end() ? Meaning{} : found->second;
}

std::string_view CanonicalName(std::string_view header, TableKind kind) {
  return MeaningOf(header, kind).name;
}

bool IsCanonicalName(std::string_view name, TableKind kind) {
  const Meaning meaning = MeaningOf(name, kind);
  return !meaning.name.empty() && meaning.name == name;
}

}  // namespace mqlab
