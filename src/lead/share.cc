#include "lead/share.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace mqlab {
namespace {

constexpr uint32_t kShareBlock = EventLog::kOwnersABlock;

void WriteColumn(const Column& column, ByteWriter* to) {
  to->Text(column.name);
  to->Text(column.header);
  to->Number(column.number);
  const CellFormat& format = column.format;
  to->Number(static_cast<uint8_t>(format.decimal_comma));
  to->Number(format.group);
  to->Number(format.date_order);
  to->Number(format.unix_time);
  to->Number(format.zone_minutes);
  to->Number(column.votes);
}

Column ReadColumn(ByteReader* from) {
  Column column;
  column.texts.StopLookups();
  column.name = from->Text();
  column.header = from->Text();
  column.number = from->Number<uint32_t>();
  CellFormat& format = column.format;
  format.decimal_comma = from->Number<uint8_t>() != 0;
  format.group = from->Number<char>();
  format.date_order = from->Number<DateOrder>();
  format.unix_time = from->Number<UnixTime>();
  format.zone_minutes = from->Number<int32_t>();
  column.votes = from->Number<TypeVotes>();
  return column;
}

void AppendTexts(ByteReader* from, StringPool* to) {
  for (auto left = from->Number<uint32_t>(); left > 0 && !from->failed();
       --left) {
    to->Append(from->Text());
  }
}

void AppendCodes(ByteReader* from, Codes* to) {
  const Codes codes = Codes::Read(from);
  codes.Visit([&](const auto* code) {
    const std::vector<uint32_t> wide(code, code + codes.size());
    to->Append(wide);
  });
}

void WriteBlock(const EventBlock& block, ByteWriter* to) {
  to->Numbers<uint32_t>(block.offsets);
  to->Numbers<Instant>(block.time);
  block.type.Write(to);
  to->Numbers<uint32_t>(block.row);
  for (const Codes& codes : block.properties) codes.Write(to);
}

EventBlock ReadBlock(size_t properties, ByteReader* from) {
  EventBlock block;
  block.offsets = from->Numbers<uint32_t>();
  block.time = from->Numbers<Instant>();
  block.type = Codes::Read(from);
  block.row = from->Numbers<uint32_t>();
  for (size_t i = 0; i < properties; ++i) {
    block.properties.push_back(Codes::Read(from));
  }
  return block;
}

}  // namespace

std::vector<uint32_t> CutLeads(const Dataset& dataset, uint32_t ranges) {
  constexpr uint64_t kEventsALead = 4;  // that take as long as one without any
  const uint32_t leads = dataset.leads.size();
  const auto blocks = dataset.events.log.blocks();
  const uint64_t all = dataset.events.log.size() + kEventsALead * leads;
  std::vector<uint32_t> cuts = {0};
  uint64_t before = 0;
  for (uint32_t lead = 0; lead < leads && cuts.size() < ranges;) {
    const size_t block = lead / kShareBlock;
    const uint32_t size = std::min(kShareBlock, leads - lead);
    before += kEventsALead * size;
    if (block < blocks.size()) before += blocks[block]->time.size();
    lead += size;
    while (cuts.size() < ranges && before * ranges >= all * cuts.size()) {
      cuts.push_back(lead);
    }
  }
  cuts.resize(std::max(1u, ranges), leads);
  cuts.push_back(leads);
  return cuts;
}

ShareWriter::ShareWriter(std::shared_ptr<const Dataset> dataset, uint32_t begin,
                         uint32_t end)
    : dataset_(std::move(dataset)), begin_(begin), end_(end) {
  for (const Column& field : dataset_->leads.fields) {
    recodings_.emplace_back().codes.resize(field.texts.size());
  }
}

uint32_t ShareWriter::Recoding::Code(uint32_t code) {
  if (code == Column::kMissing) return code;
  uint32_t& known = codes[code];
  if (known == 0) {
    known = ++last;
    fresh.push_back(code);
  }
  return known;
}

std::string ShareWriter::Next(size_t bytes) {
  ByteWriter piece;
  while (step_ != Step::kDone && piece.size() < bytes) {
    switch (step_) {
      case Step::kHead:
        WriteHead(&piece);
        step_ = Step::kTexts;
        break;
      case Step::kTexts:
        WriteTexts(&piece);
        break;
      case Step::kMerged:
        WriteMerged(&piece);
        break;
      case Step::kLeads:
        WriteLeads(&piece);
        break;
      case Step::kDone:
        break;
    }
  }
  return piece.Take();
}

void ShareWriter::WriteHead(ByteWriter* to) const {
  const EventStore& events = dataset_->events;
  to->Number(Kind::kHead);
  to->Number(end_ - begin_);
  for (const auto* columns : {&dataset_->leads.fields, &events.properties}) {
    to->Number(static_cast<uint32_t>(columns->size()));
    for (const Column& column : *columns) WriteColumn(column, to);
  }
  to->Number(events.types.size());
  for (uint32_t i = 0; i < events.types.size(); ++i) to->Text(events.types[i]);
  to->Numbers<uint64_t>(events.type_counts);
  to->Number(events.newest.value_or(kNever));
}

// All texts of the properties: their codes in the events stay.
void ShareWriter::WriteTexts(ByteWriter* to) {
  constexpr size_t kTextsAStep = 1024;
  const std::vector<Column>& properties = dataset_->events.properties;
  if (column_ == properties.size()) {
    step_ = Step::kMerged;
    column_ = 0;
    next_ = 0;
    return;
  }
  const StringPool& texts = properties[column_].texts;
  const auto begin = static_cast<uint32_t>(std::max<size_t>(1, next_));
  const auto end = static_cast<uint32_t>(
      std::min<size_t>(texts.size(), begin + kTextsAStep));
  to->Number(Kind::kTexts);
  to->Number(static_cast<uint32_t>(column_));
  to->Number(end - begin);
  for (uint32_t i = begin; i < end; ++i) to->Text(texts[i]);
  next_ = end;
  if (end < texts.size()) return;
  ++column_;
  next_ = 0;
}

