import { ChartCard } from '../../../charts/chart-card';
import { type IntervalBar, IntervalBars } from '../../../charts/interval-bars';
import type { Rate, StageStep, StagesOfGroup } from '../../../engine/reports';
import { formatShare, listAll } from '../../../format';
import { t } from '../../../i18n';
import { stageOfRole } from '../../../ruleset/roles';
import { type CellOf, labelOf, openCell } from '../cell-link';
import { countsWords, intervalWords, rateCells, rateColumns, shareWords, stageLabel } from '../words';
import { referencesOf } from './references';
import type { StagesReport } from './stages-report';

interface Conversion {
  name: string;
  rate: Rate;
  references: number[];
  of: CellOf;
}

function conversionsOf({ result: { ruleset } }: StagesReport, { steps, mqlToSql }: StagesOfGroup): Conversion[] {
  const name = (stage: number) => stageLabel(ruleset, stage);
  const of = ({ stage, reached }: StageStep): CellOf => ({
    cell: { group: 0, stage, set: 'reached' },
    count: reached,
    words: 'cell.reached',
    values: { stage: name(stage) },
  });
  const between = steps.map((step, index): Conversion => {
    const before = steps[index - 1];
    return {
      name: t('stages.from_to', { from: before ? name(before.stage) : t('stages.all_leads'), to: name(step.stage) }),
      rate: step.conversion,
      references: before ? referencesOf(ruleset, before.stage, step.stage) : [],
      of: of(step),
    };
  });
  const mql = steps[stageOfRole(ruleset, 'mql')];
  const sql = steps[stageOfRole(ruleset, 'sql')];
  // What studies tell of, also where a stage such as "accepted by sales" lies between.
  if (mql && sql && mqlToSql && sql.stage > mql.stage + 1) {
    between.push({
      name: t('stages.from_to', { from: name(mql.stage), to: name(sql.stage) }),
      rate: mqlToSql,
      references: referencesOf(ruleset, mql.stage, sql.stage),
      of: of(sql),
    });
  }
  const [first] = steps;
  const last = steps.at(-1);
  if (!first || !last || steps.length < 3) return between;
  const whole: Conversion = {
    name: t('stages.from_to', { from: t('stages.all_leads'), to: name(last.stage) }),
    rate: last.ofAll,
    references: referencesOf(ruleset, first.stage, last.stage),
    of: of(last),
  };
  return [...between, whole];
}

function barOf({ name, rate, references, of }: Conversion): IntervalBar {
  const { key, values } = labelOf(of);
  return {
    id: name,
    name,
    ...rate,
    value: shareWords(rate.share),
    counts: countsWords(rate),
    words: t(key, values),
    ...(references.length > 0 && {
      references,
      referenceWords: t('stages.studies', { shares: listAll(references.map((share) => formatShare(share, 1))) }),
    }),
  };
}

function summary(steps: Conversion[]): string {
  const known = steps.filter(({ rate }) => rate.share !== null);
  const [first] = known;
  if (!first) return t('stages.conversion_hint');
  const least = known.reduce((low, one) => ((one.rate.share ?? 1) < (low.rate.share ?? 1) ? one : low), first);
  return t('stages.conversion_summary', {
    step: least.name,
    share: shareWords(least.rate.share),
    interval: intervalWords(least.rate),
  });
}

/** From each stage to the next: which share came, how sure that is, and what studies tell. */
export function ConversionCard({ report, stale }: { report: StagesReport; stale: boolean }) {
  const [all] = report.answer.groups;
  if (!all) return null;
  const conversions = conversionsOf(report, all);
  return (
    <ChartCard
      title={t('stages.conversion')}
      summary={summary(conversions.slice(1, all.steps.length))}
      asOf={report.result.figures.asOf}
      table={{
        columns: [t('stages.step'), ...rateColumns()],
        rows: conversions.map(({ name, rate }) => [name, ...rateCells(rate)]),
      }}
      stale={stale}
    >
      <IntervalBars
        bars={conversions.map(barOf)}
        note={t('stages.studies_note')}
        onOpen={(index) => {
          const conversion = conversions[index];
          if (conversion) openCell(report, conversion.of);
        }}
      />
    </ChartCard>
  );
}
