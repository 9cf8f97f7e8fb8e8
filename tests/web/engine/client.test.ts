import { describe, expect, it } from 'vitest';
import { EngineClient, type EngineWorker } from '../../../web/src/engine/client';
import type { News, Reply, Request } from '../../../web/src/engine/messages';
import type { DataReport, ScoreRequest } from '../../../web/src/engine/protocol';

// Stands for the worker's thread: it keeps what it is sent, and answers when it is told to.
class Wire implements EngineWorker {
  onmessage: EngineWorker['onmessage'] = null;
  onerror: EngineWorker['onerror'] = null;
  sent: Request[] = [];
  terminated = false;
  postMessage(request: Request) {
    this.sent.push(request);
  }
  terminate() {
    this.terminated = true;
  }
  calls() {
    return this.sent.flatMap((request) => ('method' in request ? [request] : []));
  }
  answer(
    index: number,
    outcome: { value: unknown } | { news: News } | Pick<Extract<Reply, { dead: boolean }>, 'fault' | 'dead'>,
  ) {
    const id = this.calls()[index]?.id ?? -1;
    this.onmessage?.call(this as unknown as Worker, { data: { id, ...outcome } } as MessageEvent);
  }
  methods() {
    return this.calls().map(({ method }) => method);
  }
}

const settle = () => new Promise((resolve) => setTimeout(resolve));
const request = (rules: string): ScoreRequest => ({ rules, asOf: null, now: 0 });
const sample = { kind: 'sample', seed: 7, leads: 10 } as const;
const accepted = { accepted: true } as DataReport;
const death = { fault: { code: 'engine_failed', message: 'trap' }, dead: true } as const;

function start() {
  const wires: Wire[] = [];
  const client = new EngineClient(async () => {
    wires.push(new Wire());
    return wires.at(-1) as Wire;
  });
  return { client, wires };
}

