import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { formatDate, formatMonth, formatNumber, formatShare, listAll, listAny } from '../../../web/src/format';
import { t } from '../../../web/src/i18n';
import { languageNow, nearestLanguage, setLanguage } from '../../../web/src/i18n/language';

const DAY = Date.UTC(2026, 10, 21);
beforeEach(() => vi.stubGlobal('document', { documentElement: { lang: '' } }));
afterEach(async () => {
  await setLanguage('en');
  vi.unstubAllGlobals();
});

it('takes the first of the reader’s languages that it has, or its nearest', () => {
  expect(nearestLanguage(['de-DE', 'pl-PL', 'en'])).toBe('pl');
  expect(nearestLanguage(['bs-Latn-BA'])).toBe('bs');
  expect(nearestLanguage(['sr-Latn-RS', 'en-US'])).toBe('bs');
  expect(nearestLanguage(['RO'])).toBe('ro');
  expect(nearestLanguage(['de', 'fr'])).toBe('en');
  expect(nearestLanguage([])).toBe('en');
});

it('writes numbers, dates and lists as each language does', async () => {
  const written = async (language: Parameters<typeof setLanguage>[0]) => {
    await setLanguage(language);
    expect(document.documentElement.lang).toBe(language);
    const texts = [
      formatNumber(1234567.5),
      formatShare(1, 8),
      formatDate(DAY),
      formatMonth(DAY),
      listAll(['a', 'b']),
      listAny(['a', 'b']),
    ];
    return texts.map((text) => text.replaceAll(/[\u00a0\u202f]/g, ' ')); // no breaks inside
  };
  expect(await written('en')).toEqual(['1,234,567.5', '12.5%', '21 Nov 2026', 'Nov 2026', 'a and b', 'a or b']);
  expect(await written('ro')).toEqual(['1.234.567,5', '12,5 %', '21 nov. 2026', 'nov. 2026', 'a și b', 'a sau b']);
  expect(await written('pl')).toEqual(['1 234 567,5', '12,5%', '21 lis 2026', 'lis 2026', 'a i b', 'a lub b']);
  expect(await written('ru')).toEqual(['1 234 567,5', '12,5 %', '21 нояб. 2026', 'нояб. 2026', 'a и b', 'a или b']);
  expect(await written('bs')).toEqual(['1.234.567,5', '12,5 %', '21. nov 2026.', 'nov 2026.', 'a i b', 'a ili b']);
});

it('ends in the language that was asked for last', async () => {
  await Promise.all([setLanguage('pl'), setLanguage('ru'), setLanguage('ro')]);
  expect(languageNow()).toBe('ro');
  expect(t('nav.leads').length).toBeGreaterThan(0);
});

it('has the texts of later screens in the language of the page, whichever of the two came first', async () => {
  const anew = async () => {
    vi.resetModules();
    return { ...(await import('../../../web/src/i18n/language')), ...(await import('../../../web/src/i18n')) };
  };
  const english = t('export.title');
  const page = await anew();
  expect(page.t('export.title')).toBe('export.title'); // nothing shows it yet
  await Promise.all([page.setLanguage('pl'), page.laterTexts()]);
  expect(page.t('export.title')).not.toMatch(/^export\.|^$/);
  expect(page.t('export.title')).not.toBe(english);
  const other = await anew();
  await other.laterTexts();
  await other.setLanguage('pl');
  expect(other.t('export.title')).toBe(page.t('export.title'));
});
