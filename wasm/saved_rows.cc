#include "wasm/saved_rows.h"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>

#include "wasm/convert.h"
#include "wasm/typed_array.h"

namespace mqlab::wasm {

using emscripten::val;

namespace {

RowOptions FromRowOptions(const RowOptionsView& view) {
  RowOptions options;
  const auto format = view.format.as<std::string>();
  options.format = format == "ndjson" ? RowFormat::kNdjson
                   : format == "html" ? RowFormat::kHtml
                                      : RowFormat::kCsv;
  options.delimiter = view.delimiter.as<std::string>()[0];
  options.crlf = view.crlf;
  options.decimal_comma = view.decimal_comma;
  options.spreadsheet_safe = view.safe;
  const auto count = view.columns["length"].as<size_t>();
  for (size_t i = 0; i < count; ++i) {
    const auto column = view.columns[i].as<RowColumnView>();
    options.columns.push_back(
        {column.name.as<std::string>(), column.header.as<std::string>(),
         emscripten::vecFromJSArray<std::string>(column.stages),
         column.hidden});
  }
  return options;
}

}  // namespace

SavedRows::SavedRows(std::shared_ptr<const Run> run,
                     std::vector<uint32_t> leads, const RowOptionsView& options)
    : run_(std::move(run)),
      leads_(std::move(leads)),
      rows_(run_->program, *run_->dataset, run_->table,
            FromRowOptions(options)) {
  if (!rows_.unknown().empty()) throw std::out_of_range("no such column");
}

RowsView SavedRows::view() const {
  val headers = val::array();
  val types = val::array();
  for (size_t column = 0; column < rows_.num_columns(); ++column) {
    headers.call<void>("push", ToText(rows_.header(column)));
    types.call<void>("push", ToText(FieldTypeName(rows_.type(column))));
  }
  return {static_cast<double>(leads_.size()), Texts(headers),
          FieldTypeTexts(types)};
}

Texts SavedRows::Hidden(double from, double until) const {
  std::vector<std::string> cells;
  const size_t end = std::min(leads_.size(), static_cast<size_t>(until));
  for (auto row = static_cast<size_t>(from); row < end; ++row) {
    rows_.AppendHidden(leads_[row], &cells);
  }
  return Texts(List(cells, ToText));
}

Bytes SavedRows::Write(double from, double until, const Texts& hidden) const {
  const auto begin = static_cast<size_t>(from);
  const size_t end = std::min(leads_.size(), static_cast<size_t>(until));
  const auto cells = emscripten::vecFromJSArray<std::string>(hidden);
  if (begin > end || cells.size() != (end - begin) * rows_.num_hidden()) {
    throw std::invalid_argument("hidden cells of other rows");
  }
  std::string text;
  if (begin == 0) text = rows_.Header();
  for (size_t row = begin; row < end; ++row) {
    rows_.Append(leads_[row],
                 std::span(cells).subspan((row - begin) * rows_.num_hidden()),
                 &text);
  }
  return ToBytes(text);
}

}  // namespace mqlab::wasm
