#ifndef MQLAB_WASM_SAVED_ROWS_H_
#define MQLAB_WASM_SAVED_ROWS_H_

// The rows that the page is about to save, piece by piece: of one run, whatever
// is scored meanwhile.

#include <cstdint>
#include <memory>
#include <vector>

#include "report/run.h"
#include "report/score_rows.h"
#include "wasm/views.h"

namespace mqlab::wasm {

class SavedRows {
 public:
  SavedRows(std::shared_ptr<const Run> run, std::vector<uint32_t> leads,
            const RowOptionsView& options);

  RowsView view() const;
  // Of rows [from, until): the cells of the hidden columns, row after row.
  Texts Hidden(double from, double until) const;
  // Of the same rows, with what stands in their place; the header before the
  // first.
  Bytes Write(double from, double until, const Texts& hidden) const;

 private:
  std::shared_ptr<const Run> run_;
  std::vector<uint32_t> leads_;
  ScoreRows rows_;
};

}  // namespace mqlab::wasm

#endif  // MQLAB_WASM_SAVED_ROWS_H_
