#include "import/event_types.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/text.h"
#include "import/named_texts.h"

namespace mqlab {
namespace {

constexpr std::string_view kTypes[] = {"site_visit",
                                       "page_view",
                                       "site_search",
                                       "form_start",
                                       "form_submit",
                                       "demo_request",
                                       "trial_start",
                                       "sign_up",
                                       "login",
                                       "content_download",
                                       "content_view",
                                       "link_click",
                                       "email_sent",
                                       "email_delivered",
                                       "email_open",
                                       "email_click",
                                       "email_reply",
                                       "email_bounce_hard",
                                       "email_bounce_soft",
                                       "email_unsubscribe",
                                       "email_resubscribe",
                                       "email_spam",
                                       "sales_email_sent",
                                       "sales_email_open",
                                       "sales_email_click",
                                       "sales_email_reply",
                                       "sms_sent",
                                       "sms_click",
                                       "ad_click",
                                       "social_click",
                                       "chat",
                                       "webinar_invite",
                                       "webinar_register",
                                       "webinar_attend",
                                       "event_register",
                                       "event_attend",
                                       "event_no_show",
                                       "video_view",
                                       "video_complete",
                                       "call",
                                       "call_connected",
                                       "meeting_booked",
                                       "meeting_held",
                                       "meeting_no_show",
                                       "task",
                                       "note",
                                       "campaign_member",
                                       "campaign_response",
                                       "list_add",
                                       "list_remove",
                                       "score_change",
                                       "field_change",
                                       "stage_change",
                                       "lead_created",
                                       "lead_converted",
                                       "sales_accepted",
                                       "sales_rejected",
                                       "sales_recycled",
                                       "opportunity_created",
                                       "opportunity_won",
                                       "opportunity_lost",
                                       "purchase",
                                       "other"};

// Each holds when every part, joined by '&', has a word that begins with one of
// its alternatives, or is one that ends with '!'. The first that holds tells; a
// narrower meaning comes before the wider one.
struct WordRule {
  std::string_view words;
  std::string_view type;
};

#define MQLAB_EMAIL                                                      \
  "email|mail|newsletter|письм|почт|рассылк|пошт|poczt|poruk|poșt|pošt|" \
  "posta!|postă!|poste!"
#define MQLAB_DEMO "demo!|demos!|demonstr|демо!|демоверс|демонстр"
#define MQLAB_FORM                                                           \
  "form!|forms!|webform|formular|форма!|формы!|форму!|форме!|анкет|obrazac|" \
  "obrasc"

constexpr WordRule kWordRules[] = {
    {"unsubscrib|dezabon|wypis|отпис|odjav|opt out|optout",
     "email_unsubscribe"},
    {"resubscrib", "email_resubscribe"},
    {"soft & bounc", "email_bounce_soft"},
    {"bounc|odbi|недоставл", "email_bounce_hard"},
    {"spam|abuse|спам", "email_spam"},
    {"webinar|вебинар|webinarium|webinaru & "
     "invit|zapros|zaprosz|пригла|pozvan|poziv",
     "webinar_invite"},
    {"webinar|вебинар & "
     "regist|înscri|inscri|zapis|регистр|запис|prijav|rejestr|"
     "sign",
     "webinar_register"},
    {"webinar|вебинар", "webinar_attend"},
    {"sms & click|klik|клик", "sms_click"},
    {"sms & sen|wys|trim|отправ|posla", "sms_sent"},
    {"ad|ads|reklam|реклам|anunț|oglas & click|klik|clic|клик|kliknię",
     "ad_click"},
    {MQLAB_EMAIL " & click|clic|klik|клик|переход|link", "email_click"},
    {MQLAB_EMAIL
     " & open|opened|read!|otwar|otwor|deschi|откр|прочт|otvor|pročit",
     "email_open"},
    {MQLAB_EMAIL " & repl|odpow|răspun|raspun|ответ|odgov", "email_reply"},
    {MQLAB_EMAIL " & deliver|dostar|livr|достав|ispor", "email_delivered"},
    {MQLAB_EMAIL " & sent!|send!|wys|trimi|отправ|posla", "email_sent"},
    {MQLAB_DEMO, "demo_request"},
    {"trial|próbn|probn|probă|proba!|пробн", "trial_start"},
    {MQLAB_FORM " & start|rozpocz|început|нача|započ", "form_start"},
    {MQLAB_FORM, "form_submit"},
    {"download|descăr|descar|pobra|pobier|скач|загруз|preuz",
     "content_download"},
    {"ebook|whitepaper|e & book", "content_download"},
    {"search|căut|caut|szuk|wyszuk|поиск|pretra", "site_search"},
    {"pric|preț|pret|cennik|цен|прайс|cijen|cjen & "
     "pag|page|stron|страниц|stran",
     "page_view"},
    {"pricing|cennik|cjenovnik", "page_view"},
    {"video|видео|film & complet|watched|obejrz|просмотрен|pogled",
     "video_complete"},
    {"video|видео", "video_view"},
    {"page|pagin|stron|страниц|stranic & view|visit|vizit|wizyt|viz|wyświet|"
     "odwiedz|посещ|просмотр|posjet|pregled|vedere|afiș",
     "page_view"},
    {"pageview", "page_view"},
    {"visit|vizit|wizyt|odwiedz|посещ|визит|posjet|session|sesj|sesiun|сесси",
     "site_visit"},
    {"call & connect", "call_connected"},
    {"call|called|apel|telefon|звон|poziv|rozmow", "call"},
    {"meeting|întâln|intaln|spotkan|встреч|sastan & "
     "book|schedul|umów|umow|zaplan|program|назнач|zakaz",
     "meeting_booked"},
    {"meeting|întâln|intaln|spotkan|встреч|sastan", "meeting_held"},
    {"chat|czat|чат", "chat"},
    {"login|logged|log & in|logow|autentif|вход|prijava", "login"},
    {"sign!|signs!|signed|signup|registr|register|înregistr|inregistr|rejestr|"
     "регистр|"
     "abonar|subskryb|подпис",
     "sign_up"},
    {"purchas|order|cumpăr|cumpar|comand|zakup|kupi|покуп|заказ|kupov|narudž",
     "purchase"},
    {"won|câștig|castig|wygran|выигр|dobijen", "opportunity_won"},
    {"lost|pierd|przegran|проигр|izgublj", "opportunity_lost"},
    {"opportunit|oportunit|szans|возможн|prilik", "opportunity_created"},
};

bool AnyWordStarts(const std::vector<std::string_view>& words,
                   std::string_view alternatives) {
  while (!alternatives.empty()) {
    const std::string_view stem =
        alternatives.substr(0, alternatives.find('|'));
    alternatives.remove_prefix(std::min(stem.size() + 1, alternatives.size()));
    // A short stem has to be the whole word: "ad" does not begin "added".
    const bool whole = stem.size() <= 3 || stem.ends_with('!');
    const std::string_view begin = stem.substr(0, stem.find('!'));
    for (const std::string_view word : words) {
      if (whole ? word == begin : word.starts_with(begin)) return true;
    }
  }
  return false;
}

bool Holds(const std::vector<std::string_view>& words, std::string_view rule) {
  while (!rule.empty()) {
    const size_t end = rule.find(" & ");
    if (!AnyWordStarts(words, rule.substr(0, end))) return false;
    if (end == rule.npos) break;
    rule.remove_prefix(end + 3);
  }
  return true;
}

}  // namespace

std::span<const std::string_view> CanonicalEventTypes() { return kTypes; }

std::string_view CanonicalSpelling(std::string_view text) {
  const std::string key = NameKey(text);
  for (const std::string_view type : kTypes) {
    if (key == NameKey(type)) return type;
  }
  return {};
}

std::string_view EventTypeByTable(std::string_view table, std::string_view type,
                                  std::string_view detail) {
  const std::string type_key = NameKey(type);
  const std::string detail_key = NameKey(detail);
  for (const auto& [name, canonical] : NamedTexts(table)) {
    if (name == "*") return canonical;
    const size_t slash = name.find('/');
    if (name.substr(0, slash) != type_key) continue;
    if (slash == name.npos) return canonical;
    const std::string_view wanted = name.substr(slash + 1);
    const bool fits = wanted.starts_with('~')
                          ? detail_key.find(wanted.substr(1)) != detail_key.npos
                          : detail_key == wanted;
    if (fits) return canonical;
  }
  return "other";
}

std::string_view EventTypeByWords(std::string_view text) {
  if (const std::string_view type = CanonicalSpelling(text); !type.empty()) {
    return type;
  }
  const std::string folded = Fold(text);
  const std::vector<std::string_view> words = Words(folded);
  for (const WordRule& rule : kWordRules) {
    if (Holds(words, rule.words)) return rule.type;
  }
  return {};
}

std::string_view RefinedByAsset(std::string_view type, std::string_view asset) {
  if (type != "form_submit" || asset.empty()) return type;
  const std::string folded = Fold(asset);
  const std::vector<std::string_view> words = Words(folded);
  if (AnyWordStarts(words, MQLAB_DEMO)) {
    return "demo_request";
  }
  if (AnyWordStarts(words, "trial|trials|próbn|probn|пробн")) {
    return "trial_start";
  }
  return type;
}

}  // namespace mqlab
