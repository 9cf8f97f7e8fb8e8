import { DISQUALIFIED, type LeadRow, NO_STAGE, type SortBy } from '../../engine/protocol';
import { formatDate, formatPointsShort } from '../../format';
import { t } from '../../i18n';
import { qualifiedStage } from '../../ruleset/qualified';
import type { Ruleset } from '../../ruleset/ruleset';
import { humanize, scoreWords } from '../../ruleset/words';
import { leadHref } from '../../state/route';
import type { Column } from '../../table/columns';
import { leadName } from './lead-name';
import { StageChip } from './stage-chip';

export function stageName(ruleset: Ruleset, stage: number): string {
  if (stage === DISQUALIFIED) return t('stage.disqualified');
  if (stage === NO_STAGE) return t('stage.none');
  const found = ruleset.stages?.[stage];
  return found?.label ?? found?.id ?? '';
}

// Fields worth a column where there is room, the best first; those that name the lead are in its first column.
const EXTRA = ['job_title', 'country', 'industry', 'lead_source', 'email'];
const NAMES = ['full_name', 'first_name', 'last_name', 'company'];

function extraFields(fields: string[]): string[] {
  const others = fields.filter((name) => !EXTRA.includes(name) && !NAMES.includes(name));
  return [...EXTRA.filter((name) => fields.includes(name)), ...others].slice(0, 3);
}

/** How a column sorts; the index counts scores or fields. */
export function sortOf(columnId: string): { sort: SortBy; sortIndex: number } {
  const [sort = 'total', index = '0'] = columnId.split(':');
  return { sort: sort as SortBy, sortIndex: Number(index) };
}

export const columnIdOf = (sort: SortBy, index: number): string =>
  sort === 'score' || sort === 'field' ? `${sort}:${index}` : sort;

function NameCell({ row, field }: { row: LeadRow; field: (name: string) => string }) {
  const { title, subtitle } = leadName(row.id, field);
  return (
    <span className="lead-cell">
      <a href={leadHref(row.id)} tabIndex={-1} onClick={(event) => event.stopPropagation()}>
        {title}
      </a>
      <small>{subtitle}</small>
    </span>
  );
}

// As wide as the longest name of a stage, within reason.
function stageWidth(ruleset: Ruleset): number {
  const names = [t('stage.disqualified'), ...(ruleset.stages ?? []).map(({ id, label }) => label ?? id)];
  return Math.min(200, 44 + 7.4 * Math.max(...names.map(({ length }) => length)));
}

export function leadColumns(ruleset: Ruleset, fields: string[]): Column<LeadRow>[] {
  const field = (row: LeadRow) => (name: string) => row.cells[fields.indexOf(name)] ?? '';
  const scores = Object.keys(ruleset.scores);
  const extra = extraFields(fields);
  const qualifiedFrom = qualifiedStage(ruleset);
  return [
    {
      id: 'id',
      name: t('leads.lead'),
      width: 170,
      grow: 1.5,
      sortable: true,
      rank: 0,
      cell: (row) => <NameCell row={row} field={field(row)} />,
    },
    ...extra.map(
      (name, order): Column<LeadRow> => ({
        id: `field:${fields.indexOf(name)}`,
        name: humanize(name),
        width: 170,
        grow: 1,
        sortable: true,
        rank: 8 + order,
        cell: (row) => <span className="clip">{field(row)(name)}</span>,
      }),
    ),
    ...scores.map(
      (score, order): Column<LeadRow> => ({
        id: `score:${order}`,
        name: scoreWords(ruleset, score),
        width: 128,
        numeric: true,
        sortable: true,
        rank: 5,
        cell: (row) => formatPointsShort(row.scores[order] ?? 0),
      }),
    ),
    {
      id: 'total',
      name: t('leads.total'),
      width: 92,
      numeric: true,
      sortable: true,
      rank: 1,
      cell: (row) => <b>{formatPointsShort(row.total)}</b>,
    },
    ...(scores.some((score) => ruleset.scores[score]?.bands)
      ? [{ id: 'grade', name: t('leads.grade'), width: 84, sortable: true, rank: 4, cell: (row: LeadRow) => row.grade }]
      : []),
    {
      id: 'stage',
      name: t('leads.stage'),
      width: 112,
      widest: stageWidth(ruleset),
      sortable: true,
      rank: 2,
      cell: (row) => <StageChip stage={row.stage} name={stageName(ruleset, row.stage)} qualifiedFrom={qualifiedFrom} />,
    },
    {
      id: 'lastEvent',
      name: t('leads.last_event'),
      width: 136,
      sortable: true,
      rank: 6,
      cell: (row) => (row.lastEvent === null ? '' : formatDate(row.lastEvent)),
    },
  ];
}