describe('EngineClient', () => {
  it('matches answers by id, in any order', async () => {
    const { client, wires } = start();
    const one = client.call('findLead', 'a');
    const two = client.call('findLead', 'b');
    await settle();
    wires[0]?.answer(1, { value: 2 });
    wires[0]?.answer(0, { value: 1 });
    expect(await Promise.all([one, two])).toEqual([1, 2]);
  });

  it('scores the newest request and drops those overtaken', async () => {
    const { client, wires } = start();
    const first = client.score(request('1'));
    await settle();
    const second = client.score(request('2'));
    const third = client.score(request('3'));
    await settle();
    const cancel = { cancel: wires[0]?.calls()[0]?.id };
    expect(wires[0]?.sent.slice(1)).toEqual([cancel, cancel]);
    expect(await second).toBeNull();
    wires[0]?.answer(0, { value: null });
    expect(await first).toBeNull();
    await settle();
    expect(wires[0]?.calls()[1]?.args).toEqual([request('3')]);
    wires[0]?.answer(1, { value: { figures: {} } });
    expect(await third).toEqual({ figures: {} });
  });

  it('asks for a trial', async () => {
    const { client, wires } = start();
    const trial = client.trial(request('1'), 'mql');
    await settle();
    expect(wires[0]?.calls()[0]).toMatchObject({ method: 'trial', args: [request('1'), 'mql'] });
    wires[0]?.answer(0, { value: null });
    expect(await trial).toBeNull();
  });

  it('passes on what is told of a call while it is under way', async () => {
    const { client, wires } = start();
    const told: unknown[] = [];
    const load = client.load(sample, (progress) => told.push(progress));
    const score = client.score(request('1'), (news) => told.push(news));
    await settle();
    const progress = { phase: 'leads', bytes: 1, totalBytes: 2, rows: 3, rowsASecond: 4, secondsLeft: 5 } as const;
    const news = { progress: { phase: 'numbers', done: 0.5 }, report: null } as const;
    wires[0]?.answer(0, { news: progress });
    wires[0]?.answer(1, { news });
    wires[0]?.answer(1, { value: { figures: {} } });
    wires[0]?.answer(0, { value: accepted });
    await Promise.all([load, score]);
    expect(told).toEqual([progress, news]);
  });

  it('cancels the load under way, and only that', async () => {
    const { client, wires } = start();
    client.cancelLoad();
    const load = client.load(sample);
    await settle();
    client.cancelLoad();
    await settle();
    expect(wires[0]?.sent[1]).toEqual({ cancel: wires[0]?.calls()[0]?.id });
    wires[0]?.answer(0, { value: null });
    expect(await load).toBeNull();
    client.cancelLoad();
    await settle();
    expect(wires[0]?.sent).toHaveLength(2);
  });

  it('loads the former data again when it dies in a load', async () => {
    const { client, wires } = start();
    const good = client.load(sample);
    await settle();
    wires[0]?.answer(0, { value: accepted });
    await good;
    const other = client.load({ kind: 'sample', seed: 8, leads: 10 });
    await settle();
    wires[0]?.answer(1, death);
    await expect(other).rejects.toMatchObject({ code: 'restarted' });
    await settle();
    expect(wires[1]?.calls()[0]?.args).toEqual([sample]);
    const row = client.call('findLead', 'x');
    await settle();
    expect(wires[1]?.methods()).toEqual(['load']); // the call waits for the data
    wires[1]?.answer(0, { value: accepted });
    await settle();
    expect(wires[1]?.methods()).toEqual(['load', 'findLead']);
    wires[1]?.answer(1, { value: 3 });
    expect(await row).toBe(3);
  });

  it('starts another engine after a death, loads the same data and scores it again', async () => {
    const { client, wires } = start();
    const load = client.load(sample);
    await settle();
    wires[0]?.answer(0, { value: accepted });
    await load;
    const score = client.score(request('1'));
    await settle();
    wires[0]?.answer(1, { value: { figures: {} } });
    await score;
    const lost = client.call('explain', 1);
    await settle();
    wires[0]?.answer(2, death);
    await expect(lost).rejects.toMatchObject({ code: 'restarted' });
    await settle();
    expect(wires[0]?.terminated).toBe(true);
    wires[1]?.answer(0, { value: accepted });
    await settle();
    expect(wires[1]?.methods()).toEqual(['load', 'score']);
  });

  it('reads files again after a death, and gives up when the same call kills the next engine', async () => {
    const { client, wires } = start();
    const file = new Blob(['id\n1\n']);
    const source = { name: 'leads.csv', file, options: { map: {}, zoneMinutes: 0, headers: null } };
    const load = client.load({ kind: 'tables', leads: source, events: null });
    await settle();
    wires[0]?.answer(0, { value: accepted });
    await load;
    const one = client.score(request('bad'));
    await settle();
    wires[0]?.answer(1, death);
    await expect(one).rejects.toMatchObject({ code: 'restarted' });
    await settle();
    expect(wires[1]?.calls()[0]?.args).toEqual([{ kind: 'tables', leads: source, events: null }]);
    wires[1]?.answer(0, { value: accepted });
    await settle();
    const two = client.score(request('bad'));
    await settle();
    wires[1]?.answer(1, death);
    await expect(two).rejects.toMatchObject({ code: 'engine_failed' });
  });

  it('keeps the former data when new data is refused', async () => {
    const { client, wires } = start();
    const good = client.load(sample);
    await settle();
    wires[0]?.answer(0, { value: accepted });
    await good;
    const bad = client.load({ kind: 'sample', seed: 8, leads: 10 });
    await settle();
    wires[0]?.answer(1, { value: { accepted: false } });
    await bad;
    const lost = client.call('findLead', 'x');
    await settle();
    wires[0]?.answer(2, death);
    await expect(lost).rejects.toMatchObject({ code: 'restarted' });
    await settle();
    expect(wires[1]?.calls()[0]?.args).toEqual([sample]);
  });
});
