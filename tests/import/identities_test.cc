#include "import/identities.h"

#include <gtest/gtest.h>

#include <string_view>

namespace mqlab {
namespace {

using By = Identities::By;

void ExpectFound(const Identities& who, const Identities::Keys& keys,
                 uint32_t lead, By by) {
  const Identities::Found found = who.Find(keys);
  EXPECT_EQ(found.lead, lead);
  EXPECT_EQ(found.by, by);
}

TEST(IdentitiesTest, AsksTheIdThenTheEmailThenOthersThenTheVisitor) {
  Identities who(false);
  const uint32_t a = who.AddLead(
      {.id = "1", .email = "A@x.example", .visitor = "v1", .others = "00Q;9"},
      0);
  const uint32_t b =
      who.AddLead({.id = "2", .email = "b@x.example", .visitor = "v2"}, 0);
  EXPECT_EQ(who.id(a), "1");
  EXPECT_EQ(who.size(), 2U);
  ExpectFound(who, {.id = "2", .email = "a@x.example"}, b, By::kId);
  ExpectFound(who, {.id = "8", .email = "a@X.example"}, a, By::kEmail);
  ExpectFound(who, {.id = "a@x.EXAMPLE"}, a, By::kEmail);
  ExpectFound(who, {.id = "9"}, a, By::kOtherId);
  ExpectFound(who, {.id = "8", .visitor = "v2"}, b, By::kVisitor);
  ExpectFound(who, {.id = "v1"}, a, By::kVisitor);
  ExpectFound(who, {.id = "8"}, Identities::kNone, By::kNothing);
  ExpectFound(who, {}, Identities::kNone, By::kNothing);
}

TEST(IdentitiesTest, KeepsIdsAndVisitorsAndEmailsApart) {
  Identities who(false);
  who.AddLead({.id = "1", .email = "x", .visitor = "y"}, 0);
  ExpectFound(who, {.email = "1"}, Identities::kNone, By::kNothing);
  ExpectFound(who, {.email = "y"}, Identities::kNone, By::kNothing);
  ExpectFound(who, {.visitor = "1"}, Identities::kNone, By::kNothing);
  ExpectFound(who, {.id = "I"}, Identities::kNone, By::kNothing);
}

TEST(IdentitiesTest, AddsRowsOfTheSameLead) {
  Identities who(true);
  const uint32_t a = who.AddLead({.id = "1", .email = "a@x.example"}, 0);
  EXPECT_EQ(who.AddLead({.id = "1"}, 0), a);
  EXPECT_EQ(who.AddLead({.id = "1", .email = "other@x.example"}, 1), a);
  EXPECT_EQ(who.merged(), 0U);
  // By e-mail of another file, and then by that id as well.
  EXPECT_EQ(who.AddLead({.id = "77", .email = "A@X.example"}, 1), a);
  EXPECT_EQ(who.merged(), 1U);
  ExpectFound(who, {.id = "77"}, a, By::kOtherId);
  // Two ids of one file are two leads.
  EXPECT_NE(who.AddLead({.id = "2", .email = "a@x.example"}, 0), a);
  // Without an id the e-mail is the lead.
  EXPECT_EQ(who.AddLead({.email = "a@x.EXAMPLE"}, 0), a);
  EXPECT_EQ(who.AddLead({}, 0), Identities::kNone);
}

TEST(IdentitiesTest, DoesNotMergeUnlessItIsToDo) {
  Identities who(false);
  const uint32_t a = who.AddLead({.id = "1", .email = "a@x.example"}, 0);
  EXPECT_NE(who.AddLead({.id = "77", .email = "a@x.example"}, 1), a);
  EXPECT_EQ(who.merged(), 0U);
  ExpectFound(who, {.email = "a@x.example"}, a, By::kEmail);
}

TEST(IdentitiesTest, TiesVisitorsToTheFirstLead) {
  Identities who(false);
  const uint32_t a = who.AddLead({.id = "1", .email = "a@x.example"}, 0);
  who.AddLead({.id = "2"}, 0);
  who.TieVisitor({.id = "nobody", .visitor = "v1"});
  ExpectFound(who, {.visitor = "v1"}, Identities::kNone, By::kNothing);
  who.TieVisitor({.email = "A@x.example", .visitor = "v1"});
  who.TieVisitor({.id = "2", .visitor = "v1"});
  ExpectFound(who, {.visitor = "v1"}, a, By::kVisitor);
  who.TieVisitor({.id = "1"});
}

TEST(IdentitiesTest, KnowsIdsOfSalesforceOfBothLengths) {
  Identities who(false);
  const uint32_t a = who.AddLead({.id = "00Q5e00001AbCdEEAV"}, 0);
  const uint32_t b = who.AddLead({.id = "0035e00001XyZaB"}, 0);
  const uint32_t c =
      who.AddLead({.id = "7", .others = "00Q5e00001QqQqQAAA"}, 0);
  ExpectFound(who, {.id = "00Q5e00001AbCdE"}, a, By::kOtherId);
  ExpectFound(who, {.id = "0035e00001XyZaBEAV"}, b, By::kOtherId);
  ExpectFound(who, {.id = "00Q5e00001QqQqQ"}, c, By::kOtherId);
  ExpectFound(who, {.id = "00Q5e00001QqQqQAAA"}, c, By::kOtherId);
  // Case tells among 15, and other texts of 18 are no such ids.
  ExpectFound(who, {.id = "00Q5e00001aBcDe"}, Identities::kNone, By::kNothing);
  const uint32_t d = who.AddLead({.id = "ABCDEFGHIJKLMNOPQR"}, 0);
  ExpectFound(who, {.id = "ABCDEFGHIJKLMNO"}, Identities::kNone, By::kNothing);
  ExpectFound(who, {.id = "ABCDEFGHIJKLMNOPQR"}, d, By::kId);
}

}  // namespace
}  // namespace mqlab
