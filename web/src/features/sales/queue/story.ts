// A lead's story in one sentence: what it did, who it is, and what made it ready for sales.
import type { Instant } from '../../../engine/protocol';
import type { QueueRow } from '../../../engine/reports';
import { capital, formatNumber, listAll } from '../../../format';
import { t } from '../../../i18n';
import type { Rule, Ruleset } from '../../../ruleset/ruleset';
import { fieldWords, humanize, quote } from '../../../ruleset/words';
import { whenWords } from './when';

type Act = QueueRow['acts'][number];
type Trait = QueueRow['traits'][number];

// Types of event with words of their own. Downloads by another name are downloads.
const told = [
  'page_view',
  'content_download',
  'webinar_attend',
  'webinar_register',
  'demo_request',
  'trial_start',
  'email_open',
  'email_click',
  'meeting_booked',
] as const;
type Told = (typeof told)[number];

const toldType = (type: string): Told | undefined =>
  type === 'ebook_download' ? 'content_download' : told.find((each) => each === type);

// A rule may count several types of event, of which the act has the last: of a single event it is that one. One that counts
// pages whatever they are is about something else than these.
function typeOf(rule: Rule | undefined, { type, count }: Act): Told | undefined {
  if (!rule || !('each' in rule) || (type === 'page_view' && !rule.each.where)) return undefined;
  const types = [rule.each.event].flat();
  return count === 1 || types.length === 1 ? toldType(type) : undefined;
}

// "Webinar: Night work" as "Night work", where the words around it say what it is.
const WEBINAR = /^webinar\p{L}*\s*[:–-]\s*/iu;
/** Of a page the rule's words, since its address says less; else the file or webinar. */
export const thingOf = (act: Act): string =>
  act.type === 'page_view' ? labelOf(act) : act.asset.replace(WEBINAR, '') || labelOf(act);

const labelOf = ({ label, asset, type }: Act): string => label || asset || humanize(type);

export function actWords({ rules }: Ruleset, act: Act, asOf: Instant): string {
  const rule = rules.find(({ id }) => id === act.rule);
  const { count } = act;
  const type = typeOf(rule, act);
  const values = { count, number: formatNumber(count), when: whenWords(act.last, asOf) };
  if (type) return t(`sales.act.${type}`, { ...values, thing: quote(thingOf(act)) });
  // How often means little of a rule that does not count each event.
  const often = rule !== undefined && 'each' in rule;
  return t('sales.act.other', { ...values, count: often ? count : 1, thing: quote(labelOf(act)) });
}

// These say by themselves what they are.
const SPEAKING = ['job_title', 'industry', 'company', 'country'];

export function traitWords(ruleset: Ruleset, { field, value, label }: Trait): string {
  if (value === '') return quote(label || humanize(field));
  const count = Number(value);
  if (field === 'employees' && Number.isInteger(count))
    return t('sales.trait.employees', { count, number: formatNumber(count) });
  if (SPEAKING.includes(field)) return quote(value);
  return t('sales.trait.other', { field: fieldWords(ruleset, field), value: quote(value) });
}

function wayOf({ behaviour, fields, scenarios }: QueueRow['by']) {
  if (scenarios.length > 0) return 'scenario';
  if (behaviour && fields) return 'both';
  return behaviour ? 'behaviour' : fields ? 'fields' : 'none';
}

/** "became MQL on Tuesday by the scenario hot-trio"; "" of a lead that never came so far. */
export function becameWords({ since, by }: Pick<QueueRow, 'since' | 'by'>, stage: string, asOf: Instant): string {
  if (since === null) return '';
  const values = { stage: quote(stage), when: whenWords(since, asOf) };
  const { scenarios } = by;
  return t(`sales.became.${wayOf(by)}`, {
    ...values,
    count: scenarios.length,
    scenarios: listAll(scenarios.map((id) => quote(humanize(id)))),
  });
}

/** Values of the data stand between isolates. `stage`: what the stage of the hand-off is called. */
export function story(ruleset: Ruleset, row: QueueRow, stage: string, asOf: Instant): string {
  const byField = row.traits.filter(({ field }, index, all) => all.findIndex((each) => each.field === field) === index);
  const parts = [
    listAll(row.acts.map((act) => actWords(ruleset, act, asOf))),
    byField.map((trait) => traitWords(ruleset, trait)).join(', '),
    becameWords(row, stage, asOf),
  ].filter(Boolean);
  return parts.length === 0 ? '' : capital(t('sales.story', { parts: parts.join('; ') }));
}
