import { describe, expect, it } from 'vitest';
import { actWords, becameWords, story, traitWords } from '../../../../web/src/features/sales/queue/story';
import { plainText } from '../../../../web/src/ruleset/words';
import '../../i18n/all-texts';
import { act, asOf, DAY, row, ruleset } from './queue-row';

const said = (change: Parameters<typeof act>[0]) => plainText(actWords(ruleset, act(change), asOf));

describe('what a lead did', () => {
  it('is told by the words of its type of event', () => {
    expect(said({})).toBe('looked at Pricing page today');
    expect(said({ count: 2, last: asOf - DAY })).toBe('looked at Pricing page twice (last yesterday)');
    expect(said({ count: 3, last: asOf - 2 * DAY })).toBe('looked at Pricing page 3 times (last on Monday)');
  });

  it('names the file, or the last of several', () => {
    const file = { rule: 'files', label: 'Downloads', type: 'content_download', asset: 'Shift guide' };
    expect(said({ ...file, last: asOf - 8 * DAY })).toBe('downloaded Shift guide 8 days ago');
    expect(said({ ...file, count: 4 })).toBe('downloaded 4 files (last Shift guide today)');
    expect(said({ ...file, asset: '' })).toBe('downloaded Downloads today');
  });

  it('says only once that a webinar is one', () => {
    const change = { rule: 'webinars', type: 'webinar_attend', asset: 'Webinar: Night work' };
    const rules = [{ id: 'webinars', score: 'fit', each: { event: 'webinar_attend' }, points: 15 }];
    const words = (count: number) => plainText(actWords({ ...ruleset, rules }, act({ ...change, count }), asOf));
    expect(words(1)).toBe('attended the webinar Night work today');
    expect(words(2)).toBe('attended 2 webinars (last Night work today)');
  });

  it('is told by the rule where that counts several types, unless there was one event', () => {
    const asks = { rule: 'asks', label: 'Asks', type: 'demo_request', asset: '' };
    expect(said(asks)).toBe('asked for a demo today');
    expect(said({ ...asks, type: 'trial_start' })).toBe('started a trial today');
    expect(said({ ...asks, count: 2 })).toBe('Asks (2 times, last today)');
  });

  it('is told by the rule where that counts any page', () => {
    const rules = [{ id: 'regular', score: 'fit', each: { event: 'page_view' }, points: 3 }];
    const visits = act({ rule: 'regular', label: 'Visits', count: 3 });
    expect(plainText(actWords({ ...ruleset, rules }, visits, asOf))).toBe('Visits (3 times, last today)');
  });

  it('does not count the events of a rule that does not', () => {
    expect(said({ rule: 'path', label: 'From reading to prices', count: 7 })).toBe('From reading to prices (today)');
  });

  it('is told by the type itself where nothing else is known', () => {
    expect(said({ rule: 'chat', label: '', type: 'live_chat', asset: '' })).toBe('live chat (today)');
    expect(said({ rule: 'gone', label: '', type: 'live_chat', asset: 'Bot' })).toBe('Bot (today)');
  });
});

describe('who a lead is', () => {
  const trait = (field: string, value: string, label = '') =>
    plainText(traitWords(ruleset, { rule: 'r', points: 1, field, value, label }));
  it('is told by values that speak, others with their field', () => {
    expect(trait('job_title', 'Director')).toBe('Director');
    expect(trait('employees', '200')).toBe('200 employees');
    expect(trait('employees', '1')).toBe('1 employee');
    expect(trait('employees', '50-200')).toBe('employees: 50-200');
    expect(trait('lead_source', 'Referral')).toBe('lead source: Referral');
    expect(trait('lead_source', '', 'Came by itself')).toBe('Came by itself');
    expect(trait('lead_source', '')).toBe('lead source');
  });
});

describe('what made it ready', () => {
  const became = (by: Partial<ReturnType<typeof row>['by']>, since: number | null = asOf - DAY) =>
    plainText(becameWords({ since, by: { ...row().by, behaviour: false, ...by } }, 'MQL', asOf));
  it('is a scenario, else what it did or who it is', () => {
    expect(became({ behaviour: true })).toBe('became MQL yesterday by activity');
    expect(became({ fields: true })).toBe('became MQL yesterday by profile');
    expect(became({ behaviour: true, fields: true })).toBe('became MQL yesterday by activity and profile');
    expect(became({ scenarios: ['hot-trio'], fields: true })).toBe('became MQL yesterday by the scenario hot-trio');
    expect(became({ scenarios: ['hot-trio', 'asked_us'] })).toBe(
      'became MQL yesterday by the scenarios hot-trio and asked us',
    );
    expect(became({})).toBe('became MQL yesterday');
    expect(became({}, null)).toBe('');
  });
});

describe('the story', () => {
  const acts = [
    act({ count: 2 }),
    act({ rule: 'files', type: 'content_download', asset: 'price list', last: asOf - DAY }),
  ];
  const traits = [
    { rule: 'a', label: '', points: 2, field: 'job_title', value: 'Director' },
    { rule: 'b', label: '', points: 1, field: 'job_title', value: 'Director' },
    { rule: 'c', label: '', points: 1, field: 'employees', value: '200' },
  ];
  const of = (change: Parameters<typeof row>[0]) => plainText(story(ruleset, row(change), 'MQL', asOf));
  it('is one sentence, in which no field comes twice', () => {
    expect(of({ acts, traits })).toBe(
      'Looked at Pricing page twice (last today) and downloaded price list yesterday; Director, 200 employees; became MQL yesterday by activity.',
    );
  });
  it('leaves out what is not known', () => {
    expect(of({})).toBe('Became MQL yesterday by activity.');
    expect(of({ since: null, traits: traits.slice(2) })).toBe('200 employees.');
    expect(of({ since: null, acts: [act({ rule: 'gone', label: '', asset: '', type: 'chat' })] })).toBe(
      'Chat (today).',
    );
    expect(of({ since: null })).toBe('');
  });
});
