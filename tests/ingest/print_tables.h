#ifndef MQLAB_TESTS_INGEST_PRINT_TABLES_H_
#define MQLAB_TESTS_INGEST_PRINT_TABLES_H_

// All that readers say of a table, as text, and tables on which they may
// differ.

#include <string>
#include <string_view>

#include "ingest/table_readers.h"

namespace mqlab {

std::string Print(const LeadsResult& result);
// One issue a line: identifier, row:column, arguments.
std::string Dump(const IssueList& issues);
// Of the first hundred leads, and all orphans.
std::string Print(const EventsResult& result);

// Ids l1, l2, 17 and a@x.org.
const LeadTable& SomeLeads();

// `rest` behind so many rows that pieces are read as they come.
std::string BehindTheSample(std::string_view header, std::string_view row,
                            std::string_view rest);

// Rows of every kind: lead_id,time,type,detail.
inline constexpr std::string_view kOddEvents =
    "l1,2026-03-01,visit,\"a\nb\"\r\n\r\n"
    "l2,2026-03-01T10:00:00Z,open,\"x \"\"y\"\"\"\n"
    "l1,03/13/2026,visit,12\" disk\r"
    "nobody,2026-03-02,visit,\" , \" \n"
    ",2026-03-02,visit,\"w\" x\n"
    "l2,2026-03-02\n"
    "l2,,visit,,,more\n,,,\n"
    "l1,soon,,\xC3\xA4\xC3\n"
    "l1,2026-03-04,visit,\"never closed\n"
    "l2,1.2.2026,reply,\"\"\"\"\n"
    "17,2026-02-30,visit,\t z \t\n"
    "l2,2026-03-05,visit,last";

}  // namespace mqlab

#endif  // MQLAB_TESTS_INGEST_PRINT_TABLES_H_
