import { describe, expect, it } from 'vitest';
import { openingOf, openingWords } from '../../../../web/src/features/sales/queue/opening';
import { personOf } from '../../../../web/src/features/sales/queue/person';
import { plainText } from '../../../../web/src/ruleset/words';
import '../../i18n/all-texts';
import { act, asOf, DAY, row } from './queue-row';

describe('the opening', () => {
  const of = (type: string, asset = '', label = '') => openingOf(act({ type, asset, label }));
  it('goes by what the lead asked for, attended or looked at', () => {
    expect(openingOf(undefined)).toBe('general');
    expect(of('demo_request')).toBe('demo');
    expect(of('trial_start')).toBe('trial');
    expect(of('webinar_attend')).toBe('webinar');
    expect(of('webinar_register')).toBe('webinar');
    expect(of('email_open')).toBe('general');
    expect(of('page_view', '/')).toBe('general');
  });
  it('knows prices, comparisons and cases in the languages of the page', () => {
    for (const name of [
      '/pricing',
      'Prices',
      'Cennik 2026',
      '/ceny',
      'Listă de prețuri',
      'Прайс-лист',
      'Цены',
      'Cjenik',
    ])
      expect(of('page_view', name), name).toBe('price_page');
    for (const name of ['Price list', 'Comparison of tools', 'Porównanie', 'Сравнение', 'Usporedba'])
      expect(of('content_download', name), name).toBe('price_list');
    for (const name of ['/customers/acme', 'Case study Acme', '/reference'])
      expect(of('page_view', name)).toBe('case_study');
    expect(of('ebook_download', 'Case study Acme')).toBe('case_study');
    expect(of('content_download', 'Shift guide', 'Downloads')).toBe('download');
  });
  it('is not misled by words that only contain such a word', () => {
    for (const name of ['/enterprise', '/data-center', 'Showcase', 'Оценка'])
      expect(of('page_view', name)).toBe('general');
  });
  it('takes the rule where the page says nothing', () =>
    expect(of('page_view', '/p/7', 'Pricing page')).toBe('price_page'));
});

describe('its words', () => {
  const words = (
    facts: { field: string; value: string }[],
    acts = [act({ type: 'demo_request', last: asOf - DAY })],
  ) => {
    const lead = row({ facts, acts });
    return plainText(openingWords(lead, personOf(lead, false), asOf));
  };
  it('greet by the first name, when it is known', () => {
    expect(words([{ field: 'first_name', value: 'Ana' }])).toMatch(/^Hello Ana, you asked for a demo yesterday\./);
    expect(words([])).toMatch(/^Hello, you asked for a demo yesterday\./);
  });
  it('name the company, or the file', () => {
    const company = [{ field: 'company', value: 'Acme' }];
    expect(words(company, [])).toContain('what is Acme looking into');
    expect(words([], [])).toContain('what is your company looking into');
    expect(words(company, [act({ type: 'content_download', asset: 'Price list' })])).toContain(
      'you downloaded Price list today',
    );
  });
});

describe('a person', () => {
  it('is called by name, else e-mail, else id, and can be masked', () => {
    expect(personOf(row(), false)).toMatchObject({ title: 'Ana Popescu', about: 'Director · =Acme', firstName: 'Ana' });
    expect(personOf(row({ facts: [] }), false).title).toBe('ana@acme.example');
    expect(personOf(row({ facts: [], contact: [] }), true).title).toBe('L1');
    const hidden = personOf(row(), true);
    expect(hidden).toMatchObject({ title: 'A••• P•••', firstName: 'A•••' });
    expect(hidden.contact.map(({ value }) => value)).toEqual(['a•••@acme.example', '•••42']);
  });
});
