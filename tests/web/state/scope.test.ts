import { beforeEach, expect, it, vi } from 'vitest';

beforeEach(() => vi.stubGlobal('navigator', { hardwareConcurrency: 1, languages: [], platform: '' }));

const AS_OF = Date.UTC(2026, 0, 31, 13, 30);
const day = (text: string) => Date.parse(text);

it('tells periods as seen from the instant of the result', async () => {
  const { periodOf } = await import('../../../web/src/state/scope');
  const own = { first: '', last: '' };
  const period = (kind: Parameters<typeof periodOf>[0]['period']) => periodOf({ period: kind, ...own }, AS_OF);
  expect(period('all')).toEqual({ from: null, until: null });
  expect(period('this_month')).toEqual({ from: day('2026-01-01'), until: day('2026-02-01') });
  expect(period('last_month')).toEqual({ from: day('2025-12-01'), until: day('2026-01-01') });
  expect(period('last_90_days')).toEqual({ from: day('2025-11-03'), until: day('2026-02-01') });
  expect(period('this_year')).toEqual({ from: day('2026-01-01'), until: day('2027-01-01') });
});

it('has the last day of a period of one’s own in it, and takes open ends', async () => {
  const { periodOf } = await import('../../../web/src/state/scope');
  const own = (first: string, last: string) => periodOf({ period: 'own', first, last }, AS_OF);
  expect(own('2025-10-01', '2025-10-31')).toEqual({ from: day('2025-10-01'), until: day('2025-11-01') });
  expect(own('', '2025-10-31')).toEqual({ from: null, until: day('2025-11-01') });
  expect(own('', '')).toEqual({ from: null, until: null });
});

it('forgets the scope when other data is opened', async () => {
  const { scopeNow, setScope } = await import('../../../web/src/state/scope');
  const { store } = await import('../../../web/src/state/store');
  setScope({ period: 'this_year', by: { field: 'country' } });
  store.setState({ working: false });
  expect(scopeNow().period).toBe('this_year');
  store.setState({ data: { fields: [] } as never });
  expect(scopeNow()).toMatchObject({ period: 'all', by: null });
});
