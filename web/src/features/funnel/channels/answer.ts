// The answer to "which channel should get next month's money?" in sentences, and what must be known of the figures.
import type { ChannelRow, Channels, Model } from '../../../engine/reports';
import { formatNumber, formatShare, listAll, listAny } from '../../../format';
import { type MessageKey, t } from '../../../i18n';
import { quote } from '../../../ruleset/words';
import { formatMoney } from '../money';
import type { Aim, Choice } from './choice';
import { type Estimate, rateEstimates, rowName } from './estimates';
import { backOf, cheapestByModel, costVerdicts, type Verdict, verdictOf } from './verdict';

const names = (estimates: Estimate[]): string[] => estimates.map(({ name }) => quote(name));

/** "€495 each", with what else the rows may cost. */
export function costRange({ low, high }: Pick<Estimate, 'low' | 'high'>, currency: string): string {
  const values = { low: formatMoney(low, currency), high: formatMoney(high, currency) };
  return Number.isFinite(high) ? t('rate.interval', values) : t('channels.or_more', values);
}

function ofCost(verdict: Verdict, { currency }: Channels, what: Aim, end: 'cheapest' | 'dearest'): string {
  const { first } = verdict;
  const values = {
    what,
    channel: quote(first.name),
    cost: formatMoney(first.value, currency),
    range: costRange(first, currency),
  };
  if (verdict.kind !== 'rivals') return t(`channels.${end}.one`, values);
  return t(`channels.${end}.rivals`, { ...values, rivals: listAny(names(verdict.rivals)) });
}

function ofModels(channels: Channels, chosen: Model): string[] {
  const found = cheapestByModel(channels);
  const own = found.find(({ models }) => models.includes(chosen));
  if (!own) return [];
  if (found.length === 1) return [t('channels.all_agree')];
  const others = found
    .filter((each) => each !== own)
    .map(({ name, models }) =>
      t('channels.of_models', { channel: quote(name), models: listAll(models.map((id) => t(`channels.model.${id}`))) }),
    );
  return [t('channels.others_say', { others: listAll(others) })];
}

function earned({ rows, currency }: Channels, { row, name }: Estimate, model: Model): string[] {
  const found = rows[row];
  const back = found ? backOf(found, model) : null;
  if (back === null) return [];
  const amounts = { back: formatMoney(back * 1000, currency), one: formatMoney(1000, currency) };
  return [t('channels.back', { channel: quote(name), ...amounts })];
}

function broughtNone({ rows, currency }: Channels, without: Estimate[], what: Aim): string[] {
  if (without.length === 0) return [];
  const spent = without.reduce((sum, { row }) => sum + (rows[row]?.cost ?? 0), 0);
  const values = { what, count: without.length, cost: formatMoney(spent, currency) };
  return [t('channels.brought_none', { ...values, channels: listAll(names(without)) })];
}

/** Of what each cost: the cheapest and what it earned, the dearest, and those that brought none. */
function costAnswer(channels: Channels, { aim: what, model }: Choice): string[] {
  const { cheapest, dearest, without } = costVerdicts(channels, model);
  if (!cheapest) return [];
  const count = { what, count: channels.conversions, number: formatNumber(channels.conversions) };
  const none = broughtNone(channels, without, what);
  const dear = dearest && dearest.kind !== 'close' ? [ofCost(dearest, channels, what, 'dearest')] : [];
  if (cheapest.kind === 'close') return [t('channels.cheapest.close', count), ...dear, ...none];
  return [
    ofCost(cheapest, channels, what, 'cheapest'),
    ...earned(channels, cheapest.first, model),
    ...(dearest?.kind === 'close' ? [t('channels.dearest.close', count)] : dear),
    ...none,
    ...ofModels(channels, model),
  ];
}

/** From whose leads the most come so far, or the fewest. */
export function rateAnswer(channels: Channels, what: Aim, end: 'least' | 'most'): string[] {
  const verdict = verdictOf(rateEstimates(channels, what), end);
  if (!verdict) return [];
  const { first } = verdict;
  const key = `channels.rate_${end}` as const;
  const values = {
    what,
    channel: quote(first.name),
    share: formatShare(first.value, 1),
    low: formatShare(first.low, 1),
    high: formatShare(first.high, 1),
  };
  if (verdict.kind === 'rivals') {
    return [t(`${key}.rivals`, { ...values, rivals: listAny(names(verdict.rivals)) })];
  }
  return [t(`${key}.${verdict.kind}`, values)];
}

/** The most important sentence first. */
export function answerOf(channels: Channels, choice: Choice): string[] {
  if (channels.conversions === 0) return [t('channels.nothing', { what: choice.aim })];
  const cost = costAnswer(channels, choice);
  const most = rateAnswer(channels, choice.aim, 'most');
  if (cost.length > 0) return [...cost, ...most];
  const rates = [...most, ...rateAnswer(channels, choice.aim, 'least')];
  return rates.length > 0 ? rates : [t('channels.too_few')];
}

/** What the figures do not hold. `remedy`: a costs file would mend it. */
export interface Gap {
  id: string;
  text: string;
  remedy: boolean;
}

const lacksCost = ({ group, leads, cost }: ChannelRow): boolean => group.kind === 'value' && leads > 0 && cost === null;

export function gapsOf(channels: Channels, { by }: Pick<Choice, 'by'>): Gap[] {
  const { currency, rows, otherCurrencies, costsWithoutGroup, cost } = channels;
  const gap = (id: string, key: MessageKey, values: Record<string, string | number>, remedy = false): Gap => ({
    id,
    text: t(key, values),
    remedy,
  });
  const others = otherCurrencies.map((other) =>
    gap(`in ${other.currency}`, 'channels.other_currency', {
      count: other.rows,
      number: formatNumber(other.rows),
      cost: formatMoney(other.cost, other.currency),
      currency: other.currency,
      own: currency,
    }),
  );
  if (by === 'content') return [gap('contents', 'channels.no_content_costs', {}), ...others];
  if (cost === 0 && otherCurrencies.length === 0) return [gap('none', 'channels.no_costs', {}, true)];
  const lacking = rows.filter(lacksCost).map((row) => quote(rowName(row)));
  return [
    ...(lacking.length > 0
      ? [gap('lacking', 'channels.lacking', { count: lacking.length, channels: listAll(lacking) }, true)]
      : []),
    ...others,
    ...(costsWithoutGroup > 0
      ? [gap('without', `channels.no_${by}`, { cost: formatMoney(costsWithoutGroup, currency) })]
      : []),
  ];
}
