// Several instances of the compiled engine that score one dataset together, as the workers of a page do.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import createMqlab from '../../web/src/engine/generated/mqlab.mjs';
import type { EngineApi, ScoreRequest } from '../../web/src/engine/protocol';
import { csvOf } from './rows';

const rules = readFileSync('rules/b2b-sample.json', 'utf8');
const morePoints = rules.replace(/"points": 10\b/, '"points": 11');
const LEADS = 3000;

// Memory of its own each.
let newEngine: () => Promise<EngineApi>;
beforeAll(() => {
  const wasmBinary = readFileSync('web/src/engine/generated/mqlab.wasm');
  newEngine = async () => new (await createMqlab({ wasmBinary })).Engine();
});

async function shareOut(others: number) {
  const first = await newEngine();
  first.loadSample(1, LEADS);
  const cuts = first.cuts(others + 1);
  expect(cuts).toHaveLength(others + 2);
  expect([cuts[0], cuts.at(-1)]).toEqual([0, LEADS]);
  first.ownLeads(cuts[1] as number);
  const shares: { engine: EngineApi; begin: number }[] = [];
  for (let i = 1; i <= others; ++i) {
    const engine = await newEngine();
    const begin = cuts[i] as number;
    first.beginShare(begin, cuts[i + 1] as number);
    let pieces = 0;
    for (let piece = first.writeShare(30_000); piece.length > 0; piece = first.writeShare(30_000), ++pieces) {
      engine.appendShare(structuredClone(piece, { transfer: [piece.buffer as ArrayBuffer] }));
    }
    expect(pieces).toBeGreaterThan(1);
    expect(engine.endShare()).toBe(true);
    shares.push({ engine, begin });
  }
  return { first, shares };
}

function scoreAlone(engine: EngineApi, request: ScoreRequest) {
  expect(engine.beginScore(request)).toBe(true);
  while (engine.scoreStep(500).phase !== 'done');
  return { ...engine.reportScore(), millis: 0 };
}

function scoreTogether({ first, shares }: Awaited<ReturnType<typeof shareOut>>, request: ScoreRequest) {
  expect(first.beginScore(request)).toBe(true);
  for (const { engine } of shares) expect(engine.beginScore({ ...request, asOf: first.scoringAsOf() })).toBe(true);
  const awaited = first.awaitedRules();
  const waiting = new Set(shares);
  const uncounted = new Set(awaited.length > 0 ? shares : []);
  for (let phase = ''; phase !== 'done'; phase = first.scoreStep(500).phase) {
    for (const share of waiting) {
      const { engine, begin } = share;
      const done = engine.scoreStep(500).phase === 'done';
      const counts = uncounted.has(share) ? engine.counts(awaited) : new Uint8Array();
      if (counts.length > 0) {
        expect(first.addCounts(begin, counts)).toBe(true);
        uncounted.delete(share);
      }
      if (!done) continue;
      expect(first.addStages(begin, engine.stages())).toBe(true);
      waiting.delete(share);
    }
  }
  return { ...first.reportScore(), millis: 0, awaited: awaited.length };
}

describe('several engines', () => {
  it('score as one does', async () => {
    const lone = await newEngine();
    lone.loadSample(1, LEADS);
    const engines = await shareOut(2);
    for (const request of [
      { rules, asOf: null, now: 0 },
      { rules: morePoints, asOf: null, now: 0 },
    ]) {
      const { awaited, ...report } = scoreTogether(engines, request);
      expect(report).toEqual(scoreAlone(lone, request));
      expect(awaited > 0).toBe(request.rules === rules);
      const columns = ['lead_id', 'fit', 'engagement', 'total', 'grade', 'stage', 'disqualified', 'reached_mql'];
      expect(csvOf(engines.first, columns)).toBe(csvOf(lone, columns));
    }
  });

  it('wait for each other, and go on without', async () => {
    const { first } = await shareOut(1);
    const request = { rules, asOf: null, now: 0 };
    expect(first.scoringAsOf()).toBeNull();
    expect(first.waitsForOthers()).toBe(false);
    first.beginScore(request);
    for (let steps = 0; !first.waitsForOthers(); ++steps) {
      expect(steps).toBeLessThan(1000);
      first.scoreStep(500);
    }
    expect(first.scoreStep(500)).toEqual({ phase: 'numbers', done: 1 });
    expect(first.addCounts(0, new Uint8Array())).toBe(false);
    first.cancelScore();
    first.ownLeads(LEADS);
    expect(scoreAlone(first, request).figures?.numLeads).toBe(LEADS);
  });
});
