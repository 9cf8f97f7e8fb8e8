import { useMemo } from 'react';
import { ChartCard } from '../../charts/chart-card';
import { Histogram } from '../../charts/histogram';
import type { Threshold } from '../../charts/threshold';
import type { Figures } from '../../engine/protocol';
import { formatNumber, formatPoints } from '../../format';
import { t } from '../../i18n';
import { qualifiedStage, totalThreshold } from '../../ruleset/qualified';
import type { Ruleset } from '../../ruleset/ruleset';
import { moveThreshold, showLeads, tryThreshold } from '../../state/actions';
import type { Result } from '../../state/app-state';
import { endHint, useHint } from '../../state/hint';
import { useApp } from '../../state/store';
import { Tagged } from '../../ui/sentence';
import { barWords, binTable, rangeWords } from './bin-words';
import { type Bin, distribution, fullest, leadsFrom, type Near, nearLine, snapped } from './distribution';

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
    onTry: (points) => {
      endHint('drag');
      tryThreshold(found, points);
    },
    onMove: (points) => moveThreshold(name, found, points),
    locked,
  };
}

function NearTheLine({ near: { distance, from, to, leads } }: { near: Near }) {
  const text = t('chart.near', { count: leads, number: formatNumber(leads), points: formatPoints(distance) });
  const open = (inside: string) => (
    <button type="button" className="link" onClick={() => showLeads({ totalFrom: from, totalTo: to })}>
      {inside}
    </button>
  );
  return (
    <p className="near-line">
      <Tagged text={text} tags={[open]} />
    </p>
  );
}

export function DistributionCard({ result, updating }: { result: Result; updating: boolean }) {
  const { figures, ruleset } = result;
  const stages = updating ? null : result.stages;
  const text = useApp((state) => state.text);
  const faulty = useApp((state) => state.faulty);
  const hinted = useHint('drag') && !updating;
  const bins = useMemo(() => distribution(figures, stages, qualifiedStage(ruleset), 36), [figures, stages, ruleset]);
  const line = useMemo(() => lineNow(text, ruleset), [text, ruleset]);
  // Of the result's own line, which is tried while the handle moves.
  const tried = useMemo(() => lineOf(ruleset), [ruleset]);
  const near = tried && nearLine(figures, Math.round(tried.found.points * 1000));
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
    <ChartCard
      title={t('chart.distribution')}
      summary={summary(bins)}
      asOf={figures.asOf}
      table={binTable(bins)}
      notes={near && <NearTheLine near={near} />}
    >
      <Histogram
        name={t('chart.distribution')}
        bars={bars}
        parts={parts}
        axisName={t('chart.points')}
        threshold={thresholdOf(figures, line, bins, faulty)}
        hint={hinted ? t('hint.drag') : null}
        onHintEnd={() => endHint('drag')}
        onOpen={open}
      />
    </ChartCard>
  );
}
