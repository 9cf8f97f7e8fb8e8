#include "import/stages.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "import/named_texts.h"

namespace mqlab {
namespace {

// Texts reduced to letters and digits.
constexpr std::string_view kStages =
    "subscriber=subscriber|newsletter=subscriber|abonent=subscriber|"
    "subskrybent=subscriber|подписчик=subscriber|"
    "lead=lead|newlead=lead|rawlead=lead|inquiry=lead|лид=lead|"
    "mql=mql|marketingqualifiedlead=mql|marketingqualified=mql|"
    "marketingaccepted=mql|warm=mql|"
    "sql=sql|salesqualifiedlead=sql|salesqualified=sql|salesaccepted=sql|"
    "salesacceptedlead=sql|sal=sql|qualified=sql|"
    "opportunity=opportunity|opp=opportunity|opendeal=opportunity|"
    "proposal=opportunity|oportunitate=opportunity|"
    "customer=customer|won=customer|client=customer|closedwon=customer|"
    "closedconverted=customer|klient=customer|клиент=customer|kupac=customer|"
    "evangelist=evangelist|promoter=evangelist|"
    "disqualified=disqualified|unqualified=disqualified|"
    "junklead=disqualified|lostlead=disqualified|notqualified=disqualified|"
    "closednotconverted=disqualified|cleaned=disqualified|"
    "recycled=recycled|nurture=recycled|nurturing=recycled|"
    "contactinfuture=recycled|badtiming=recycled";

constexpr std::string_view kStatuses =
    "new=new|opennotcontacted=new|notcontacted=new|created=new|nou=new|"
    "nowy=new|новый=new|novi=new|"
    "open=open|attemptedtocontact=attempting|inprogress=working|"
    "workingcontacted=working|working=working|contacted=working|"
    "connected=working|prequalified=qualified|qualified=qualified|"
    "opendeal=qualified|unqualified=unqualified|notqualified=unqualified|"
    "closednotconverted=unqualified|junklead=unqualified|lostlead=unqualified|"
    "badtiming=nurture|contactinfuture=nurture|nurturing=nurture|"
    "closedconverted=converted|converted=converted";

constexpr std::string_view kOutcomes =
    "won=opportunity_won|closedwon=opportunity_won|win=opportunity_won|"
    "customer=opportunity_won|câștigat=opportunity_won|castigat=opportunity_"
    "won|"
    "wygrana=opportunity_won|wygrane=opportunity_won|wygrany=opportunity_won|"
    "выиграна=opportunity_won|выигран=opportunity_won|выиграно=opportunity_won|"
    "dobijeno=opportunity_won|dobiven=opportunity_won|"
    "lost=opportunity_lost|closedlost=opportunity_lost|loss=opportunity_lost|"
    "pierdut=opportunity_lost|przegrana=opportunity_lost|"
    "przegrane=opportunity_lost|przegrany=opportunity_lost|"
    "проиграна=opportunity_lost|проигран=opportunity_lost|"
    "проиграно=opportunity_lost|izgubljeno=opportunity_lost|"
    "izgubljen=opportunity_lost";

// What a text is called; `otherwise` when it is in the list under no name.
std::string_view NameOf(std::string_view list, std::string_view text,
                        std::string_view otherwise) {
  const std::string_view name = TextNamed(list, NameKey(text));
  return name.empty() ? otherwise : name;
}

}  // namespace

std::string_view CanonicalStage(std::string_view text) {
  return NameOf(kStages, text, "other");
}

std::string_view CanonicalStatus(std::string_view text) {
  return NameOf(kStatuses, text, "other");
}

std::string_view OutcomeType(std::string_view text) {
  return NameOf(kOutcomes, text, "");
}

}  // namespace mqlab
