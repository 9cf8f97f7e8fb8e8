import { useState } from 'react';
import { t } from '../../i18n';
import { Select } from '../../ui/select';
import { type FigureRow, Figures } from './figures';
import { type Sorting, type SortKey, sortedBy, sortingAfter } from './sorting';

export interface SortedRow extends FigureRow {
  /** Of each column, that of the names first. */
  keys: SortKey[];
}

export interface SortedFiguresProps {
  columns: string[];
  rows: SortedRow[];
  first: Sorting;
}

/** A table of figures that a press on a column sorts; where the columns have no room, a choice does. */
export function SortedFigures({ columns, rows, first }: SortedFiguresProps) {
  const [sorting, setSorting] = useState(first);
  return (
    <div className="sorted-figures">
      <div className="sort-choice" data-page-only>
        <Select
          label={t('channels.sorted_by')}
          choices={columns.map((name, column) => ({ id: String(column), name }))}
          value={String(sorting.column)}
          onChange={(id) => setSorting(sortingAfter({ column: -1, descending: false }, Number(id)))}
        />
      </div>
      <Figures
        columns={columns}
        rows={sortedBy(rows, sorting)}
        sorting={sorting}
        onSort={(column) => setSorting(sortingAfter(sorting, column))}
      />
    </div>
  );
}
