// What is worth a look in a result: rules without effect, leads of which little is known, data that was left out.
import type { DataReport, IssueReport, LeadQuery, Quiet } from '../../../engine/protocol';
import { formatNumber, formatShare } from '../../../format';
import { type MessageKey, t } from '../../../i18n';
import { unaskedTypes } from '../../../ruleset/event-types';
import { fieldsUsed } from '../../../ruleset/names-used';
import { ruleTitle } from '../../../ruleset/rule-sentence';
import { fieldWords, humanize, quote } from '../../../ruleset/words';
import type { Result } from '../../../state/app-state';

/** What a click opens: a place of the page, leads, or those that a rule gives points in vain. */
export type Target = { href: string } | { leads: Partial<LeadQuery> } | { overshadowed: string };

/** A finding, of which each part opens something. */
export interface Check {
  text: string;
  parts: { text: string; target: Target }[];
}

export interface CheckInput {
  result: Result;
  data: DataReport | null;
  cells: IssueReport | null;
  warnings: number;
  /** null: not known yet. */
  quiet: Quiet | null;
  /** By rule, leads that it gives points in vain, as far as it is known. */
  limits: ReadonlyMap<string, number>;
}

const rulesPage: Target = { href: '#/rules' };

function rulesWith({ result }: CheckInput, key: MessageKey, applies: (leads: number) => boolean): Check[] {
  const parts = result.ruleset.rules
    .filter(({ id }) => applies(result.ruleLeads.get(id) ?? -1))
    .map((rule) => ({ text: ruleTitle(rule), target: rulesPage }));
  return parts.length > 0 ? [{ text: t(key, { count: parts.length, number: formatNumber(parts.length) }), parts }] : [];
}

// Rules whose points a limit takes from most of their leads.
function overshadowed({ result, limits }: CheckInput): Check[] {
  const parts = result.ruleset.rules.flatMap((rule) => {
    const leads = result.ruleLeads.get(rule.id) ?? 0;
    // Of the rules before an edit until it is known anew, when it may be more than all.
    const inVain = Math.min(leads, limits.get(rule.id) ?? 0);
    if (inVain === 0 || inVain * 2 <= leads) return [];
    const values = {
      rule: quote(ruleTitle(rule)),
      part: formatNumber(inVain),
      count: leads,
      number: formatNumber(leads),
    };
    return [{ text: t('check.overshadowed_rule', values), target: { overshadowed: rule.id } }];
  });
  return parts.length > 0 ? [{ text: t('check.overshadowed', { count: parts.length }), parts }] : [];
}

function quietLeads({ result, quiet, data }: CheckInput): Check[] {
  const count = quiet?.noEvents ?? 0;
  if (count === 0 || !data) return [];
  const text = t('check.no_events', { count, number: formatNumber(count) });
  const share = formatShare(count, result.figures.numLeads);
  return [{ text, parts: [{ text: t('check.show_leads', { share }), target: { leads: { noEvents: true } } }] }];
}

// Types of event that rules ask for in vain show as rules without leads.
function typesWithoutRule({ result, data }: CheckInput): Check[] {
  const parts = unaskedTypes(result.ruleset, data).map(({ type, count }) => ({
    text: t('check.type_count', { type: quote(humanize(type)), number: formatNumber(count) }),
    target: { leads: { where: JSON.stringify({ event: type }) } },
  }));
  return parts.length > 0 ? [{ text: t('check.types_unasked', { count: parts.length }), parts }] : [];
}

function missingFields({ result: { ruleset, figures }, quiet, data }: CheckInput): Check[] {
  const used = fieldsUsed(ruleset);
  const parts = (data?.fields ?? []).flatMap((field, index) => {
    const missing = quiet?.missing[index] ?? 0;
    if (!used.has(field) || missing * 2 <= figures.numLeads) return [];
    const text = t('check.field_missing', {
      field: quote(ruleset.fields?.[field]?.label ?? fieldWords(ruleset, field)),
      share: formatShare(missing, figures.numLeads),
    });
    return [{ text, target: { leads: { where: JSON.stringify({ field, is_set: false }) } } }];
  });
  return parts.length > 0 ? [{ text: t('check.fields', { count: parts.length }), parts }] : [];
}

function counted(key: MessageKey, count: number, href: string, look: MessageKey): Check[] {
  if (count === 0) return [];
  return [{ text: t(key, { count, number: formatNumber(count) }), parts: [{ text: t(look), target: { href } }] }];
}

export function checks(input: CheckInput): Check[] {
  const { result, data, cells, warnings } = input;
  const unfit = cells?.counts.reduce((sum, { count }) => sum + count, 0) ?? 0;
  const leftOut = (data?.leads.leftOut ?? 0) + (data?.events?.leftOut ?? 0);
  return [
    ...rulesWith(input, 'check.rules_none', (leads) => leads === 0),
    ...rulesWith(input, 'check.rules_all', (leads) => leads > 0 && leads === result.figures.numLeads),
    ...overshadowed(input),
    ...typesWithoutRule(input),
    ...quietLeads(input),
    ...missingFields(input),
    ...counted('check.left_out', leftOut, '#/data', 'check.see_data'),
    ...counted('check.orphans', data?.orphans ?? 0, '#/data', 'check.see_data'),
    ...counted('check.warnings', warnings, '#/rules', 'check.see_rules'),
    ...counted('check.cells', unfit, '#/data', 'check.see_data'),
  ];
}
