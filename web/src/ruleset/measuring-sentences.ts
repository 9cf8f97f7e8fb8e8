// What reports ask of a rule file, as sentences.
import { formatNumber, formatWeekday, listAll, listAny } from '../format';
import { t } from '../i18n';
import { conditionSentence, eventWords } from './condition-sentence';
import { handOffStage, silentDays } from './hand-off';
import { type BusinessHours, buyerSteps, type ColumnName, given, roles, type ValueSource, weekdays } from './measuring';
import { stageOfRole } from './roles';
import type { Ruleset } from './ruleset';
import { fieldWords, humanize, propertyWords, quote, stageWords } from './words';

/** A part of the file with a title, and what is said of it. */
export interface Row {
  name: string;
  title: string;
  sentences: string[];
}

function hoursSentence({ days, from, until, zone }: BusinessHours): string {
  const names = weekdays.filter((day) => days.includes(day)).map((day) => formatWeekday(weekdays.indexOf(day)));
  return t('handoff.hours', { days: listAll(names), from, until, zone: quote(zone ?? 'UTC') });
}

export function handOffRows(ruleset: Ruleset): Row[] {
  const {
    hours = given.hours,
    contact = given.contact,
    reason = given.reason,
    business_hours,
    ...sla
  } = ruleset.sla ?? {};
  const events = (key: 'touch' | 'accept' | 'reject') => eventWords(ruleset, sla[key] ?? given[key]);
  const stage = handOffStage(ruleset);
  const clock =
    stage === null
      ? t('handoff.no_stage')
      : t('handoff.clock', { count: hours, number: formatNumber(hours), stage: quote(stageWords(ruleset, stage.id)) });
  const property = quote(propertyWords(ruleset, reason));
  const fields = listAny(contact.map((field) => quote(fieldWords(ruleset, field))));
  return [
    {
      name: 'clock',
      title: t('handoff.clock_title'),
      sentences: [clock, business_hours ? hoursSentence(business_hours) : t('handoff.always')],
    },
    { name: 'touch', title: t('handoff.touch_title'), sentences: [t('handoff.touch', { event: events('touch') })] },
    {
      name: 'answer',
      title: t('handoff.answer_title'),
      sentences: [
        t('handoff.accept', { event: events('accept') }),
        t('handoff.reject', { event: events('reject'), property }),
      ],
    },
    { name: 'contact', title: t('handoff.contact_title'), sentences: [t('handoff.contact', { fields })] },
  ];
}

export const checklistRows = (ruleset: Ruleset): Row[] =>
  Object.entries(ruleset.qualification ?? {}).map(([name, { label, at_least: least, items }]) => ({
    name,
    title: label ?? humanize(name),
    sentences: [
      t('checklist.needs', { count: least ?? items.length, all: items.length }),
      ...items.map((item) =>
        t('checklist.item', {
          item: quote(item.label ?? humanize(item.id)),
          condition: conditionSentence(ruleset, item.when),
        }),
      ),
    ],
  }));

export const trackRows = (ruleset: Ruleset): Row[] =>
  (ruleset.nurture?.tracks ?? []).map(({ id, label, when, content = {} }) => ({
    name: id,
    title: label ?? humanize(id),
    sentences: [
      t('track.when', { condition: conditionSentence(ruleset, when) }),
      ...buyerSteps.flatMap((step) => {
        const contents = content[step] ?? [];
        return contents.length > 0 ? [t(`track.${step}_of`, { contents: listAll(contents.map(quote)) })] : [];
      }),
    ],
  }));

export function silenceRows(ruleset: Ruleset): Row[] {
  const days = silentDays(ruleset);
  return [
    {
      name: 'silence',
      title: t('track.silence_title'),
      sentences: [t('track.silence', { days, number: formatNumber(days) })],
    },
  ];
}

function valueSentence(ruleset: Ruleset, value: ValueSource): string {
  if ('field' in value) return t('money.value_field', { field: quote(fieldWords(ruleset, value.field)) });
  return t('money.value_event', {
    property: quote(propertyWords(ruleset, value.property)),
    event: eventWords(ruleset, value),
  });
}

function columnWords(ruleset: Ruleset, column: ColumnName): string {
  return 'field' in column
    ? t('money.field', { field: quote(fieldWords(ruleset, column.field)) })
    : t('money.property', { property: quote(propertyWords(ruleset, column.property)) });
}

export function moneyRows(ruleset: Ruleset): Row[] {
  const { currency, value = given.value, touch, channel, campaign, content, ...rest } = ruleset.economics ?? {};
  const { margin_percent: margin = given.marginPercent, half_life_days: days = given.halfLifeDays } = rest;
  const contents = {
    property: quote(propertyWords(ruleset, content?.property ?? given.content.property)),
    event: eventWords(ruleset, { ...given.content, ...content }),
  };
  return [
    {
      name: 'value',
      title: t('money.value_title'),
      sentences: [
        valueSentence(ruleset, value),
        currency === undefined ? t('money.no_currency') : t('money.currency', { currency: quote(currency) }),
        t('money.margin', { margin: formatNumber(margin) }),
      ],
    },
    {
      name: 'touches',
      title: t('money.touches_title'),
      sentences: [
        touch ? t('money.touch', { event: eventWords(ruleset, touch) }) : t('money.touch_given'),
        channel ? t('money.channel', { column: columnWords(ruleset, channel) }) : t('money.channel_given'),
        campaign ? t('money.campaign', { column: columnWords(ruleset, campaign) }) : t('money.campaign_given'),
        t('money.half_life', { days, number: formatNumber(days) }),
      ],
    },
    { name: 'contents', title: t('money.contents_title'), sentences: [t('money.contents', contents)] },
    {
      name: 'roles',
      title: t('money.roles_title'),
      sentences: roles.flatMap((role) => {
        const stage = ruleset.stages?.[stageOfRole(ruleset, role)];
        return stage ? [t(`money.role_${role}_is`, { stage: quote(stageWords(ruleset, stage.id)) })] : [];
      }),
    },
  ];
}
