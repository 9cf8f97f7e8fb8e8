// The explanation of a lead as plain text, in the language of the page.
import type { Explanation, Remedy, RuleLine } from '../../engine/explanation';
import type { Instant } from '../../engine/protocol';
import { formatChange, formatDate, formatPoints } from '../../format';
import { t } from '../../i18n';
import { holdingParts, type Missing, missingParts } from '../../ruleset/missing';
import { remedyWords } from '../../ruleset/remedy';
import type { Ruleset } from '../../ruleset/ruleset';
import { groupWords, plainText, scoreWords, stageWords } from '../../ruleset/words';
import { stepWords } from './curve';
import { nameOf } from './lead-name';
import { ruleWords } from './rule-words';
import { lineDetails, type ScoreSum, scoreSums } from './why';

export function stageNow(ruleset: Ruleset, stage: string): string {
  if (stage === 'disqualified') return t('stage.disqualified');
  return stage === '' ? t('stage.none') : stageWords(ruleset, stage);
}

/** When it falls back, and to where. */
export function fallWords(ruleset: Ruleset, { at, stage }: NonNullable<Explanation['fallback']>): string {
  const values = { date: formatDate(at), stage: stageWords(ruleset, stage) };
  return t(stage === '' ? 'lead.falls_out' : 'lead.falls_to', values);
}

const indented = (depth: number, text: string): string => `${'  '.repeat(depth)}${text}`;
const named = (name: string, points: string): string => t('lead.step', { name, points });

function ruleLines(ruleset: Ruleset, line: RuleLine, explanation: Explanation): string[] {
  const { label, sentence } = ruleWords(ruleset, line, explanation);
  const more = [label && sentence, lineDetails(line)].filter(Boolean);
  return [indented(1, named(label || sentence, formatChange(line.points))), ...more.map((text) => indented(2, text))];
}

function scoreText(ruleset: Ruleset, { score, parts, silent }: ScoreSum, explanation: Explanation): string[] {
  const name = scoreWords(ruleset, score.id);
  const lines = [named(name, formatPoints(score.value))];
  const adjust = (text: string, points: number) =>
    points !== 0 && lines.push(indented(1, named(text, formatChange(points))));
  if (score.resetAt !== null) lines.push(indented(1, t('lead.reset', { date: formatDate(score.resetAt) })));
  adjust(t('lead.start'), score.start);
  for (const { group, rules } of parts) {
    for (const line of rules) lines.push(...ruleLines(ruleset, line, explanation));
    if (group) adjust(t('lead.limit_of', { name: groupWords(ruleset, group.id) }), group.adjustment);
  }
  adjust(t('lead.limit_of', { name }), score.adjustment);
  const weight = ruleset.scores[score.id]?.weight ?? 100;
  if (weight !== 100) lines.push(indented(1, t('lead.weighted', { weight, points: formatPoints(score.weighted) })));
  if (silent.length > 0) lines.push(indented(1, t('lead.silent', { count: silent.length })));
  return lines;
}

const missingLines = (parts: Missing[], depth: number): string[] =>
  parts.flatMap((part) => [indented(depth, `- ${part.text}`), ...missingLines(part.parts, depth + 1)]);

function nextText(ruleset: Ruleset, explanation: Explanation, remedies: Remedy[]): string[] {
  const { nextStage, next, keptOutBy, fallback } = explanation;
  const lines: string[] = [];
  if (nextStage !== '') {
    const keptOut = holdingParts(ruleset, keptOutBy);
    lines.push('', t('lead.missing_for', { stage: stageWords(ruleset, nextStage) }));
    lines.push(...missingLines(missingParts(ruleset, next), 1));
    if (keptOut.length > 0) lines.push(t('lead.kept_out'), ...keptOut.map((text) => indented(1, `- ${text}`)));
  }
  if (remedies.length > 0) {
    lines.push(t('remedy.title', { count: remedies.length }));
    for (const { text, gives } of remedies.map((remedy) => remedyWords(ruleset, remedy)))
      lines.push(indented(1, gives ? `- ${text} (${gives})` : `- ${text}`));
  }
  if (fallback) lines.push(fallWords(ruleset, fallback));
  return lines;
}

export interface WhyText {
  explanation: Explanation;
  remedies: Remedy[];
  ruleset: Ruleset;
  asOf: Instant;
}

/** Every line of a score begins with two spaces and ends in its points, so that whoever reads it can add them up. */
export function whyText({ explanation, remedies, ruleset, asOf }: WhyText): string {
  const { title, subtitle } = nameOf(explanation);
  const { total, grade, stage, reasons, history } = explanation;
  const standing = [`${formatPoints(total)} ${t('lead.points')}`, grade, stageNow(ruleset, stage)].filter(Boolean);
  const lines = [[title, subtitle].filter(Boolean).join(', ')];
  lines.push(`${standing.join(' · ')} (${t('lead.as_of', { date: formatDate(asOf) })})`);
  if (reasons.length > 0) lines.push(t('lead.disqualified', { reasons: reasons.join('; ') }));
  lines.push('', t('lead.why'));
  for (const sum of scoreSums(explanation)) lines.push(...scoreText(ruleset, sum, explanation));
  lines.push(named(t('leads.total'), formatPoints(total)), ...nextText(ruleset, explanation, remedies));
  if (history.length > 0) {
    lines.push('', t('lead.history'));
    for (const step of history) lines.push(indented(1, named(formatDate(step.at), stepWords(ruleset, step))));
  }
  return plainText(`${lines.join('\n')}\n`);
}
