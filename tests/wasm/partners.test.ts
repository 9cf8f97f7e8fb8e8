// Several engines do one load together, each over its own memory, and come to what one alone comes to.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import createMqlab from '../../web/src/engine/generated/mqlab.mjs';
import { EngineHost } from '../../web/src/engine/host';
import type { DataSource, Method, Reply } from '../../web/src/engine/messages';
import { type Partner, partnerAt, servePartner } from '../../web/src/engine/partner';
import { type DataReport, type EngineApi, everyLead, type ScoreReport } from '../../web/src/engine/protocol';
import { csv, named } from './rows';

let newEngine: () => EngineApi;
const ports: MessagePort[] = [];
beforeAll(async () => {
  const module = await createMqlab({ wasmBinary: readFileSync('web/src/engine/generated/mqlab.wasm') });
  newEngine = () => new module.Engine();
});
afterAll(() => {
  for (const port of ports) port.close();
});

/** A partner in this thread: the work is the same, and so are the messages. */
function newPartner(engine: Promise<EngineApi>): Partner {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  servePartner(engine, port1);
  return partnerAt(port2);
}

function start(partners: Partner[]) {
  const waiting = new Map<number, (reply: Reply) => void>();
  const host = new EngineHost(Promise.resolve(newEngine()), (reply) => {
    if (!('news' in reply)) waiting.get(reply.id)?.(reply);
  });
  for (const partner of partners) host.addPartner(partner);
  let id = 0;
  return async (method: Method, ...args: unknown[]): Promise<unknown> => {
    const number = ++id;
    const answer = new Promise<Reply>((resolve) => waiting.set(number, resolve));
    host.receive({ id: number, method, args });
    const reply = await answer;
    if (!('value' in reply)) throw reply;
    return reply.value;
  };
}

const LEADS = 300_000;
const EVENTS = 700_000;
const options = { map: {}, zoneMinutes: 0, headers: null };
const table = (lines: string[]) => ({ name: 'table.csv', file: new Blob([`${lines.join('\n')}\n`]), options });
const note = (n: number) =>
  n % 70_000 === 0 ? '"two\nlines, ""quoted"""' : n % 90_001 === 0 ? 'loose " quote' : `some words of note ${n}`;
const source: DataSource = {
  kind: 'tables',
  leads: table([
    'lead_id,size,created_at,note',
    ...Array.from({ length: LEADS }, (_, n) => `L${n},${n % 100},2025-12-${10 + (n % 20)},${note(n)}`),
  ]),
  events: table([
    'lead_id,time,type,detail',
    ...Array.from(
      { length: EVENTS },
      (_, n) => `L${(n * 7919) % (LEADS + 10)},${n % 9999 ? `2026-01-0${1 + (n % 9)}` : 'soon'},t${n % 5},${note(n)}`,
    ),
  ]),
};
const rules = (points: number, within: number) =>
  JSON.stringify({
    scores: { s: {} },
    rules: [
      { id: 'size', score: 's', when: { field: 'size', gt: 49 }, points },
      { id: 'visits', score: 's', each: { event: 't1', within_days: within }, points: 2 },
    ],
    stages: [{ id: 'mql', enter: { score: 's', ge: 7 } }],
  });
const SAMPLE_RULES = readFileSync('rules/b2b-sample.json', 'utf8');
const request = (points: number, within: number) => ({ rules: rules(points, within), asOf: null, now: 0 });

/** A load, a score, and edits of points and of a condition, after one that is overtaken; then a sample. */
async function resultOf(partners: Partner[]) {
  const ask = start(partners);
  const data = (await ask('load', source)) as DataReport;
  const scores = [];
  for (const edit of [request(5, 30), request(6, 30), request(6, 3)]) {
    const overtaken = ask('score', request(1, 7));
    const { figures, stages } = (await ask('score', edit)) as ScoreReport;
    expect(await overtaken).toBe(null);
    await ask('beginRows', everyLead, {
      ...csv,
      columns: named(['lead_id', 'total', 'stage', 'disqualified', 'note']),
    });
    const rows = createHash('sha256').update((await ask('writeRows', 0, LEADS, [])) as Uint8Array);
    expect(stages?.nowCounts[0]).toBeGreaterThan(100);
    scores.push({ figures, stages, rows: rows.digest('hex') });
  }
  await ask('load', { kind: 'sample', seed: 1, leads: 3000 });
  const { figures, stages } = (await ask('score', { rules: SAMPLE_RULES, asOf: null, now: 0 })) as ScoreReport;
  return { data, scores, sample: { figures, stages } };
}

it('gives the same bytes with one, two and three engines, and with one that fails', { timeout: 120_000 }, async () => {
  const alone = await resultOf([]);
  expect(alone.data.numLeads).toBe(LEADS);
  expect(alone.data.events?.leftOut).toBe(Math.ceil(EVENTS / 9999));
  let packed = 0;
  let staged = 0;
  const counting = () => {
    const engine = newEngine();
    const pack = engine.pack.bind(engine);
    engine.pack = (rows) => {
      const piece = pack(rows);
      packed += piece ? 1 : 0;
      return piece;
    };
    const stages = engine.stages.bind(engine);
    engine.stages = () => {
      const found = stages();
      staged += found.length > 0 ? 1 : 0;
      return found;
    };
    return engine;
  };
  const sound = () => newPartner(Promise.resolve(counting()));
  const lostLater = () => {
    const engine = counting();
    const stages = engine.stages.bind(engine);
    let asked = 0;
    engine.stages = () => {
      if (++asked > 1) throw new Error('no memory');
      return stages();
    };
    return newPartner(Promise.resolve(engine));
  };
  const failing = () => {
    const engine = newEngine();
    engine.beginPacking = () => {
      throw new Error('no memory');
    };
    return newPartner(Promise.resolve(engine));
  };
  for (const partners of [[sound()], [sound(), sound()], [sound(), failing()], [sound(), lostLater()]]) {
    packed = 0;
    staged = 0;
    const result = await resultOf(partners);
    expect(packed).toBeGreaterThan(2);
    expect(staged).toBeGreaterThan(2);
    expect(result.data).toEqual(alone.data);
    expect(result.scores).toEqual(alone.scores);
    expect(result.sample).toEqual(alone.sample);
  }
});
