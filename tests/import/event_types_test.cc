#include "import/event_types.h"

#include <gtest/gtest.h>

#include <string_view>
#include <utility>
#include <vector>

#include "import/products.h"

namespace mqlab {
namespace {

using Pairs = std::vector<std::pair<std::string_view, std::string_view>>;

void ExpectWords(const Pairs& pairs) {
  for (const auto& [text, type] : pairs) {
    EXPECT_EQ(EventTypeByWords(text), type) << text;
  }
}

TEST(EventTypesTest, AreThoseOfTheVocabulary) {
  EXPECT_EQ(CanonicalEventTypes().size(), 63U);
  EXPECT_EQ(CanonicalEventTypes().back(), "other");
  for (const std::string_view type : CanonicalEventTypes()) {
    EXPECT_EQ(CanonicalSpelling(type), type);
    EXPECT_EQ(EventTypeByWords(type), type);
  }
  EXPECT_EQ(CanonicalSpelling("Page View"), "page_view");
  EXPECT_EQ(CanonicalSpelling("FORM-SUBMIT"), "form_submit");
  EXPECT_EQ(CanonicalSpelling("page"), "");
}

TEST(EventTypesTest, AreFoundInEnglish) {
  ExpectWords({{"Unsubscribed from the newsletter", "email_unsubscribe"},
               {"Hard bounce", "email_bounce_hard"},
               {"Email bounced", "email_bounce_hard"},
               {"Soft bounce", "email_bounce_soft"},
               {"Marked as spam", "email_spam"},
               {"Abuse complaint", "email_spam"},
               {"Clicked link in email", "email_click"},
               {"Email opened", "email_open"},
               {"Read the e-mail", "email_open"},
               {"Email delivered", "email_delivered"},
               {"Email sent", "email_sent"},
               {"Attended webinar", "webinar_attend"},
               {"Webinar participant", "webinar_attend"},
               {"Registered for webinar", "webinar_register"},
               {"Demo request", "demo_request"},
               {"Started a trial", "trial_start"},
               {"Contact form", "form_submit"},
               {"Downloaded the guide", "content_download"},
               {"Pricing page", "page_view"},
               {"Page view", "page_view"},
               {"Visited the website", "site_visit"},
               {"Phone call", "call"},
               {"Meeting with sales", "meeting_held"},
               {"Live chat", "chat"}});
}

TEST(EventTypesTest, AreFoundInRomanian) {
  ExpectWords({{"Dezabonare", "email_unsubscribe"},
               {"Click în email", "email_click"},
               {"Email deschis", "email_open"},
               {"Participare webinar", "webinar_attend"},
               {"Înscriere la webinar", "webinar_register"},
               {"Cerere demo", "demo_request"},
               {"Formular de contact", "form_submit"},
               {"Descărcare ghid", "content_download"},
               {"Vizită pe site", "site_visit"},
               {"Apel telefonic", "call"},
               {"Perioadă de probă", "trial_start"},
               {"Întâlnire", "meeting_held"},
               {"Intalnire", "meeting_held"}});
}

TEST(EventTypesTest, AreFoundInPolish) {
  ExpectWords({{"Wypisanie z newslettera", "email_unsubscribe"},
               {"Kliknięto link w e-mailu", "email_click"},
               {"Otwarto e-mail", "email_open"},
               {"Uczestnictwo w webinarze", "webinar_attend"},
               {"Zapis na webinar", "webinar_register"},
               {"Wersja próbna", "trial_start"},
               {"Formularz kontaktowy", "form_submit"},
               {"Pobrano e-book", "content_download"},
               {"Wizyta na stronie", "page_view"},
               {"Telefon do klienta", "call"},
               {"Spotkanie", "meeting_held"}});
}

TEST(EventTypesTest, AreFoundInRussian) {
  ExpectWords({{"Отписка от рассылки", "email_unsubscribe"},
               {"Клик в письме", "email_click"},
               {"Открытие письма", "email_open"},
               {"Участие в вебинаре", "webinar_attend"},
               {"Регистрация на вебинар", "webinar_register"},
               {"Запрос демо", "demo_request"},
               {"Форма обратной связи", "form_submit"},
               {"Скачивание файла", "content_download"},
               {"Посещение сайта", "site_visit"},
               {"Звонок", "call"},
               {"Встреча", "meeting_held"}});
}

TEST(EventTypesTest, AreFoundInBosnian) {
  ExpectWords({{"Odjava s liste", "email_unsubscribe"},
               {"Otvoren e-mail", "email_open"},
               {"Prisustvo webinaru", "webinar_attend"},
               {"Prijava na webinar", "webinar_register"},
               {"Kontakt obrazac", "form_submit"},
               {"Preuzimanje vodiča", "content_download"},
               {"Posjeta stranici", "page_view"},
               {"Telefonski poziv", "call"},
               {"Probni period", "trial_start"},
               {"Sastanak", "meeting_held"}});
}

// Words count from their start: these only contain one.
TEST(EventTypesTest, AreNotFoundWithinOtherWords) {
  for (const auto& [text, wrong] : Pairs{{"Information session", "form_submit"},
                                         {"Industrial fair", "trial_start"},
                                         {"Democracy talk", "demo_request"},
                                         {"Demographic survey", "demo_request"},
                                         {"Демография", "demo_request"},
                                         {"Platform upgrade", "form_submit"},
                                         {"Formal dinner", "form_submit"},
                                         {"Формат изменён", "form_submit"},
                                         {"Problem reported", "trial_start"},
                                         {"Read a blog post", "email_open"},
                                         {"Clicked on a post", "email_click"},
                                         {"Signal received", "sign_up"},
                                         {"Consent given", "email_sent"},
                                         {"Email consent", "email_sent"},
                                         {"Consent e-mail", "email_sent"},
                                         {"Spread the word", "email_open"},
                                         {"Reopened ticket", "email_open"},
                                         {"Called off", "email_click"},
                                         {"Added to list", "ad_click"},
                                         {"Recalled product", "call"}}) {
    EXPECT_NE(EventTypeByWords(text), wrong) << text;
  }
  for (const std::string_view text : {"", " ", "Ate a sandwich", "12", "·"}) {
    EXPECT_EQ(EventTypeByWords(text), "") << text;
  }
}

TEST(EventTypesTest, FollowTheTableOfAProduct) {
  constexpr std::string_view kTable =
      "1/email=email_click|1=link_click|bounce/~soft=email_bounce_soft|"
      "bounce=email_bounce_hard";
  EXPECT_EQ(EventTypeByTable(kTable, "1", "Email"), "email_click");
  EXPECT_EQ(EventTypeByTable(kTable, "1", "E-Mail"), "email_click");
  EXPECT_EQ(EventTypeByTable(kTable, "1", "Form"), "link_click");
  EXPECT_EQ(EventTypeByTable(kTable, "1", ""), "link_click");
  EXPECT_EQ(EventTypeByTable(kTable, "BOUNCE", "Very soft"),
            "email_bounce_soft");
  EXPECT_EQ(EventTypeByTable(kTable, "Bounce", "policy"), "email_bounce_hard");
  EXPECT_EQ(EventTypeByTable(kTable, "11", ""), "other");
  EXPECT_EQ(EventTypeByTable("a=b|*=note", "x", ""), "note");
}

TEST(EventTypesTest, FollowTheDocumentedTables) {
  const auto table = [](std::string_view product, std::string_view name) {
    for (const ExportShape& shape : ExportShapes()) {
      if (shape.product == product && shape.name == name) return shape.types;
    }
    ADD_FAILURE() << product << " " << name;
    return std::string_view();
  };
  for (const auto& [type, canonical] : Pairs{{"1", "page_view"},
                                             {"2", "form_submit"},
                                             {"3", "link_click"},
                                             {"6", "email_sent"},
                                             {"7", "email_delivered"},
                                             {"8", "email_bounce_hard"},
                                             {"9", "email_unsubscribe"},
                                             {"10", "email_open"},
                                             {"11", "email_click"},
                                             {"12", "lead_created"},
                                             {"13", "field_change"},
                                             {"21", "lead_converted"},
                                             {"22", "score_change"},
                                             {"23", "other"},
                                             {"24", "list_add"},
                                             {"25", "list_remove"},
                                             {"26", "task"},
                                             {"27", "email_bounce_soft"},
                                             {"32", "other"},
                                             {"34", "opportunity_created"},
                                             {"35", "other"},
                                             {"39", "sales_email_sent"},
                                             {"40", "sales_email_open"},
                                             {"41", "sales_email_click"},
                                             {"42", "campaign_member"},
                                             {"43", "other"},
                                             {"44", "campaign_response"},
                                             {"45", "sales_email_reply"},
                                             {"46", "other"},
                                             {"48", "other"},
                                             {"101", "stage_change"},
                                             {"102", "stage_change"},
                                             {"104", "campaign_response"},
                                             {"111", "other"},
                                             {"145", "other"},
                                             {"100001", "other"}}) {
    EXPECT_EQ(EventTypeByTable(table("marketo", "activities"), type, ""),
              canonical)
        << type;
  }
  const std::string_view pardot = table("pardot", "visitor activities");
  for (const auto& [type, canonical] : Pairs{{"1", "link_click"},
                                             {"2", "page_view"},
                                             {"3", "other"},
                                             {"4", "form_submit"},
                                             {"5", "site_visit"},
                                             {"6", "email_sent"},
                                             {"7", "site_search"},
                                             {"8", "opportunity_created"},
                                             {"9", "opportunity_won"},
                                             {"10", "opportunity_lost"},
                                             {"11", "email_open"},
                                             {"12", "email_unsubscribe"},
                                             {"13", "email_bounce_hard"},
                                             {"14", "email_spam"},
                                             {"15", "other"},
                                             {"16", "email_resubscribe"},
                                             {"17", "link_click"},
                                             {"18", "other"},
                                             {"20", "site_visit"},
                                             {"21", "link_click"},
                                             {"22", "chat"},
                                             {"23", "webinar_invite"},
                                             {"24", "webinar_attend"},
                                             {"25", "webinar_register"},
                                             {"26", "social_click"},
                                             {"27", "video_view"},
                                             {"28", "event_register"},
                                             {"29", "event_attend"},
                                             {"30", "form_submit"},
                                             {"31", "other"},
                                             {"34", "video_complete"},
                                             {"35", "email_unsubscribe"},
                                             {"36", "email_bounce_soft"},
                                             {"37", "email_resubscribe"},
                                             {"38", "other"}}) {
    EXPECT_EQ(EventTypeByTable(pardot, type, "Whatever"), canonical) << type;
  }
  EXPECT_EQ(EventTypeByTable(pardot, "1", "Email"), "email_click");
  EXPECT_EQ(EventTypeByTable(pardot, "1", "File"), "content_download");
  EXPECT_EQ(EventTypeByTable(pardot, "2", "File"), "content_view");
  EXPECT_EQ(EventTypeByTable(pardot, "2", "Landing Page"), "page_view");
  EXPECT_EQ(EventTypeByTable(pardot, "4", "File"), "content_download");
}

TEST(EventTypesTest, AreRefinedByWhatWasAskedFor) {
  for (const std::string_view asset :
       {"Request a Demo", "Cerere demo", "демо", "Book demonstration"}) {
    EXPECT_EQ(RefinedByAsset("form_submit", asset), "demo_request") << asset;
  }
  for (const std::string_view asset : {"Free trial", "Wersja próbna"}) {
    EXPECT_EQ(RefinedByAsset("form_submit", asset), "trial_start") << asset;
  }
  for (const std::string_view asset :
       {"", "Contact us", "Industrial", "Memo demand"}) {
    EXPECT_EQ(RefinedByAsset("form_submit", asset), "form_submit") << asset;
  }
  EXPECT_EQ(RefinedByAsset("page_view", "Demo"), "page_view");
}

}  // namespace
}  // namespace mqlab