void ShareWriter::WriteMerged(ByteWriter* to) {
  constexpr size_t kCellsAStep = 1u << 14;
  const std::vector<Column>& fields = dataset_->leads.fields;
  if (column_ == fields.size()) {
    step_ = begin_ < end_ ? Step::kLeads : Step::kDone;
    next_ = begin_;
    return;
  }
  const std::vector<Column::Merged>& cells = fields[column_].merged;
  const size_t end = std::min(cells.size(), next_ + kCellsAStep);
  std::vector<Column::Merged> own;
  for (; next_ < end; ++next_) {
    const Column::Merged& cell = cells[next_];
    if (cell.lead < begin_ || cell.lead >= end_) continue;
    own.push_back(
        {cell.lead - begin_, cell.row, recodings_[column_].Code(cell.code)});
  }
  if (!own.empty()) {
    to->Number(Kind::kMerged);
    to->Number(static_cast<uint32_t>(column_));
    WriteFresh(column_, to);
    to->Numbers<Column::Merged>(own);
  }
  if (next_ < cells.size()) return;
  ++column_;
  next_ = 0;
}

void ShareWriter::WriteFresh(size_t field, ByteWriter* to) {
  std::vector<uint32_t>& fresh = recodings_[field].fresh;
  const StringPool& texts = dataset_->leads.fields[field].texts;
  to->Number(static_cast<uint32_t>(fresh.size()));
  for (const uint32_t code : fresh) to->Text(texts[code]);
  fresh.clear();
}

// A block of the events, and the cells of its leads.
void ShareWriter::WriteLeads(ByteWriter* to) {
  const LeadTable& leads = dataset_->leads;
  const auto begin = static_cast<uint32_t>(next_);
  const uint32_t size = std::min(kShareBlock, end_ - begin);
  to->Number(Kind::kLeads);
  to->Numbers<uint32_t>(std::span(leads.rows).subspan(begin, size));
  std::vector<uint32_t> recoded(size);
  for (size_t field = 0; field < leads.fields.size(); ++field) {
    Recoding& recoding = recodings_[field];
    leads.fields[field].codes.Visit([&](const auto* codes) {
      for (uint32_t i = 0; i < size; ++i) {
        recoded[i] = recoding.Code(codes[begin + i]);
      }
    });
    WriteFresh(field, to);
    Codes codes;
    codes.Append(recoded);
    codes.Write(to);
  }
  const auto blocks = dataset_->events.log.blocks();
  const size_t block = begin / kShareBlock;
  to->Number(static_cast<uint8_t>(block < blocks.size()));
  if (block < blocks.size()) WriteBlock(*blocks[block], to);
  next_ = begin + size;
  if (next_ == end_) step_ = Step::kDone;
}

void ShareReader::Append(std::string_view piece) {
  ByteReader from(piece);
  while (!from.done()) {
    const auto kind = from.Number<ShareWriter::Kind>();
    if (kind == ShareWriter::Kind::kHead) *this = {};
    if (kind != ShareWriter::Kind::kHead && !begun_) from.Fail();
    switch (kind) {
      case ShareWriter::Kind::kHead:
        ReadHead(&from);
        break;
      case ShareWriter::Kind::kTexts:
        ReadTexts(&from);
        break;
      case ShareWriter::Kind::kMerged:
        ReadMerged(&from);
        break;
      case ShareWriter::Kind::kLeads:
        ReadLeads(&from);
        break;
      default:
        from.Fail();
    }
  }
  failed_ = failed_ || from.failed();
}

void ShareReader::ReadHead(ByteReader* from) {
  EventStore& events = share_.events;
  begun_ = true;
  leads_ = from->Number<uint32_t>();
  for (auto* columns : {&share_.leads.fields, &events.properties}) {
    for (auto left = from->Number<uint32_t>(); left > 0 && !from->failed();
         --left) {
      columns->push_back(ReadColumn(from));
    }
  }
  AppendTexts(from, &events.types);
  events.type_counts = from->Numbers<uint64_t>();
  const auto newest = from->Number<Instant>();
  if (newest != kNever) events.newest = newest;
}

void ShareReader::ReadTexts(ByteReader* from) {
  const auto property = from->Number<uint32_t>();
  if (property >= share_.events.properties.size()) return from->Fail();
  AppendTexts(from, &share_.events.properties[property].texts);
}

void ShareReader::ReadMerged(ByteReader* from) {
  const auto field = from->Number<uint32_t>();
  if (field >= share_.leads.fields.size()) return from->Fail();
  Column& column = share_.leads.fields[field];
  AppendTexts(from, &column.texts);
  const auto cells = from->Numbers<Column::Merged>();
  column.merged.insert(column.merged.end(), cells.begin(), cells.end());
}

void ShareReader::ReadLeads(ByteReader* from) {
  const auto rows = from->Numbers<uint32_t>();
  share_.leads.rows.insert(share_.leads.rows.end(), rows.begin(), rows.end());
  for (Column& column : share_.leads.fields) {
    AppendTexts(from, &column.texts);
    AppendCodes(from, &column.codes);
  }
  if (from->Number<uint8_t>() == 0) return;
  blocks_.push_back(ReadBlock(share_.events.properties.size(), from));
}

Dataset ShareReader::Take() {
  share_.events.log = EventLog(std::move(blocks_));
  return std::move(share_);
}

}  // namespace mqlab
