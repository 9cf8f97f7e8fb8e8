import { ChartCard } from '../../../charts/chart-card';
import { Differences } from '../../../charts/differences';
import { t } from '../../../i18n';
import { type ContentsShown, differenceRange, differenceWords, toldOf } from './lifts';

/** Of a hundred leads, how many more came further of those who used a content. */
export function DifferencesCard({ report: { answer, result }, outcome, stale }: ContentsShown) {
  const told = toldOf(answer.rows, outcome).sort((a, b) => b.lift.difference.share - a.lift.difference.share);
  if (told.length === 0) return null;
  return (
    <ChartCard
      title={t(`contents.difference.${outcome}`)}
      summary={t('contents.difference_hint')}
      asOf={result.figures.asOf}
      table={{
        columns: [t('contents.content'), t('contents.difference'), t('rate.low'), t('rate.high')],
        rows: told.map(({ row, lift: { difference } }) => [
          row.content,
          difference.share,
          difference.low,
          difference.high,
        ]),
      }}
      stale={stale}
    >
      <Differences
        rows={told.map(({ row, lift }) => ({
          id: row.content,
          name: row.content,
          value: lift.difference.share,
          low: lift.difference.low,
          high: lift.difference.high,
          valueWords: differenceWords(lift),
          range: differenceRange(lift),
        }))}
        less={t('contents.fewer')}
        more={t('contents.more')}
      />
    </ChartCard>
  );
}
