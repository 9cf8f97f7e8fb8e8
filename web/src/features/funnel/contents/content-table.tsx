import { ChartCard } from '../../../charts/chart-card';
import type { Cell } from '../../../charts/chart-table';
import type { ContentRow, Lift, Rate } from '../../../engine/reports';
import { t } from '../../../i18n';
import { Icon, type IconName } from '../../../ui/icon';
import { SortedFigures } from '../sorted-figures';
import { countsWords, intervalWords, shareWords } from '../words';
import {
  type ContentsShown,
  differenceRange,
  differenceWords,
  liftWords,
  outcomes,
  type Sure,
  sureOf,
  toldOf,
} from './lifts';
import { UsedLink } from './used-link';

const signs: Record<Sure, IconName | null> = { more: 'up', fewer: 'down', close: null };

function Name({ content, lift }: { content: string; lift: Lift }) {
  const sure = sureOf(lift);
  const sign = signs[sure];
  return (
    <>
      {content}
      <span className={`row-mark ${sure}`}>
        {sign && <Icon name={sign} />}
        {t(`contents.sure.${sure}`)}
      </span>
    </>
  );
}

function Share({ rate }: { rate: Rate }) {
  return (
    <span>
      {shareWords(rate.share)} <small>{countsWords(rate)}</small>
    </span>
  );
}

const plain = (lift: Lift | null): Cell[] =>
  lift
    ? [
        lift.with.count,
        lift.with.of,
        lift.without.count,
        lift.without.of,
        lift.difference.share,
        lift.difference.low,
        lift.difference.high,
        lift.ratio ?? '',
      ]
    : Array<Cell>(8).fill('');

const plainParts = [
  'with_count',
  'with_of',
  'without_count',
  'without_of',
  'difference',
  'low',
  'high',
  'lift',
] as const;

/** All contents, of which both outcomes leave the page. */
const plainTable = (rows: ContentRow[]) => ({
  columns: [
    t('contents.content'),
    t('contents.used'),
    ...outcomes.flatMap((outcome) =>
      plainParts.map((part) =>
        t('contents.of_outcome', { outcome: t(`contents.outcome.${outcome}`), figure: t(`contents.plain.${part}`) }),
      ),
    ),
    t('contents.registered'),
    t('contents.came'),
  ],
  rows: rows.map(({ content, leads, mql, customer, finished }) => [
    content,
    leads,
    ...plain(mql),
    ...plain(customer),
    finished?.of ?? '',
    finished?.count ?? '',
  ]),
});

/** Who came further with a content and who without. */
export function ContentTable({ report, outcome, stale }: ContentsShown) {
  const { answer, result } = report;
  const told = toldOf(answer.rows, outcome);
  if (told.length === 0) return null;
  const webinars = told.some(({ row }) => row.finished !== null);
  return (
    <ChartCard
      title={t('contents.numbers')}
      summary={t('contents.numbers_hint')}
      asOf={result.figures.asOf}
      table={plainTable(answer.rows)}
      stale={stale}
      isTable
    >
      <SortedFigures
        columns={[
          t('contents.content'),
          t('contents.used'),
          t(`contents.with.${outcome}`),
          t(`contents.without.${outcome}`),
          t('contents.difference'),
          t('contents.lift'),
          ...(webinars ? [t('contents.finished')] : []),
        ]}
        rows={told.map(({ row, lift }, index) => ({
          id: row.content,
          name: <Name content={row.content} lift={lift} />,
          cells: [
            <UsedLink key="used" report={report} row={row} />,
            <Share key="with" rate={lift.with} />,
            <Share key="without" rate={lift.without} />,
            <span key="difference">
              {differenceWords(lift)} <small>{differenceRange(lift)}</small>
            </span>,
            liftWords(lift),
            ...(webinars
              ? [
                  row.finished ? (
                    <span key="finished">
                      {shareWords(row.finished.share)} <small>{intervalWords(row.finished)}</small>
                    </span>
                  ) : (
                    t('rate.none')
                  ),
                ]
              : []),
          ],
          keys: [
            row.content,
            row.leads,
            lift.with.share,
            lift.without.share,
            lift.difference.share,
            told.length - index,
            row.finished?.share ?? null,
          ],
        }))}
        first={{ column: 5, descending: true }}
      />
    </ChartCard>
  );
}
