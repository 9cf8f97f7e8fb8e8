import type { FieldType, LeadRow, SortBy } from '../../engine/protocol';
import { formatDate, formatPointsShort } from '../../format';
import { t } from '../../i18n';
import { qualifiedStage } from '../../ruleset/qualified';
import type { Ruleset } from '../../ruleset/ruleset';
import { humanize, scoreWords } from '../../ruleset/words';
import { leadHref } from '../../state/route';
import type { Column } from '../../table/columns';
import { stageName } from './filters/words';
import { leadName } from './lead-name';
import { StageChip } from './stage-chip';

// Fields worth a column where there is room, the best first; those that name the lead are in its first column.
const EXTRA = ['job_title', 'country', 'industry', 'lead_source', 'email'];
const NAMES = ['full_name', 'first_name', 'last_name', 'company'];
const PROPOSED = 3;

// The best first, then the others as in the data, at the end those of the first column.
function orderedFields(fields: string[]): string[] {
  const best = EXTRA.filter((name) => fields.includes(name));
  const names = NAMES.filter((name) => fields.includes(name));
  return [...best, ...fields.filter((name) => !best.includes(name) && !names.includes(name)), ...names];
}

export interface Sorting {
  sort: SortBy;
  sortIndex: number;
}

/** How a column sorts; the engine counts scores and fields, columns go by their names. */
export function sortOf(columnId: string, scores: string[], fields: string[]): Sorting {
  const [sort = 'total', ...rest] = columnId.split(':');
  const names = sort === 'score' ? scores : fields;
  return { sort: sort as SortBy, sortIndex: Math.max(0, names.indexOf(rest.join(':'))) };
}

export function columnIdOf({ sort, sortIndex }: Sorting, scores: string[], fields: string[]): string {
  if (sort === 'score') return `score:${scores[sortIndex] ?? ''}`;
  return sort === 'field' ? `field:${fields[sortIndex] ?? ''}` : sort;
}

function NameCell({ row, field }: { row: LeadRow; field: (name: string) => string }) {
  const { title, subtitle } = leadName(row.id, field);
  return (
    <span className="lead-cell">
      <a
        href={leadHref(row.id)}
        tabIndex={-1}
        onClick={(event) => {
          // The row opens it; with a key held the browser opens a tab or a window.
          if (event.ctrlKey || event.metaKey || event.shiftKey) event.stopPropagation();
          else event.preventDefault();
        }}
      >
        {title}
      </a>
      <small>{subtitle}</small>
    </span>
  );
}

const CHARACTER = 7.4;
const PADDING = 24;
const SORT_MARK = 14;
const CHIP = 16;

const textWidth = (texts: string[], most: number): number =>
  Math.ceil(Math.min(most, PADDING + CHARACTER * Math.max(...texts.map(({ length }) => length))));

// A heading may be cut, but not to nothing; numbers and dates never.
const headed = (name: string, width: number): number => Math.max(width, textWidth([name], 150) + SORT_MARK);

// The longest date of the language, whatever the day.
const dateWidth = (): number =>
  textWidth(
    Array.from({ length: 12 }, (_, month) => formatDate(Date.UTC(2028, month, 28))),
    200,
  );

export interface ColumnFacts {
  ruleset: Ruleset;
  fields: string[];
  typeOf: (field: string) => FieldType | null;
  /** The totals of the leads, from the lowest to the highest. */
  totals: [number, number];
}

export function leadColumns({ ruleset, fields, typeOf, totals }: ColumnFacts): Column<LeadRow>[] {
  const cellOf = (row: LeadRow) => (name: string) => row.cells[fields.indexOf(name)] ?? '';
  const scores = Object.keys(ruleset.scores);
  const qualifiedFrom = qualifiedStage(ruleset);
  const stages = [t('stage.disqualified'), ...(ruleset.stages ?? []).map(({ id, label }) => label ?? id)];
  const points = Math.max(72, textWidth(totals.map(formatPointsShort), 200));
  const numeric = { numeric: true, sortable: true, proposed: true };
  return [
    {
      id: 'id',
      name: t('leads.lead'),
      width: 150,
      least: 110,
      grow: 1.5,
      sortable: true,
      proposed: true,
      rank: 0,
      cell: (row) => <NameCell row={row} field={cellOf(row)} />,
    },
    ...orderedFields(fields).map((name, order): Column<LeadRow> => {
      const number = typeOf(name) === 'number';
      return {
        id: `field:${name}`,
        name: ruleset.fields?.[name]?.label ?? humanize(name),
        width: number ? headed(humanize(name), 100) : 170,
        least: 80,
        ...(number ? { numeric: true } : { grow: 1 }),
        sortable: true,
        proposed: order < PROPOSED && !NAMES.includes(name),
        rank: 8 + order,
        cell: (row) => <span className="clip">{cellOf(row)(name)}</span>,
      };
    }),
    ...scores.map((score, order): Column<LeadRow> => {
      const name = scoreWords(ruleset, score);
      const cell = (row: LeadRow) => formatPointsShort(row.scores[order] ?? 0);
      return { id: `score:${score}`, name, width: headed(name, points), least: points, ...numeric, rank: 5, cell };
    }),
    {
      id: 'total',
      name: t('leads.total'),
      width: headed(t('leads.total'), points),
      least: points,
      ...numeric,
      rank: 1,
      cell: (row) => <b>{formatPointsShort(row.total)}</b>,
    },
    ...(scores.some((score) => ruleset.scores[score]?.bands)
      ? [
          {
            id: 'grade',
            name: t('leads.grade'),
            width: headed(t('leads.grade'), 72),
            least: 72,
            sortable: true,
            proposed: true,
            rank: 4,
            cell: (row: LeadRow) => row.grade,
          },
        ]
      : []),
    {
      id: 'stage',
      name: t('leads.stage'),
      // The longest word of a stage is not cut.
      width: Math.max(
        100,
        textWidth(
          stages.flatMap((name) => name.split(' ')),
          114,
        ) + CHIP,
      ),
      grow: textWidth(stages, 200) > 150 ? 0.8 : 0.5,
      sortable: true,
      proposed: true,
      rank: 2,
      cell: (row) => <StageChip stage={row.stage} name={stageName(ruleset, row.stage)} qualifiedFrom={qualifiedFrom} />,
    },
    {
      id: 'lastEvent',
      name: t('leads.last_event'),
      width: headed(t('leads.last_event'), dateWidth()),
      least: dateWidth(),
      sortable: true,
      proposed: true,
      rank: 6,
      cell: (row) => (row.lastEvent === null ? '' : formatDate(row.lastEvent)),
    },
  ];
}
