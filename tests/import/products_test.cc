#include "import/products.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "import/event_types.h"
#include "import/exports.h"
#include "import/named_texts.h"

namespace mqlab {
namespace {

std::string ProductOf(const std::vector<std::string>& headers,
                      std::string_view path = "file.csv") {
  const ExportShape* const shape = FindShape(headers, path);
  return shape == nullptr ? "" : std::string(shape->product);
}

std::set<std::string> AllHeaders() {
  std::set<std::string> headers;
  for (const Export& file : Exports()) {
    for (const Json& column : file.expected["columns"]) {
      headers.insert(column["header"].get<std::string>());
    }
  }
  return headers;
}

// Whatever header it is, of whatever product.
TEST(ProductsTest, AreNeverClaimedByOneHeader) {
  const std::set<std::string> headers = AllHeaders();
  EXPECT_GT(headers.size(), 300U);
  for (const std::string& header : headers) {
    EXPECT_EQ(ProductOf({header}), "") << header;
  }
}

// Nor by one among those that anybody's list has.
TEST(ProductsTest, AreNotClaimedByOneHeaderAmongUsualOnes) {
  const std::vector<std::string> usual = {"Email",   "First Name", "Last Name",
                                          "Company", "Phone",      "Country"};
  EXPECT_EQ(ProductOf(usual), "");
  for (const std::string& header : AllHeaders()) {
    std::vector<std::string> headers = usual;
    headers.push_back(header);
    EXPECT_EQ(ProductOf(headers), "") << header;
  }
}

TEST(ProductsTest, AreNotClaimedByListsMadeByHand) {
  EXPECT_EQ(ProductOf({"Email", "Name", "Status", "Tags", "Source"}), "");
  EXPECT_EQ(ProductOf({"id", "email", "type", "created_at"}), "");
  EXPECT_EQ(ProductOf({"lead_id", "time", "type", "value"}), "");
  EXPECT_EQ(ProductOf({"id", "email", "title", "company", "rating"}), "");
  EXPECT_EQ(ProductOf({"Name", "Property type", "Property price", "Email"}),
            "");
  EXPECT_EQ(ProductOf({"Name", "Email", "Member Status", "Paid until"}), "");
  EXPECT_EQ(ProductOf({"id", "email", "is_deleted", "status"}), "");
  EXPECT_EQ(ProductOf({"Email", "Timestamp"}, "opened.csv"), "");
  EXPECT_EQ(ProductOf({}), "");
  EXPECT_EQ(ProductOf({"", "", ""}), "");
}

TEST(ProductsTest, AreKnownByTheirPathWhereHeadersTellNothing) {
  EXPECT_EQ(ProductOf({"Email", "Timestamp"}, "granular_activity/opens/a.csv"),
            "mailchimp");
  EXPECT_EQ(ProductOf({"Email", "Timestamp", "Url"},
                      "x.zip/granular_activity/clicks/a.csv"),
            "mailchimp");
}

TEST(ProductsTest, AreKnownByTheirTypes) {
  for (const std::string_view type :
       {"email.read", "page.hit", "form.submitted", "asset.download",
        "point.gained"}) {
    const ExportShape* const shape = FindShapeByType(type);
    ASSERT_NE(shape, nullptr) << type;
    EXPECT_EQ(shape->product, "mautic") << type;
  }
  for (const std::string_view type :
       {"", "email", "email.", "Email read", "email. Then", "x.email.read"}) {
    EXPECT_EQ(FindShapeByType(type), nullptr) << type;
  }
}

// The tables themselves: whatever stands there is a canonical type.
TEST(ProductsTest, HaveOnlyCanonicalTypes) {
  std::set<std::string_view> types(CanonicalEventTypes().begin(),
                                   CanonicalEventTypes().end());
  types.insert("ignored");
  std::set<std::string_view> products;
  for (const ExportShape& shape : ExportShapes()) {
    products.insert(shape.product);
    for (const auto& [name, type] : NamedTexts(shape.types)) {
      EXPECT_TRUE(types.contains(type)) << shape.product << " " << type;
    }
    for (const auto& [field, text] : NamedTexts(shape.constants)) {
      if (field == "type") {
        EXPECT_TRUE(types.contains(text)) << text;
      }
    }
  }
  EXPECT_EQ(products,
            (std::set<std::string_view>{
                "activecampaign", "brevo", "ga4", "google_ads", "hubspot",
                "kit", "mailchimp", "marketo", "mautic", "meta", "pardot",
                "pipedrive", "salesforce", "systeme_io", "zoho"}));
}

TEST(ProductsTest, SplitsNamedTexts) {
  const auto parts = NamedTexts("a=b| c=d |a=b=c");
  ASSERT_EQ(parts.size(), 3U);
  EXPECT_EQ(parts[1].name, "c");
  EXPECT_EQ(parts[1].text, "d");
  EXPECT_EQ(parts[2].name, "a=b");
  EXPECT_EQ(parts[2].text, "c");
  EXPECT_TRUE(NamedTexts("").empty());
}

}  // namespace
}  // namespace mqlab
