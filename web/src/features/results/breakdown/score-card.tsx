import { memo } from 'react';
import { ChartCard } from '../../../charts/chart-card';
import { Histogram } from '../../../charts/histogram';
import type { Distribution } from '../../../engine/protocol';
import { formatNumber } from '../../../format';
import { t } from '../../../i18n';
import { scoreWords } from '../../../ruleset/words';
import { showLeads } from '../../../state/actions';
import type { SettledResult } from '../../../state/app-state';
import { termOfScore } from '../../../terms';
import { barWords, binTable, rangeWords } from '../bin-words';
import { type Bin, distribution as binsOf, fullest } from '../distribution';

export interface ScoreCardProps {
  result: SettledResult;
  score: number;
  distribution: Distribution;
}

function summary(bins: Bin[]): string {
  const most = fullest(bins);
  if (!most) return t('chart.no_leads');
  return t('chart.score_summary', { most: rangeWords(most), number: formatNumber(most.leads), count: most.leads });
}

/** How one score spreads, with the names of its bands where they begin. */
export const ScoreCard = memo(function ScoreCard({ result, score, distribution }: ScoreCardProps) {
  const { ruleset, figures } = result;
  const [id = '', { bands = [] } = {}] = Object.entries(ruleset.scores)[score] ?? [];
  const bins = binsOf(distribution, null, -1, 14);
  const [low, high] = [(bins[0]?.from ?? 0) / 1000, (bins.at(-1)?.to ?? 0) / 1000];
  const marks = bands.flatMap(({ label, ge }) =>
    ge !== undefined && ge > low && ge < high ? [{ at: ge, name: label }] : [],
  );
  const open = (index: number) => {
    const bin = bins[index];
    if (bin) showLeads({ scores: [{ score, from: bin.from, to: bin.to }] });
  };
  const name = scoreWords(ruleset, id);
  return (
    <ChartCard
      title={t('chart.score', { score: name })}
      term={termOfScore(id)}
      summary={summary(bins)}
      asOf={figures.asOf}
      table={binTable(bins)}
    >
      <Histogram
        small
        name={t('chart.score', { score: name })}
        bars={bins.map((bin) => ({
          from: bin.from / 1000,
          to: bin.to / 1000,
          parts: [bin.leads],
          words: barWords(bin),
        }))}
        parts={[{ name: t('chart.leads'), look: 'part-all' }]}
        marks={marks}
        axisName={marks.length > 0 ? t('chart.points_and_bands') : t('chart.score_points')}
        onOpen={open}
      />
    </ChartCard>
  );
});
