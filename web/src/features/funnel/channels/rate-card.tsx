import { ChartCard } from '../../../charts/chart-card';
import { IntervalBars } from '../../../charts/interval-bars';
import { t } from '../../../i18n';
import { plainText } from '../../../ruleset/words';
import { type CellOf, labelOf, openCell } from '../cell-link';
import { countsWords, rateCells, rateColumns, shareWords } from '../words';
import { rateAnswer } from './answer';
import type { ChannelsShown } from './channels-report';
import type { Aim } from './choice';
import { rateEstimates, rateOf, rowName } from './estimates';
import { MarkedName } from './mark';
import { verdictOf } from './verdict';

export const setOf = (aim: Aim): 'mql' | 'sql' | 'customers' => (aim === 'customer' ? 'customers' : aim);

/** Which share of the leads of each first touch came so far, the largest first. */
export function RateCard({ report, choice, stale }: ChannelsShown) {
  const { answer, result } = report;
  const { aim, by } = choice;
  const rows = answer.rows
    .map((row, index) => ({ index, name: rowName(row), rate: rateOf(row, aim) }))
    .filter(({ rate }) => rate.share !== null)
    .sort((a, b) => (b.rate.share ?? 0) - (a.rate.share ?? 0));
  const estimates = rateEstimates(answer, aim);
  const marks = { best: verdictOf(estimates, 'most'), worst: verdictOf(estimates, 'least') };
  const of = ({ index, name, rate }: (typeof rows)[number]): CellOf => ({
    cell: { group: index, set: setOf(aim) },
    count: rate.count,
    words: `channels.cell.${setOf(aim)}`,
    values: { group: name },
  });
  return (
    <ChartCard
      title={t(`channels.rate_of.${aim}`)}
      summary={plainText([...rateAnswer(answer, aim, 'most'), t('channels.first_touch')].join(' '))}
      asOf={result.figures.asOf}
      table={{
        columns: [t(`channels.by.${by}`), ...rateColumns()],
        rows: rows.map(({ name, rate }) => [name, ...rateCells(rate)]),
      }}
      stale={stale}
    >
      <IntervalBars
        bars={rows.map((row) => ({
          id: String(row.index),
          name: (
            <MarkedName row={row.index} marks={marks} of="rate">
              {row.name}
            </MarkedName>
          ),
          ...row.rate,
          value: shareWords(row.rate.share),
          counts: countsWords(row.rate),
          words: t(labelOf(of(row)).key, labelOf(of(row)).values),
        }))}
        onOpen={(at) => {
          const row = rows[at];
          if (row) openCell(report, of(row));
        }}
      />
    </ChartCard>
  );
}
