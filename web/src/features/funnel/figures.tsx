import type { ReactNode } from 'react';
import { capital } from '../../format';
import type { Sorting } from './sorting';
import './figures.css';

export interface FigureRow {
  id: string | number;
  name: ReactNode;
  cells: ReactNode[];
}

export interface FiguresProps {
  /** That of the names, then one a cell; "" of a drawing. */
  columns: string[];
  rows: FigureRow[];
  /** How the rows are sorted, where a press on a column sorts them. */
  sorting?: Sorting;
  onSort?: (column: number) => void;
}

interface HeadProps extends Pick<FiguresProps, 'sorting' | 'onSort'> {
  name: string;
  column: number;
}

function Head({ name, column, sorting, onSort }: HeadProps) {
  if (name === '') return <td className="drawing" />;
  const sorted = sorting?.column === column && (sorting.descending ? 'descending' : 'ascending');
  return (
    <th scope="col" {...(sorted && { 'aria-sort': sorted })}>
      {onSort ? (
        <button type="button" onClick={() => onSort(column)}>
          {name}
          <i className="sort-mark" />
        </button>
      ) : (
        name
      )}
    </th>
  );
}

/** A table of figures. Where it has no room, each row is a list under its name. */
export function Figures({ columns, rows, ...sort }: FiguresProps) {
  return (
    <div className="figures-frame">
      <table className="figures">
        <thead>
          <tr>
            {columns.map((name, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no identity but their place
              <Head key={column} name={name} column={column} {...sort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, cells }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {cells.map((cell, at) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: the same
                  key={at}
                  className={columns[at + 1] === '' ? 'drawing' : undefined}
                  data-column={capital(columns[at + 1] ?? '')}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
