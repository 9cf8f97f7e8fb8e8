// How a lead's score went and will go, in words.
import type { Explanation, ScoreCurve, StageStep } from '../../engine/explanation';
import type { Instant } from '../../engine/protocol';
import { formatDate, formatPoints, listAll } from '../../format';
import { t } from '../../i18n';
import type { Ruleset } from '../../ruleset/ruleset';
import { scoreWords, stageWords } from '../../ruleset/words';

const stepName = (ruleset: Ruleset, { event, stage }: StageStep): string =>
  t(`history.${event}`, { stage: stageWords(ruleset, stage) });

export function stepWords(ruleset: Ruleset, step: StageStep): string {
  const text = stepName(ruleset, step);
  if (step.by.length === 0) return text;
  return t('history.by', { text, by: listAll(step.by.map((by) => t(`history.${by}`))) });
}

export interface Mark {
  at: Instant;
  name: string;
  /** It stands lower after it. */
  down: boolean;
}

/** The stages entered and left, those of one instant together, and the fall that is to come. */
export function marksOf(ruleset: Ruleset, { history, fallback }: Explanation): Mark[] {
  const marks: Mark[] = [];
  const add = (mark: Mark) => {
    const last = marks.at(-1);
    if (last?.at !== mark.at) marks.push(mark);
    else marks[marks.length - 1] = { ...last, name: `${last.name}; ${mark.name}`, down: mark.down };
  };
  for (const step of history) {
    add({ at: step.at, name: stepName(ruleset, step), down: step.event === 'left' || step.event === 'disqualified' });
  }
  if (fallback) {
    const stage = stageWords(ruleset, fallback.stage);
    add({
      at: fallback.at,
      name: t(fallback.stage === '' ? 'curve.falls_out' : 'curve.falls_to', { stage }),
      down: true,
    });
  }
  return marks;
}

/** All there is to say of one instant of the curve. */
export function instantWords(ruleset: Ruleset, curve: ScoreCurve, marks: Mark[], index: number): string {
  const [at = 0, until = Number.POSITIVE_INFINITY] = [curve.at[index], curve.at[index + 1]];
  const values = { date: formatDate(at), total: formatPoints(curve.total[index] ?? 0) };
  const names = Object.keys(ruleset.scores);
  const scores = curve.scores.map((points, score) =>
    t('curve.score', { score: scoreWords(ruleset, names[score] ?? ''), points: formatPoints(points[index] ?? 0) }),
  );
  const met = marks.filter((mark) => mark.at >= at && mark.at < until).map(({ name }) => name);
  return [
    t(index > curve.asOf ? 'curve.then' : 'curve.total', values),
    ...(scores.length > 1 ? scores : []),
    ...met,
  ].join(' · ');
}

/** The curve in two sentences. */
export function curveSummary(curve: ScoreCurve): string {
  const { at, total, asOf } = curve;
  let high = 0;
  for (let n = 0; n <= asOf; n++) if ((total[n] ?? 0) > (total[high] ?? 0)) high = n;
  const points = (index: number) => formatPoints(total[index] ?? 0);
  const date = (index: number) => formatDate(at[index] ?? 0);
  const last = at.length - 1;
  const past = t('curve.summary', {
    first: points(0),
    since: date(0),
    now: points(asOf),
    high: points(high),
    highDate: date(high),
  });
  if (last === asOf) return past;
  return `${past} ${t('curve.outlook', { points: points(last), date: date(last) })}`;
}
