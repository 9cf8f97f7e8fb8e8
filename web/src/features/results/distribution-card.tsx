import { useMemo } from 'react';
import { Histogram } from '../../charts/histogram';
import type { ScoreColumns } from '../../engine/protocol';
import { formatNumber, formatPoints } from '../../format';
import { t } from '../../i18n';
import { showLeads } from '../../state/actions';
import { type Bin, distribution, fullest } from './distribution';

export interface DistributionCardProps {
  columns: ScoreColumns;
  from: number;
  threshold: number | null;
  stage: string;
}

const rangeWords = (bin: Bin) => t('range.from_to', { from: formatPoints(bin.from), to: formatPoints(bin.to) });

function summary(bins: Bin[]): string {
  const most = fullest(bins);
  const [first, last] = [bins[0], bins.at(-1)];
  if (!most || !first || !last) return t('chart.no_leads');
  return t('chart.distribution_summary', {
    low: formatPoints(first.from),
    high: formatPoints(last.to),
    most: rangeWords(most),
    number: formatNumber(most.qualified + most.others),
  });
}

export function DistributionCard({ columns, from, threshold, stage }: DistributionCardProps) {
  const bins = useMemo(() => distribution(columns.total, columns.stage, from, 36), [columns, from]);
  const bars = bins.map((bin) => ({
    from: bin.from / 1000,
    to: bin.to / 1000,
    parts: [bin.qualified, bin.others],
    words: t('chart.bin', {
      range: rangeWords(bin),
      number: formatNumber(bin.qualified + bin.others),
      count: bin.qualified + bin.others,
      qualified: formatNumber(bin.qualified),
    }),
  }));
  const open = (index: number) => {
    const bin = bins[index];
    if (bin) showLeads({ totalFrom: bin.from, totalTo: bin.to });
  };
  return (
    <section className="card" aria-labelledby="distribution-title">
      <h2 id="distribution-title">{t('chart.distribution')}</h2>
      <p className="quiet-text">{summary(bins)}</p>
      <Histogram
        bars={bars}
        partNames={[t('chart.qualified'), t('chart.others')]}
        axisName={t('chart.points')}
        threshold={threshold}
        thresholdWords={threshold === null ? '' : t('chart.threshold', { stage, points: formatNumber(threshold) })}
        onOpen={open}
      />
      <details>
        <summary>{t('chart.as_table')}</summary>
        <table className="twin">
          <thead>
            <tr>
              <th scope="col">{t('chart.points')}</th>
              <th scope="col">{t('chart.qualified')}</th>
              <th scope="col">{t('chart.others')}</th>
            </tr>
          </thead>
          <tbody>
            {bins.map((bin) => (
              <tr key={bin.from}>
                <th scope="row">{rangeWords(bin)}</th>
                <td>{formatNumber(bin.qualified)}</td>
                <td>{formatNumber(bin.others)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
