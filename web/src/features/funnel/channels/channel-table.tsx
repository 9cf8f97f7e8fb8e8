import type { ReactNode } from 'react';
import { ChartCard } from '../../../charts/chart-card';
import type { Cell } from '../../../charts/chart-table';
import type { ChannelRow } from '../../../engine/reports';
import { formatMonth, formatNumber, formatShare } from '../../../format';
import { t } from '../../../i18n';
import { CellLink } from '../cell-link';
import { formatMoney } from '../money';
import { SortedFigures } from '../sorted-figures';
import type { SortKey } from '../sorting';
import { intervalWords, shareWords } from '../words';
import type { ChannelsShown } from './channels-report';
import { rateOf, rowName, WHOLE } from './estimates';
import { MarkedName } from './mark';
import { costVerdicts } from './verdict';

/** What a column holds of each row: to be read, to be sorted by, and for other programs. */
interface Column {
  name: string;
  /** In other programs, where it is called otherwise. */
  plainName?: string;
  show: (row: ChannelRow, index: number) => ReactNode;
  key: (row: ChannelRow) => SortKey;
  plain?: (row: ChannelRow) => Cell;
}

const counts = ['leads', 'mql', 'sql', 'customers'] as const;

function countColumns({ report }: ChannelsShown): Column[] {
  return counts.map((set) => ({
    name: t(`channels.column.${set}`),
    show: (row, index) => (
      <CellLink
        report={report}
        cell={{ group: index, set }}
        count={row[set]}
        words={`channels.cell.${set}`}
        values={{ group: rowName(row) }}
      />
    ),
    key: (row) => row[set],
  }));
}

function rateColumn({ choice: { aim } }: ChannelsShown): Column {
  return {
    name: t(`channels.rate_of.${aim}`),
    show: (row) => {
      const rate = rateOf(row, aim);
      return (
        <span>
          {shareWords(rate.share)} <small>{intervalWords(rate)}</small>
        </span>
      );
    },
    key: (row) => rateOf(row, aim).share,
  };
}

function moneyColumns({ report: { answer }, choice: { model } }: ChannelsShown): Column[] {
  const { currency } = answer;
  const amount = (name: string, of: (row: ChannelRow) => number | null, lacking?: string): Column => ({
    name,
    plainName: t('channels.in_currency', { name, currency }),
    show: (row) => {
      const value = of(row);
      return value === null ? <small>{lacking ?? t('rate.none')}</small> : formatMoney(value, currency);
    },
    key: of,
    plain: (row) => {
      const value = of(row);
      return value === null ? '' : value / 1000;
    },
  });
  return [
    {
      name: t('channels.credit'),
      show: (row) => formatNumber(Math.round(row.credit[model] / (WHOLE / 10)) / 10),
      key: (row) => row.credit[model],
      plain: (row) => row.credit[model] / WHOLE,
    },
    amount(t('channels.column.cost'), ({ cost }) => cost, t('channels.no_cost')),
    amount(t('channels.column.per_lead'), ({ money }) => money[model].perLead),
    amount(t('channels.column.per_mql'), ({ money }) => money[model].perMql),
    amount(t('channels.column.per_customer'), ({ money }) => money[model].cac),
    amount(t('channels.column.revenue'), ({ revenue }) => revenue[model]),
    {
      name: t('channels.column.roi'),
      show: ({ money }) => {
        const { roi } = money[model];
        return roi === null ? t('rate.none') : formatShare(Math.round(roi * 100), 100);
      },
      key: ({ money }) => money[model].roi,
    },
    {
      name: t('channels.column.payback'),
      show: ({ cost, payback }) =>
        payback === null ? (
          <small>{cost === null ? t('rate.none') : t('channels.not_yet')}</small>
        ) : (
          formatMonth(payback)
        ),
      key: ({ payback }) => payback,
      plain: ({ payback }) => (payback === null ? '' : new Date(payback).toISOString().slice(0, 7)),
    },
  ];
}

/** Everything that is known of each, sorted by any column. */
export function ChannelTable(shown: ChannelsShown) {
  const { report, choice, stale } = shown;
  const { answer, result } = report;
  const columns = [...countColumns(shown), rateColumn(shown), ...moneyColumns(shown)];
  const { cheapest, dearest } = costVerdicts(answer, choice.model);
  const names = [t(`channels.by.${choice.by}`), ...columns.map(({ name }) => name)];
  return (
    <ChartCard
      title={t('channels.numbers')}
      summary={t('channels.numbers_hint', { model: t(`channels.model.${choice.model}`) })}
      asOf={result.figures.asOf}
      table={{
        columns: [names[0] ?? '', ...columns.map(({ name, plainName }) => plainName ?? name)],
        rows: answer.rows.map((row) => [
          rowName(row),
          ...columns.map(({ key, plain }) => (plain ? plain(row) : (key(row) ?? ''))),
        ]),
      }}
      stale={stale}
      isTable
    >
      <SortedFigures
        columns={names}
        rows={answer.rows.map((row, index) => ({
          id: index,
          name: (
            <MarkedName row={index} marks={{ best: cheapest, worst: dearest }} of="cost">
              {rowName(row)}
            </MarkedName>
          ),
          cells: columns.map(({ show }) => show(row, index)),
          keys: [rowName(row), ...columns.map(({ key }) => key(row))],
        }))}
        first={{ column: 1, descending: true }}
      />
    </ChartCard>
  );
}
