// Reports of channels as the engine gives them, of a few figures a row.
import { type ChannelRow, type Channels, type Model, models } from '../../../../web/src/engine/reports';

export const byModel = <T>(value: (model: Model) => T): Record<Model, T> =>
  Object.fromEntries(models.map((model) => [model, value(model)])) as Record<Model, T>;

export interface Case {
  name: string;
  leads?: number;
  customers?: number;
  /** Conversions credited by all models, or by each; customers unless given. */
  credit?: number | Partial<Record<Model, number>>;
  /** Whole units; null when it is not known. */
  cost?: number | null;
  revenue?: number;
}

export function rowOf({
  name,
  leads = 1000,
  customers = 0,
  credit = customers,
  cost = null,
  revenue = 0,
}: Case): ChannelRow {
  const none = { of: leads, count: 0, share: 0, low: 0, high: 0.01 };
  const toCustomer = {
    ...none,
    count: customers,
    share: customers / leads,
    low: 0.9 * (customers / leads),
    high: 1.1 * (customers / leads),
  };
  const parts = (model: Model) => (typeof credit === 'number' ? credit : (credit[model] ?? customers)) * 1_000_000;
  const roi = cost ? revenue / cost - 1 : null;
  return {
    group: { kind: 'value', name },
    leads,
    mql: 0,
    sql: 40,
    customers,
    toMql: none,
    toCustomer,
    credit: byModel(parts),
    revenue: byModel(() => revenue * 1000),
    cost: cost === null ? null : cost * 1000,
    money: byModel(() => ({ perLead: null, perMql: null, cac: null, ltv: null, roi })),
    payback: null,
    disagreement: 0,
  };
}

export const channelsOf = (cases: Case[], change: Partial<Channels> = {}): Channels => {
  const rows = cases.map(rowOf);
  return {
    currency: 'EUR',
    halfLifeDays: 7,
    marginPercent: 100,
    conversions: cases.reduce((sum, { customers = 0 }) => sum + customers, 0),
    revenue: 0,
    cost: rows.reduce((sum, { cost }) => sum + (cost ?? 0), 0),
    otherCurrencies: [],
    costsWithoutGroup: 0,
    rows,
    ...change,
  };
};
