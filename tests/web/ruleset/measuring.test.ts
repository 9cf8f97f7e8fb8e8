import { expect, it } from 'vitest';
import { checklistCondition } from '../../../web/src/ruleset/measuring';
import {
  checklistRows,
  handOffRows,
  moneyRows,
  type Row,
  silenceRows,
  trackRows,
} from '../../../web/src/ruleset/measuring-sentences';
import { readRuleset } from '../../../web/src/ruleset/rewrite';
import type { Ruleset, Stage } from '../../../web/src/ruleset/ruleset';

const stages = (...ids: string[]): Stage[] => ids.map((id) => ({ id, enter: { all: [] } }));
const withStages = (...ids: string[]): Ruleset => ({ ...readRuleset({}), stages: stages(...ids) });

const shown = (text: string) => text.replaceAll('\u2068', '«').replaceAll('\u2069', '»');
const said = (rows: Row[]): Record<string, string[]> =>
  Object.fromEntries(rows.map(({ name, sentences }) => [name, sentences.map(shown)]));

it('takes a checklist for the condition that its name stands for', () => {
  const items = [
    { id: 'a', when: { event: 'a' } },
    { id: 'b', when: { event: 'b' } },
  ];
  expect(checklistCondition({ items })).toEqual({ at_least: 2, of: [{ event: 'a' }, { event: 'b' }] });
  expect(checklistCondition({ at_least: 1, items })).toMatchObject({ at_least: 1 });
});

it('says what is given where the file says nothing', () => {
  const bare = withStages('lead', 'mql');
  expect(said(handOffRows(bare))).toEqual({
    clock: ['Within 24 hours of reaching «mql», sales gets in touch.', 'The clock runs day and night.'],
    touch: [
      'The clock ends with «call», «call connected», «sales email», «meeting booked», «meeting held», ' +
        '«sales accepted» or «sales rejected».',
    ],
    answer: [
      'A lead is accepted by «sales accepted».',
      'It is rejected by «sales rejected»; the property «reason» says why.',
    ],
    contact: ['By «email» or «phone». Hot leads without any of these are listed apart.'],
  });
  expect(said(silenceRows(bare)).silence).toEqual(['After 30 days without an event, when points fade.']);
  expect(checklistRows(bare)).toEqual([]);
  expect(trackRows(bare)).toEqual([]);
  const money = said(moneyRows(bare));
  expect(money.value?.[0]).toBe('What a customer brings is the property «value» of «opportunity won» or «won».');
  expect(money.contents).toEqual([
    'A content is the property «asset» of «ebook download», «content download» or «webinar attend».',
  ]);
  expect(money.roles).toEqual(['Qualified by marketing: «mql».', 'Customer: «mql».']);
});

it('says what the file says', () => {
  const ruleset: Ruleset = {
    ...withStages('lead', 'mql'),
    sla: {
      hours: 1,
      reject: { event: 'no' },
      reason: 'asset',
      contact: ['phone'],
      business_hours: { days: ['tue', 'mon'], from: '09:00', until: '17:30', zone: 'Europe/Warsaw' },
    },
    qualification: { bant: { at_least: 1, items: [{ id: 'need', label: 'Need', when: { event: 'case' } }] } },
    nurture: {
      silent_days: 1,
      tracks: [{ id: 'new', when: { reached: 'lead' }, content: { decision: ['Price list', 'Tour'] } }],
    },
    economics: {
      currency: 'EUR',
      value: { field: 'revenue' },
      touch: { event: 'visit' },
      channel: { property: 'source' },
      campaign: { field: 'campaign' },
      content: { property: 'file', event: 'get' },
      half_life_days: 1,
      margin_percent: 80,
    },
  };
  const handOff = said(handOffRows(ruleset));
  expect(handOff.clock).toEqual([
    'Within 1 hour of reaching «mql», sales gets in touch.',
    'The clock runs on Mon and Tue, from 09:00 to 17:30 («Europe/Warsaw»).',
  ]);
  expect(handOff.answer?.[1]).toBe('It is rejected by «no»; the property «asset» says why.');
  expect(said(checklistRows(ruleset))).toEqual({
    bant: ['Complete when 1 of 1 holds:', '«Need»: at least one «case»'],
  });
  expect(said(trackRows(ruleset))).toEqual({
    new: ['For leads of which this holds: reached «lead».', 'To decide: «Price list» and «Tour».'],
  });
  expect(said(silenceRows(ruleset)).silence).toEqual(['After 1 day without an event, when points fade.']);
  const money = said(moneyRows(ruleset));
  expect(money.value).toEqual([
    'What a customer brings is the field «revenue».',
    'It is in «EUR»; costs in another currency are told apart.',
    '80 % of it is earned.',
  ]);
  expect(money.touches).toEqual([
    'A touch of marketing is «visit», where a channel is known.',
    'The channel is the property «source» of the event.',
    "The campaign is the lead's field «campaign».",
    'Where older touches fade, one that is 1 day old counts half.',
  ]);
  expect(money.contents).toEqual(['A content is the property «file» of «get».']);
});
