import { describe, expect, it } from 'vitest';
import { EngineClient, type EngineWorker, type Reply, type Request } from '../../../web/src/engine/client';
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
  answer(index: number, outcome: { value: unknown } | Pick<Extract<Reply, { dead: boolean }>, 'fault' | 'dead'>) {
    const id = this.sent[index]?.id ?? -1;
    this.onmessage?.call(this as unknown as Worker, { data: { id, ...outcome } } as MessageEvent);
  }
  methods() {
    return this.sent.map(({ method }) => method);
  }
}

const settle = () => new Promise((resolve) => setTimeout(resolve));
const request = (rules: string): ScoreRequest => ({ rules, asOf: null, now: 0 });
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
    const second = client.score(request('2'));
    const third = client.score(request('3'));
    await settle();
    expect(wires[0]?.sent).toHaveLength(1);
    wires[0]?.answer(0, { value: { columns: {} } });
    expect(await second).toBeNull();
    await first;
    await settle();
    expect(wires[0]?.sent[1]?.args).toEqual([request('3')]);
    wires[0]?.answer(1, { value: { columns: {} } });
    expect(await third).toEqual({ columns: {} });
  });

  it('starts another engine after a death, loads the same data and scores it again', async () => {
    const { client, wires } = start();
    const load = client.load({ kind: 'sample', seed: 7, leads: 10 });
    await settle();
    wires[0]?.answer(0, { value: accepted });
    await load;
    const score = client.score(request('1'));
    await settle();
    wires[0]?.answer(1, { value: { columns: {} } });
    await score;
    const lost = client.call('explain', 1);
    await settle();
    wires[0]?.answer(2, death);
    await expect(lost).rejects.toMatchObject({ code: 'restarted' });
    await settle();
    expect(wires[0]?.terminated).toBe(true);
    wires[1]?.answer(0, { value: accepted });
    await settle();
    expect(wires[1]?.methods()).toEqual(['loadSample', 'score']);
  });

  it('reads files again after a death, and gives up when the same call kills the next engine', async () => {
    const { client, wires } = start();
    const blob = new Blob(['id\n1\n']);
    const source = { name: 'leads.csv', blob, options: { map: {}, zoneMinutes: 0, kind: null } };
    const load = client.load({ kind: 'tables', leads: source, events: null });
    await settle();
    wires[0]?.answer(0, { value: accepted });
    await load;
    const one = client.score(request('bad'));
    await settle();
    wires[0]?.answer(1, death);
    await expect(one).rejects.toMatchObject({ code: 'restarted' });
    await settle();
    expect(wires[1]?.sent[0]?.args[0]).toEqual({
      bytes: new Uint8Array(await blob.arrayBuffer()),
      options: source.options,
    });
    wires[1]?.answer(0, { value: accepted });
    const two = client.score(request('bad'));
    await settle();
    wires[1]?.answer(1, death);
    await expect(two).rejects.toMatchObject({ code: 'engine_failed' });
  });

  it('keeps the former data when new data is refused', async () => {
    const { client, wires } = start();
    const good = client.load({ kind: 'sample', seed: 7, leads: 10 });
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
    expect(wires[1]?.sent[0]?.args).toEqual([7, 10]);
  });
});
