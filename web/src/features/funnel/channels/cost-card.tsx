import { median } from 'd3-array';
import { ChartCard } from '../../../charts/chart-card';
import { type IntervalBar, IntervalBars } from '../../../charts/interval-bars';
import { t } from '../../../i18n';
import { formatMoney } from '../money';
import { costRange } from './answer';
import type { ChannelsShown } from './channels-report';
import { costOf, rowName, WHOLE } from './estimates';
import { MarkedName } from './mark';
import { costVerdicts } from './verdict';

// How far the scale goes beyond the bar in the middle: one that is far out would make all others vanish.
const BEYOND = 4;

/** What one more came to, by whatever has costs, the cheapest first. */
export function CostCard({ report: { answer, result }, choice, stale }: ChannelsShown) {
  const { aim, model } = choice;
  const { currency, conversions } = answer;
  const rows = answer.rows
    .flatMap((row, index) => {
      const cost = costOf(row, model, conversions);
      return cost ? [{ ...cost, row, index, name: rowName(row) }] : [];
    })
    .sort((a, b) => a.value - b.value || a.low - b.low);
  if (rows.length === 0) return null;
  const values = rows.map(({ value, low }) => (Number.isFinite(value) ? value : low));
  const ends = rows.map(({ high }, index) => (Number.isFinite(high) ? high : (values[index] ?? 0)));
  const most = Math.min(Math.max(...ends), BEYOND * (median(values) ?? 1));
  const { cheapest, dearest } = costVerdicts(answer, model);
  const marks = { best: cheapest, worst: dearest };
  const bars = rows.map(({ index, name, value, low, high }): IntervalBar => {
    const some = Number.isFinite(value);
    return {
      id: String(index),
      name: (
        <MarkedName row={index} marks={marks} of="cost">
          {name}
        </MarkedName>
      ),
      share: some ? Math.min(1, value / most) : null,
      low: Math.min(1, low / most),
      high: Math.min(1, high / most),
      value: some ? formatMoney(value, currency) : t('channels.none_yet'),
      counts: costRange({ low, high }, currency),
      words: '',
    };
  });
  const amount = (thousandths: number) => (Number.isFinite(thousandths) ? Math.round(thousandths) / 1000 : '');
  return (
    <ChartCard
      title={t(`channels.cost_of.${aim}`)}
      summary={t('channels.cost_hint')}
      asOf={result.figures.asOf}
      table={{
        columns: [
          t(`channels.by.${choice.by}`),
          t('channels.each', { currency }),
          t('rate.low'),
          t('rate.high'),
          t('channels.cost', { currency }),
          t('channels.credit'),
        ],
        rows: rows.map(({ row, name, value, low, high }) => [
          name,
          amount(value),
          amount(low),
          amount(high),
          (row.cost ?? 0) / 1000,
          row.credit[model] / WHOLE,
        ]),
      }}
      stale={stale}
      notes={values.some((value) => value > most) && <p className="quiet-text">{t('channels.cut_bars')}</p>}
    >
      <IntervalBars bars={bars} />
    </ChartCard>
  );
}
