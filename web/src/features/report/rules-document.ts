// All rules of a rule set in words, as a document: for the screen, for paper, and as plain text.
import { formatChange, formatNumber } from '../../format';
import { t } from '../../i18n';
import { rulePoints, ruleSentence, ruleTitle } from '../../ruleset/rule-sentence';
import type { Band, Rule, Ruleset } from '../../ruleset/ruleset';
import { fieldWords, plainText } from '../../ruleset/words';
import { type Card, cards } from '../rules/cards';
import { type IndexedRule, type Section, sections } from '../rules/sections';

export interface DocumentLine {
  title: string;
  /** What stands under the title. */
  sentences: string[];
  /** Of a rule by ranges or values: several. */
  points: { label: string; points: string }[];
  off: boolean;
}

export interface DocumentPart {
  id: string;
  title: string;
  /** 3: inside the part of level 2 before it. */
  level: 2 | 3;
  notes: string[];
  lines: DocumentLine[];
}

export interface RulesDocument {
  title: string;
  about: string[];
  parts: DocumentPart[];
}

const pointWords = (points: number): string => formatChange(points * 1000);

function lineOf(ruleset: Ruleset, { rule, index }: IndexedRule): DocumentLine {
  return {
    title: ruleTitle(rule),
    sentences: [ruleSentence(ruleset, rule), ...(rule.why ? [rule.why] : [])],
    points: rulePoints(rule, index).map(({ label, points }) => ({ label, points: pointWords(points) })),
    off: (rule as Rule).enabled === false,
  };
}

const bandWords = ({ label, ge }: Band): string =>
  ge === undefined
    ? t('rules_text.band_rest', { band: label })
    : t('rules_text.band', { band: label, points: formatNumber(ge) });

function partOf(ruleset: Ruleset, { id, name, notes, rules }: Section, level: 2 | 3): DocumentPart {
  const bands = level === 2 ? (ruleset.scores[id]?.bands ?? []) : [];
  return {
    id: `${level} ${id}`,
    title: name,
    level,
    notes: [...notes.map(({ text }) => text), ...bands.map(bandWords)],
    lines: rules.map((rule) => lineOf(ruleset, rule)),
  };
}

const plainLine = (title: string, ...sentences: string[]): DocumentLine => ({
  title,
  sentences,
  points: [],
  off: false,
});

// What is as given is not of the rule file.
function cardPart(ruleset: Ruleset, { id, title, hint, list, settings }: Card): DocumentPart {
  const said = settings && ruleset[settings.kind] ? settings.rows(ruleset) : [];
  const rows = [...(list?.rows(ruleset) ?? []), ...said];
  const lines = rows.map((row) => plainLine(row.title, ...row.sentences));
  return { id, title: t(title), level: 2, notes: [t(hint)], lines };
}

export function rulesDocument(ruleset: Ruleset): RulesDocument {
  const scores = sections(ruleset).flatMap((section) => [
    partOf(ruleset, section, 2),
    ...section.groups.map((group) => partOf(ruleset, group, 3)),
  ]);
  const rest = cards.map((card) => cardPart(ruleset, card));
  const { description, source, left_out: leftOut = [], created_field: created } = ruleset;
  return {
    title: ruleset.name || t('rule_sets.unnamed'),
    about: [
      ...(description ? [description] : []),
      ...(source ? [t('rules_text.source', { source })] : []),
      ...leftOut.map((text) => t('rules_text.left_out', { text })),
      ...(created ? [t('rules_text.created', { field: fieldWords(ruleset, created) })] : []),
    ],
    parts: [...scores, ...rest.filter(({ lines }) => lines.length > 0)],
  };
}

const indent = (depth: number, text: string): string => '  '.repeat(depth) + text;

function lineText({ title, sentences, points, off }: DocumentLine, depth: number): string[] {
  const [only] = points;
  const named = off ? t('rules_text.off', { rule: title }) : title;
  const head = points.length === 1 && only?.label === '' ? t('lead.step', { name: named, points: only.points }) : named;
  const several = points.filter(({ label }) => label !== '');
  return [
    indent(depth, `- ${head}`),
    ...sentences.map((sentence) => indent(depth + 1, sentence)),
    ...several.map(({ label, points: each }) => indent(depth + 1, t('lead.step', { name: label, points: each }))),
  ];
}

/** As plain text: a line a sentence, indented under what it belongs to. */
export function documentText({ title, about, parts }: RulesDocument): string {
  const lines = [title, '='.repeat(title.length), ...about];
  for (const part of parts) {
    const depth = part.level - 2;
    lines.push('', indent(depth, part.title), indent(depth, '-'.repeat(part.title.length)));
    lines.push(...part.notes.map((note) => indent(depth, note)));
    for (const line of part.lines) lines.push(...lineText(line, depth));
  }
  return plainText(`${lines.join('\n')}\n`);
}
