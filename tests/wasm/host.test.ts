// The worker's side of the protocol over the real engine: what the page asks, and what it is told.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { sizeOf } from '../../web/src/engine/file-bytes';
import createMqlab from '../../web/src/engine/generated/mqlab.mjs';
import { EngineHost } from '../../web/src/engine/host';
import type { DataSource, LoadProgress, Method, Reply, ScoreNews, TableSource } from '../../web/src/engine/messages';
import {
  type Crossing,
  type DataReport,
  type EngineApi,
  everyLead,
  type ScoreReport,
} from '../../web/src/engine/protocol';

let newEngine: () => EngineApi;
beforeAll(async () => {
  const module = await createMqlab({ wasmBinary: readFileSync('web/src/engine/generated/mqlab.wasm') });
  newEngine = () => new module.Engine();
});

// The page's end of the wire.
function start() {
  const replies: Reply[] = [];
  const transfers = new Map<number, Transferable[]>();
  const waiting = new Map<number, (reply: Reply) => void>();
  const host = new EngineHost(Promise.resolve(newEngine()), (reply, transfer) => {
    replies.push(reply);
    transfers.set(reply.id, transfer);
    if (!('news' in reply)) waiting.get(reply.id)?.(reply);
  });
  let id = 0;
  const ask = (method: Method, ...args: unknown[]) => {
    const number = ++id;
    const answer = new Promise<Reply>((resolve) => waiting.set(number, resolve));
    host.receive({ id: number, method, args });
    return { id: number, value: answer.then((reply) => ('value' in reply ? reply.value : Promise.reject(reply))) };
  };
  const newsOf = (of: number) => replies.flatMap((reply) => ('news' in reply && reply.id === of ? [reply.news] : []));
  const transferred = (of: number) => transfers.get(of);
  return { host, ask, newsOf, replies, transferred };
}

const options = { map: {}, zoneMinutes: 0, headers: null };
const table = (name: string, text: string | Blob): TableSource => ({ name, file: new Blob([text]), options });
const tables = (leads: TableSource, events: TableSource | null = null): DataSource => ({
  kind: 'tables',
  leads,
  events,
});
const manyLeads = (count: number) =>
  `lead_id,size\n${Array.from({ length: count }, (_, n) => `L${n},${n % 100}`).join('\n')}\n`;
const manyEvents = (count: number, leads: number) =>
  `lead_id,time,type\n${Array.from({ length: count }, (_, n) => `L${n % leads},2026-01-0${1 + (n % 9)},page`).join('\n')}\n`;
const rules = (points: number) =>
  JSON.stringify({
    scores: { s: {} },
    rules: [
      { id: 'size', score: 's', when: { field: 'size', gt: 49 }, points },
      { id: 'page', score: 's', each: { event: 'page' }, points: 1 },
    ],
    stages: [{ id: 'mql', enter: { score: 's', ge: points } }],
  });
const request = (points: number) => ({ rules: rules(points), asOf: null, now: 0 });
/** The longest time for which nothing else had its turn. */
function watch() {
  let longest = 0;
  let last = performance.now();
  let timer: NodeJS.Immediate;
  const turn = () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
    timer = setImmediate(turn);
  };
  turn();
  return () => {
    clearImmediate(timer);
    return longest;
  };
}

