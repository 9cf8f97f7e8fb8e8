import { useMemo } from 'react';
import { Histogram } from '../../charts/histogram';
import type { Threshold } from '../../charts/threshold';
import type { Figures } from '../../engine/protocol';
import { formatNumber, formatPoints } from '../../format';
import { t } from '../../i18n';
import { qualifiedStage, totalThreshold } from '../../ruleset/qualified';
import type { Ruleset } from '../../ruleset/ruleset';
import { moveThreshold, showLeads, tryThreshold } from '../../state/actions';
import type { Result } from '../../state/app-state';
import { useApp } from '../../state/store';
import { type Bin, distribution, fullest, leadsFrom, snapped } from './distribution';

const rangeWords = (bin: Bin) => t('range.from_to', { from: formatPoints(bin.from), to: formatPoints(bin.to) });

function summary(bins: Bin[]): string {
  const most = fullest(bins);
  const [first, last] = [bins[0], bins.at(-1)];
  if (!most || !first || !last) return t('chart.no_leads');
  return t('chart.distribution_summary', {
    low: formatPoints(first.from),
    high: formatPoints(last.to),
    most: rangeWords(most),
    number: formatNumber(most.leads),
  });
}

function barWords(bin: Bin): string {
  const values = { range: rangeWords(bin), number: formatNumber(bin.leads), count: bin.leads };
  if (bin.qualified === null) return t('chart.bin_of_leads', values);
  return t('chart.bin', { ...values, qualified: formatNumber(bin.qualified) });
}

function lineOf(ruleset: Ruleset) {
  const from = qualifiedStage(ruleset);
  const stage = ruleset.stages?.[from];
  const found = totalThreshold(ruleset, stage?.enter, `/stages/${from}/enter`);
  return found && stage ? { found, stage } : null;
}

// A move shows at once, before the engine has read the rules; where they cannot be read the last valid ones stand.
function lineNow(text: string, valid: Ruleset) {
  try {
    return lineOf(JSON.parse(text) as Ruleset);
  } catch {
    return lineOf(valid);
  }
}

/** The line of the stage from which on a lead is qualified. */
function thresholdOf(
  figures: Figures,
  line: ReturnType<typeof lineOf>,
  bins: Bin[],
  locked: boolean,
): Threshold | null {
  if (!line) return null;
  const { found, stage } = line;
  const name = stage.label ?? stage.id;
  const words = (points: number) => {
    const leads = leadsFrom(figures, points * 1000);
    return t('chart.from_here_on', { points: formatNumber(points), count: leads, number: formatNumber(leads) });
  };
  return {
    value: found.points,
    min: Math.min(snapped(figures, bins[0]?.from ?? 0) / 1000, found.points),
    max: Math.max(snapped(figures, bins.at(-1)?.to ?? 0) / 1000, found.points),
    step: figures.width / 1000,
    name: t('chart.threshold_of', { stage: name }),
    label: (points) => t('chart.threshold', { stage: name, points: formatNumber(points) }),
    words,
    onTry: (points) => tryThreshold(found, points),
    onMove: (points) => moveThreshold(name, found, points),
    locked,
  };
}

export function DistributionCard({ result, updating }: { result: Result; updating: boolean }) {
  const { figures, ruleset } = result;
  const stages = updating ? null : result.stages;
  const text = useApp((state) => state.text);
  const faulty = useApp((state) => state.faulty);
  const bins = useMemo(() => distribution(figures, stages, qualifiedStage(ruleset), 36), [figures, stages, ruleset]);
  const line = useMemo(() => lineNow(text, ruleset), [text, ruleset]);
  const bars = bins.map((bin) => ({
    from: bin.from / 1000,
    to: bin.to / 1000,
    parts: bin.qualified === null ? [bin.leads] : [bin.qualified, bin.leads - bin.qualified],
    words: barWords(bin),
  }));
  const open = (index: number) => {
    const bin = bins[index];
    if (bin) showLeads({ totalFrom: bin.from, totalTo: bin.to });
  };
  const parts = stages
    ? [
        { name: t('chart.qualified'), look: 'part-0' },
        { name: t('chart.others'), look: 'part-1' },
      ]
    : [{ name: t('chart.leads'), look: 'part-all' }];
  return (
    <section className="card" aria-labelledby="distribution-title">
      <h2 id="distribution-title">{t('chart.distribution')}</h2>
      <p className="quiet-text">{summary(bins)}</p>
      <Histogram
        bars={bars}
        parts={parts}
        axisName={t('chart.points')}
        threshold={thresholdOf(figures, line, bins, faulty)}
        onOpen={open}
      />
      <details>
        <summary>{t('chart.as_table')}</summary>
        <table className="twin">
          <thead>
            <tr>
              <th scope="col">{t('chart.points')}</th>
              {parts.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {bins.map((bin, index) => (
              <tr key={bin.from}>
                <th scope="row">{rangeWords(bin)}</th>
                {parts.map(({ name }, part) => (
                  <td key={name}>{formatNumber(bars[index]?.parts[part] ?? 0)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
