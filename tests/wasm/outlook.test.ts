// One lead's scores over time and what would bring it further, as they cross the boundary.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Remedy } from '../../web/src/engine/explanation';
import createMqlab from '../../web/src/engine/generated/mqlab.mjs';
import type { EngineApi, TableOptions } from '../../web/src/engine/protocol';

const noOptions: TableOptions = { map: {}, zoneMinutes: 0, headers: null };

let newEngine: () => EngineApi;
beforeAll(async () => {
  const wasmBinary = readFileSync('web/src/engine/generated/mqlab.wasm');
  const module = await createMqlab({ wasmBinary });
  newEngine = () => new module.Engine();
});

const rules = JSON.stringify({
  scores: { fit: {}, engagement: { decay: { kind: 'compound', lose_percent: 50, every_days: 30 } } },
  rules: [
    {
      id: 'size',
      score: 'fit',
      field: 'size',
      ranges: [
        { from: 10, to: 50, points: 4 },
        { from: 50, points: 12.5 },
      ],
    },
    {
      id: 'prices',
      score: 'engagement',
      each: { event: 'page_view', where: [{ field: 'asset', eq: '/prices' }] },
      points: 8,
    },
  ],
  stages: [{ id: 'mql', enter: { score: 'total', ge: 20 } }],
});

function give(engine: EngineApi, table: string): void {
  const bytes = new TextEncoder().encode(table);
  engine.prepare(bytes.length).set(bytes);
  engine.commit(bytes.length);
  while (!engine.endTable());
}

function score(engine: EngineApi, rules: string): void {
  expect(engine.beginScore({ rules, asOf: null, now: 0 })).toBe(true);
  while (engine.scoreStep(1000).phase !== 'done');
}

function scored(): EngineApi {
  const engine = newEngine();
  engine.beginLoad(noOptions, noOptions);
  give(engine, 'lead_id,size\na,20\nb,60\n');
  give(
    engine,
    'lead_id,time,type,asset\na,2026-01-01,page_view,/prices\na,2026-02-10,page_view,/\n' +
      'b,2026-02-09,page_view,/prices\n',
  );
  expect(engine.endLoad().accepted).toBe(true);
  score(engine, rules);
  return engine;
}

describe('the outlook of a lead', () => {
  it('is a curve in typed arrays of its own', () => {
    const engine = scored();
    const curve = engine.scoreCurve(0);
    const day = (month: number, date: number) => Date.UTC(2026, month - 1, date);
    expect(curve).toEqual({
      at: Float64Array.of(day(1, 1), day(1, 31), day(2, 10), day(3, 2), day(4, 1), day(5, 1), day(5, 11)),
      total: Float64Array.of(12_000, 8_000, 8_000, 6_000, 5_000, 4_500, 4_500),
      scores: [new Float64Array(7).fill(4_000), Float64Array.of(8_000, 4_000, 4_000, 2_000, 1_000, 500, 500)],
      asOf: 2,
    });
    engine.loadSample(1, 2000); // the memory grows
    expect(curve.total[0]).toBe(12_000);
  });

  it('has remedies of each kind', () => {
    const engine = scored();
    const remedies: Remedy[] = engine.remedies(0);
    const prices = { name: 'asset', value: '/prices' };
    expect(remedies).toEqual([
      { kind: 'points', score: '', points: 12_000 },
      // With that size it was mql in January, when the prices still counted in full, and stayed it.
      { kind: 'field', field: 'size', value: '50', from: '20', gives: 8_500 },
      { kind: 'event', event: 'page_view', properties: [prices], times: 2, gives: 16_000 },
    ]);
    score(engine, rules.replace('"ge":20', '"ge":16').replace('"total"', '"fit"').replace('12.5', '16'));
    expect(engine.remedies(0)).toEqual([
      { kind: 'points', score: 'fit', points: 12_000 },
      { kind: 'field', field: 'size', value: '50', from: '20', gives: 12_000 },
    ]);
    expect(engine.remedies(1)).toEqual([]);
  });

  it('is refused before a result, and of leads that are not there', () => {
    expect(() => newEngine().remedies(0)).toThrow('nothing is scored yet');
    expect(() => newEngine().scoreCurve(0)).toThrow('nothing is scored yet');
    expect(() => scored().remedies(2)).toThrow('no lead has this index');
    expect(() => scored().scoreCurve(2)).toThrow('no lead has this index');
  });
});