describe('the host', () => {
  it('loads files as they arrive and tells how far it is', async () => {
    const { ask, newsOf } = start();
    const leads = table('leads.csv', manyLeads(50_000));
    const events = table('events.csv', manyEvents(100_000, 50_000));
    const load = ask('load', tables(leads, events));
    expect(await load.value).toMatchObject({ accepted: true, numLeads: 50_000, numEvents: 100_000 });
    const news = newsOf(load.id) as LoadProgress[];
    const whole = sizeOf(leads.file) + sizeOf(events.file);
    expect(news.every(({ totalBytes }) => totalBytes === whole)).toBe(true);
    expect(new Set(news.map(({ phase }) => phase))).toEqual(new Set(['leads', 'events', 'ordering']));
    const bytes = news.map((each) => each.bytes);
    expect(bytes).toEqual(bytes.toSorted((a, b) => a - b));
  });

  it('answers others while it loads, and a cancel at once; the former data stays', async () => {
    const { host, ask } = start();
    await ask('load', tables(table('a', manyLeads(100)))).value;
    await ask('score', request(10)).value;
    const load = ask('load', tables(table('b', manyLeads(400_000))));
    expect(await ask('findLead', 'L99').value).toBe(99);
    const asked = performance.now();
    host.receive({ cancel: load.id });
    expect(await load.value).toBeNull();
    expect(performance.now() - asked).toBeLessThan(100);
    expect(await ask('select', everyLead).value).toBe(100);
    expect(((await ask('score', request(20)).value) as ScoreReport).figures?.numLeads).toBe(100);
  });

  it('drops a load that a newer one overtakes', async () => {
    const { ask } = start();
    const first = ask('load', tables(table('a', manyLeads(200_000))));
    const second = ask('load', tables(table('b', manyLeads(10))));
    expect(await first.value).toBeNull();
    expect(await second.value).toMatchObject({ accepted: true, numLeads: 10 });
  });

  it('tells the numbers first where the stages take a while, in slices', async () => {
    const { ask, newsOf } = start();
    await ask('load', tables(table('a', manyLeads(100_000)), table('e', manyEvents(400_000, 100_000)))).value;
    const score = ask('score', request(10));
    const report = (await score.value) as ScoreReport;
    const news = newsOf(score.id) as ScoreNews[];
    const early = news.flatMap((each) => each.report ?? []);
    expect(early.length).toBeLessThanOrEqual(1);
    for (const numbers of early) {
      expect(numbers.stages).toBeNull();
      expect(numbers.figures).toEqual(report.figures);
    }
    expect(report.stages?.nowCounts[0]).toBe(50_000);
  });

  it('drops scores that are overtaken, half-way too; the newest is the one that stands', async () => {
    const { ask } = start();
    await ask('load', tables(table('a', manyLeads(300_000)), table('e', manyEvents(300_000, 300_000)))).value;
    const first = ask('score', request(10));
    await new Promise((resolve) => setTimeout(resolve, 5));
    const later = [20, 30, 40].map((points) => ask('score', request(points)));
    const longest = watch();
    expect(await first.value).toBeNull();
    const reports = await Promise.all(later.map(({ value }) => value));
    expect(reports.slice(0, 2)).toEqual([null, null]);
    expect(longest()).toBeLessThan(500);
    const rows = (await ask('rows', everyLead, 99, 100).value) as { total: number }[];
    expect(rows[0]?.total).toBe(41_000);
  });

  it('tries other rules, in slices, and answers of the result meanwhile', async () => {
    const { ask, transferred } = start();
    expect(await ask('trial', request(10), 'mql').value).toBeNull();
    await ask('load', tables(table('a', manyLeads(100_000)), table('e', manyEvents(300_000, 100_000)))).value;
    await ask('score', request(10)).value;
    const longest = watch();
    const trial = ask('trial', { rules: rules(10).replace('"points":1}', '"points":4}'), asOf: null, now: 0 }, 'mql');
    expect(await ask('select', { ...everyLead, stages: [0] }).value).toBe(50_000);
    const crossing = (await trial.value) as Crossing;
    expect(crossing).toMatchObject({ gained: 0, lost: 50_000 });
    expect(crossing.leadsLost).toEqual(
      Uint32Array.from({ length: 100_000 }, (_, lead) => lead).filter((l) => l % 100 < 50),
    );
    expect(transferred(trial.id)).toEqual([crossing.leadsGained.buffer, crossing.leadsLost.buffer]);
    expect(longest()).toBeLessThan(500);
    expect(await ask('select', { ...everyLead, stages: [0] }).value).toBe(50_000);
  });

  it('drops a trial that a score, a load or another trial overtakes', async () => {
    const { host, ask } = start();
    const data = tables(table('a', manyLeads(100_000)), table('e', manyEvents(100_000, 100_000)));
    await ask('load', data).value;
    await ask('score', request(10)).value;
    const first = ask('trial', request(20), 'mql');
    const second = ask('trial', request(30), 'mql');
    const third = ask('trial', request(1), 'mql');
    expect([await first.value, await second.value]).toEqual([null, null]);
    expect(await third.value).toMatchObject({ gained: 0, lost: 50_000 });
    const overtaken = ask('trial', request(20), 'mql');
    await new Promise((resolve) => setTimeout(resolve, 5));
    const score = ask('score', request(20));
    const early = ask('trial', request(20), 'mql');
    expect([await overtaken.value, await early.value]).toEqual([null, null]);
    expect(((await score.value) as ScoreReport).stages?.nowCounts[0]).toBe(50_000);
    const cancelled = ask('trial', request(10), 'mql');
    host.receive({ cancel: cancelled.id });
    expect(await cancelled.value).toBeNull();
    const before = ask('trial', request(10), 'mql');
    const load = ask('load', data);
    expect(await before.value).toBeNull();
    await load.value;
    expect(await ask('trial', request(10), 'mql').value).toBeNull(); // nothing is scored yet
    expect(await ask('trial', { rules: '{', asOf: null, now: 0 }, 'mql').value).toBeNull();
  });

  it('tells of a file that cannot be read, and of memory, and lives on', async () => {
    const { ask } = start();
    const gone = Promise.reject(new Error('gone'));
    gone.catch(() => {});
    const stream = () => new ReadableStream({ pull: () => gone });
    const file = Object.assign(new Blob(['id']), { arrayBuffer: () => gone, stream, slice: () => file });
    const call = ask('load', tables({ name: 'x', file, options }));
    const fault = await call.value.catch((reply) => reply);
    expect(fault).toMatchObject({ dead: false, fault: { code: 'unreadable_file' } });
    const report = (await ask('load', tables(table('a', manyLeads(3)))).value) as DataReport;
    expect(report.accepted).toBe(true);
  });

  it('takes the bytes of a file as it takes the file', async () => {
    const { ask } = start();
    const text = manyLeads(200_000);
    const table = { name: 'a', file: new TextEncoder().encode(text), options };
    const load = await ask('load', tables(table)).value;
    expect(load).toMatchObject({ accepted: true, numLeads: 200_000 });
  });

  it('says which engine must be replaced', async () => {
    const { ask } = start();
    const fault = await ask('explain', 0).value.catch((reply) => reply);
    expect(fault).toMatchObject({ dead: true, fault: { code: 'engine_failed' } });
  });

  it('scores events that are added by hand, and no longer once they are taken back', async () => {
    const { ask } = start();
    const leads = table('leads', 'lead_id,size\na,1\nb,1\n');
    await ask('load', tables(leads, table('events', 'lead_id,time,type\na,2026-01-01,page\n'))).value;
    const reached = async () => ((await ask('score', request(1)).value) as ScoreReport).stages?.reachedCounts[0];
    expect(await reached()).toBe(1);
    const csv = 'lead_id,time,type,reason\nb,2026-01-02,page,"by ""hand"""\nb,soon,page,\n';
    expect(await ask('addEvents', csv).value).toMatchObject({ kept: 1, leftOut: 1 });
    expect(await reached()).toBe(2);
    expect(await ask('addEvents', '').value).toMatchObject({ kept: 0 });
    expect(await reached()).toBe(1);
  });
});
