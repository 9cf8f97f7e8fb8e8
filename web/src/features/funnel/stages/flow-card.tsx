import { ChartCard } from '../../../charts/chart-card';
import { type FlowStage, Sankey } from '../../../charts/sankey';
import type { StagesOfGroup } from '../../../engine/reports';
import { formatNumber, formatShare } from '../../../format';
import { t } from '../../../i18n';
import type { Ruleset } from '../../../ruleset/ruleset';
import { type CellOf, openCell, wordsOf } from '../cell-link';
import { stageLabel } from '../words';
import type { StagesReport } from './stages-report';

const exits = ['waiting', 'fell', 'disqualified'] as const;

interface FlowCell extends CellOf {
  id: string;
  name: string;
  look: string;
}

// The leads of the scope, then each stage; with each those that did not go on.
function cellsOf(ruleset: Ruleset, { leads, without, steps }: StagesOfGroup): { whole: FlowCell; exits: FlowCell[] }[] {
  const entry = {
    whole: {
      id: 'all',
      name: t('stages.all_leads'),
      look: '',
      cell: { group: 0, set: 'all' },
      count: leads,
      words: 'cell.all',
    },
    exits: [
      {
        id: 'without',
        name: t('stages.without'),
        look: 'waiting',
        cell: { group: 0, set: 'withoutWaiting' },
        count: without.waiting,
        words: 'cell.without',
      },
      {
        id: 'disqualified',
        name: t('stages.disqualified'),
        look: 'disqualified',
        cell: { group: 0, set: 'withoutDisqualified' },
        count: without.disqualified,
        words: 'cell.without_disqualified',
      },
    ],
  } satisfies { whole: FlowCell; exits: FlowCell[] };
  const staged = steps.map((step) => {
    const values = { stage: stageLabel(ruleset, step.stage) };
    const at = { group: 0, stage: step.stage };
    return {
      whole: {
        id: String(step.stage),
        name: values.stage,
        look: '',
        cell: { ...at, set: 'reached' },
        count: step.reached,
        words: 'cell.reached',
        values,
      },
      exits: exits.map((set) => ({
        id: set,
        name: t(`stages.${set}`),
        look: set,
        cell: { ...at, set },
        count: step[set],
        words: `cell.${set}`,
        values,
      })),
    } satisfies { whole: FlowCell; exits: FlowCell[] };
  });
  return [entry, ...staged];
}

function part(of: FlowCell) {
  return {
    id: of.id,
    name: of.name,
    look: of.look,
    leads: of.count,
    value: formatNumber(of.count),
    words: wordsOf(of),
  };
}

function summary(ruleset: Ruleset, { leads, steps }: StagesOfGroup): string {
  const last = steps.at(-1);
  if (!last) return t('results.no_stages');
  return t('stages.summary', {
    number: formatNumber(last.reached),
    all: formatNumber(leads),
    share: formatShare(last.reached, leads),
    stage: stageLabel(ruleset, last.stage),
    count: last.reached,
  });
}

/** The stream of leads through the stages. */
export function FlowCard({ report, stale }: { report: StagesReport; stale: boolean }) {
  const { ruleset, figures } = report.result;
  const [all] = report.answer.groups;
  if (!all) return null;
  const cells = cellsOf(ruleset, all);
  const stages = cells.map(({ whole, exits }): FlowStage => ({ ...part(whole), exits: exits.map(part) }));
  const rows = cells.flatMap(({ whole, exits }, index) => {
    const next = cells[index + 1]?.whole;
    return [...(next ? [next] : []), ...exits]
      .filter(({ count }) => count > 0)
      .map(({ name, count }) => [whole.name, name, count]);
  });
  return (
    <ChartCard
      title={t('stages.flow')}
      summary={summary(ruleset, all)}
      asOf={figures.asOf}
      table={{ columns: [t('stages.from'), t('stages.to'), t('chart.leads')], rows }}
      stale={stale}
    >
      <Sankey
        label={t('stages.flow')}
        stages={stages}
        onOpen={(stage, exit) => {
          const at = cells[stage];
          const of = exit === null ? at?.whole : at?.exits[exit];
          if (of) openCell(report, of);
        }}
      />
    </ChartCard>
  );
}
