import { expect, it, vi } from 'vitest';
import { formatMoney } from '../../../../web/src/features/funnel/money';
import { type SortKey, sortedBy, sortingAfter } from '../../../../web/src/features/funnel/sorting';
import { setLanguage } from '../../../../web/src/i18n/language';

it('writes money as the language does, hundredths only of small amounts', async () => {
  const euros = [0, 5_000, 3_333, 99_990, 100_400, 1_234_567_890, -14_200].map((amount) => formatMoney(amount, 'EUR'));
  expect(euros).toEqual(['€0', '€5', '€3.33', '€99.99', '€100', '€1,234,568', '-€14.20']);
  vi.stubGlobal('document', { documentElement: {} });
  await setLanguage('pl');
  expect(formatMoney(1_234_500, 'PLN')).toBe('1235\u00a0zł');
  await setLanguage('en');
});

it('writes money of a currency that nobody knows beside its name, and of none alone', () => {
  expect(formatMoney(1_234_500, 'crowns')).toBe('1,235\u00a0crowns');
  expect(formatMoney(3_333, '')).toBe('3.33');
});

const rows = (...keys: SortKey[]) => keys.map((key) => ({ keys: ['', key] }));
const sorted = (descending: boolean, ...keys: SortKey[]) =>
  sortedBy(rows(...keys), { column: 1, descending }).map((row) => row.keys[1]);

it('sorts numbers and names, what is missing last either way', () => {
  expect(sorted(false, 3, null, 1, 2)).toEqual([1, 2, 3, null]);
  expect(sorted(true, 3, null, 1, 2)).toEqual([3, 2, 1, null]);
  expect(sorted(false, 'Österreich', 'Zagreb', 'apple')).toEqual(['apple', 'Österreich', 'Zagreb']);
});

it('turns round at a second press, and begins with the greatest numbers and the first names', () => {
  expect(sortingAfter({ column: 2, descending: true }, 2)).toEqual({ column: 2, descending: false });
  expect(sortingAfter({ column: 2, descending: false }, 3)).toEqual({ column: 3, descending: true });
  expect(sortingAfter({ column: 2, descending: true }, 0)).toEqual({ column: 0, descending: false });
});
