// The lines that make a lead's score, in the order in which they add up.
import type { Explanation, GroupLine, RuleLine, ScoreLine } from '../../engine/explanation';
import type { Millipoints } from '../../engine/protocol';
import { formatDate, formatNumber, formatPoints } from '../../format';
import { t } from '../../i18n';

export interface ScoreSum {
  score: ScoreLine;
  /** Rules of the score itself, then group by group. */
  parts: { group: GroupLine | null; rules: RuleLine[] }[];
  /** Rules that gave nothing, and matched nothing. */
  silent: RuleLine[];
}

const speaks = (line: RuleLine): boolean => line.points !== 0 || line.matched > 0;
const bySize = (a: RuleLine, b: RuleLine): number => Math.abs(b.points) - Math.abs(a.points);

export function scoreSums({ scores, groups, rules }: Explanation): ScoreSum[] {
  return scores.map((score) => {
    const lines = rules.filter((line) => line.score === score.id);
    const spoken = lines.filter(speaks).sort(bySize);
    const parts: ScoreSum['parts'] = [{ group: null, rules: spoken.filter((line) => line.group === '') }];
    for (const group of groups.filter((each) => each.score === score.id)) {
      const inside = spoken.filter((line) => line.group === group.id);
      if (inside.length > 0 || group.adjustment !== 0) parts.push({ group, rules: inside });
    }
    return { score, parts, silent: lines.filter((line) => !speaks(line)) };
  });
}

/** Start, rules, groups' and the score's own adjustments: what the lines shown add up to. */
export function sumOf({ score, parts }: ScoreSum): Millipoints {
  let sum = score.start + score.adjustment;
  for (const { group, rules } of parts) {
    sum += group?.adjustment ?? 0;
    for (const line of rules) sum += line.points;
  }
  return sum;
}

/** Of its line on the page. */
export const lineId = (rule: string): string => `line-${rule}`;

const LOSSES = ['byReset', 'byWindow', 'byLimit', 'byDecay', 'byCap'] as const;

/** "4 events, 2 count; first 3 Mar 2026, last 20 Oct 2026; 40 in full, 15 lost to decay". */
export function lineDetails(line: RuleLine): string {
  const parts: string[] = [];
  if (line.matched > 0) {
    const counts = { matched: line.matched, counted: formatNumber(line.counted), number: formatNumber(line.matched) };
    parts.push(t(line.counted === line.matched ? 'line.events' : 'line.events_counted', counts));
  }
  if (line.first !== null && line.last !== null) {
    const dates = { first: formatDate(line.first), last: formatDate(line.last) };
    parts.push(t(dates.first === dates.last ? 'line.on' : 'line.first_last', dates));
  }
  const lost = LOSSES.filter((loss) => line[loss] !== 0);
  if (lost.length > 0) parts.push(t('line.gross', { points: formatPoints(line.gross) }));
  for (const loss of lost) parts.push(t(`line.${loss}`, { points: formatPoints(line[loss]) }));
  return parts.join(' · ');
}
