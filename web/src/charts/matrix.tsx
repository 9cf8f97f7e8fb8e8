import { type CSSProperties, type KeyboardEvent, useState } from 'react';
import './matrix.css';

export interface MatrixCell {
  size: number;
  /** Of `size`; null: not known. */
  part: number | null;
  /** "A1" */
  name: string;
  sizeWords: string;
  partWords: string;
  /** In full, for screen readers. */
  words: string;
}

export interface MatrixProps {
  rowsName: string;
  columnsName: string;
  rows: string[];
  columns: string[];
  /** Row after row. */
  cells: MatrixCell[][];
  onOpen: (row: number, column: number) => void;
}

const MOVES: Record<string, [number, number]> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

const within = (place: number, length: number) => Math.max(0, Math.min(length - 1, place));

/** Counts by two scales, the fuller the darker. One tab stop: arrows go from cell to cell, Enter opens. */
export function Matrix({ rowsName, columnsName, rows, columns, cells, onOpen }: MatrixProps) {
  const [active, setActive] = useState<[number, number]>([0, 0]);
  const most = Math.max(1, ...cells.flat().map(({ size }) => size));
  const [activeRow, activeColumn] = [within(active[0], rows.length), within(active[1], columns.length)];

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const move = MOVES[event.key];
    if (!move) return;
    event.preventDefault();
    const [row, column] = [within(activeRow + move[0], rows.length), within(activeColumn + move[1], columns.length)];
    setActive([row, column]);
    event.currentTarget.querySelectorAll<HTMLButtonElement>('td button')[row * columns.length + column]?.focus();
  };

  const longest = Math.max(...[rowsName, ...rows].map(({ length }) => length));
  return (
    <table className="matrix" style={{ '--row-name': `${longest + 1}ch` } as CSSProperties} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          <td />
          <th colSpan={columns.length} className="matrix-axis" scope="colgroup">
            {columnsName}
          </th>
        </tr>
        <tr>
          <th scope="col" className="matrix-axis">
            {rowsName}
          </th>
          {columns.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {cells.map((line, row) => (
          <tr key={rows[row]}>
            <th scope="row">{rows[row]}</th>
            {line.map((cell, column) => (
              <td key={columns[column]}>
                <button
                  type="button"
                  aria-description={cell.words}
                  tabIndex={row === activeRow && column === activeColumn ? 0 : -1}
                  style={{ '--fullness': Math.sqrt(cell.size / most) } as CSSProperties}
                  onFocus={() => setActive([row, column])}
                  onClick={() => onOpen(row, column)}
                >
                  <small className="matrix-name">{cell.name}</small>
                  <b>{cell.sizeWords}</b>
                  <small>{cell.partWords}</small>
                  {cell.part !== null && cell.size > 0 && (
                    <svg height="4" width="100%" aria-hidden="true">
                      <rect className="track" width="100%" height="4" rx="2" />
                      <rect className="now" width={`${(100 * cell.part) / cell.size}%`} height="4" rx="2" />
                    </svg>
                  )}
                </button>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
