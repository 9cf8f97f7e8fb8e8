import { ChartCard } from '../../../charts/chart-card';
import type { ChartTable } from '../../../charts/chart-table';
import { Matrix, type MatrixCell } from '../../../charts/matrix';
import type { BandGrid } from '../../../engine/protocol';
import { formatCountShort, formatNumber, formatShare } from '../../../format';
import { t } from '../../../i18n';
import { type BandedScore, bandCondition, bandedScores } from '../../../ruleset/bands';
import { showLeads } from '../../../state/actions';
import type { SettledResult } from '../../../state/app-state';

interface Cell {
  leads: number;
  qualified: number;
}

// The engine's cells, without a last row or column of leads in no band where there are none.
function cellsOf(rows: BandedScore, columns: BandedScore, { leads, qualified }: BandGrid): Cell[][] {
  const width = columns.bands.length + 1;
  const all = Array.from({ length: rows.bands.length + 1 }, (_, row) =>
    Array.from({ length: width }, (_, column) => {
      const at = row * width + column;
      return { leads: leads[at] ?? 0, qualified: qualified[at] ?? 0 };
    }),
  );
  const lastRow = all.at(-1)?.some(({ leads }) => leads > 0) ? all : all.slice(0, -1);
  const lastColumn = all.some((row) => (row.at(-1)?.leads ?? 0) > 0);
  return lastColumn ? lastRow : lastRow.map((row) => row.slice(0, -1));
}

const bandName = ({ bands }: BandedScore, place: number): string => bands[place]?.label ?? t('matrix.none');

function Shown({
  result,
  rows,
  columns,
  cells,
}: {
  result: SettledResult;
  rows: BandedScore;
  columns: BandedScore;
  cells: Cell[][];
}) {
  const staged = (result.ruleset.stages ?? []).length > 0;
  const shown = (cell: Cell, row: number, column: number): MatrixCell => {
    const [rowBand, columnBand] = [bandName(rows, row), bandName(columns, column)];
    const share = formatShare(cell.qualified, cell.leads);
    const name = rows.bands[row] && columns.bands[column] ? rowBand + columnBand : `${rowBand} ${columnBand}`;
    const place = { name, rows: rows.name, row: rowBand, columns: columns.name, column: columnBand };
    const leads = { count: cell.leads, number: formatNumber(cell.leads) };
    return {
      size: cell.leads,
      part: staged ? cell.qualified : null,
      name,
      sizeWords: formatCountShort(cell.leads),
      partWords: staged && cell.leads > 0 ? share : '',
      words: t(staged ? 'matrix.cell' : 'matrix.cell_of_leads', { ...place, ...leads, share }),
    };
  };
  const open = (row: number, column: number) =>
    showLeads({ where: JSON.stringify({ all: [bandCondition(rows, row), bandCondition(columns, column)] }) });
  return (
    <Matrix
      rowsName={rows.name}
      columnsName={columns.name}
      rows={cells.map((_, row) => bandName(rows, row))}
      columns={(cells[0] ?? []).map((_, column) => bandName(columns, column))}
      cells={cells.map((line, row) => line.map((cell, column) => shown(cell, row, column)))}
      onOpen={open}
    />
  );
}

function summary(rows: BandedScore, columns: BandedScore, cells: Cell[][]): string {
  const all = cells.flatMap((line, row) => line.map((cell, column) => ({ ...cell, row, column })));
  const most = all.reduce((best, cell) => (cell.leads > best.leads ? cell : best));
  if (most.leads === 0) return t('chart.no_leads');
  return t('matrix.summary', {
    count: most.leads,
    number: formatNumber(most.leads),
    rows: rows.name,
    row: bandName(rows, most.row),
    columns: columns.name,
    column: bandName(columns, most.column),
  });
}

/** Leads by the bands of the first two scores that have some. */
export function MatrixCard({ result, grid, stale }: { result: SettledResult; grid: BandGrid; stale: boolean }) {
  const [rows, columns] = bandedScores(result.ruleset);
  if (!rows || !columns) return null;
  const cells = cellsOf(rows, columns, grid);
  const staged = (result.ruleset.stages ?? []).length > 0;
  const table: ChartTable = {
    columns: [rows.name, columns.name, t('chart.leads'), ...(staged ? [t('chart.qualified')] : [])],
    rows: cells.flatMap((line, row) =>
      line.map(({ leads, qualified }, column) => [
        bandName(rows, row),
        bandName(columns, column),
        leads,
        ...(staged ? [qualified] : []),
      ]),
    ),
  };
  return (
    <ChartCard
      title={t('matrix.title', { rows: rows.name, columns: columns.name })}
      summary={summary(rows, columns, cells)}
      asOf={result.figures.asOf}
      table={table}
      stale={stale}
      notes={staged && <p className="quiet-text">{t('matrix.hint')}</p>}
    >
      <Shown result={result} rows={rows} columns={columns} cells={cells} />
    </ChartCard>
  );
}

/** In its place where scores have no bands. */
export function NoMatrix() {
  return (
    <section className="card" aria-labelledby="no-matrix">
      <h2 id="no-matrix">{t('matrix.no_bands')}</h2>
      <p className="quiet-text">{t('matrix.no_bands_hint')}</p>
      <a className="button" href="#/rules">
        {t('nav.rules')}
      </a>
    </section>
  );
}
