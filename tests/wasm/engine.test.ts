// The compiled module as the page's worker uses it: what crosses the boundary, and the case files once more through it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import createMqlab from '../../web/src/engine/generated/mqlab.mjs';
import {
  DISQUALIFIED,
  type EngineApi,
  everyLead,
  type LeadQuery,
  NO_STAGE,
  type ScoreRequest,
  type TableOptions,
} from '../../web/src/engine/protocol';
import { csv, csvOf, named } from './rows';

interface Table {
  bytes: Uint8Array;
  options: TableOptions;
}

const noOptions: TableOptions = { map: {}, zoneMinutes: 0, headers: null };
const text = (value: string) => ({ bytes: new TextEncoder().encode(value), options: noOptions });

let newEngine: () => EngineApi;
beforeAll(async () => {
  const wasmBinary = readFileSync('web/src/engine/generated/mqlab.wasm');
  const module = await createMqlab({ wasmBinary });
  newEngine = () => new module.Engine();
});

const rules = JSON.stringify({
  scores: { fit: { bands: [{ label: 'A', ge: 10 }] }, engagement: {} },
  rules: [
    { id: 'title', score: 'fit', when: { field: 'job_title', has_word: 'director' }, points: 12.5 },
    { id: 'page', score: 'engagement', each: { event: 'page_view' }, points: 10 },
  ],
  stages: [{ id: 'mql', enter: { all: [{ score: 'total', ge: 20 }] } }],
  disqualify: [{ when: { field: 'job_title', eq: 'Student' }, reason: 'student' }],
});
const leads = 'lead_id,job_title\na,Directör\nb,Director of Sales\nc,student\n';
const events =
  'lead_id,time,type,asset\nb,2026-01-02T10:00,page_view,/prices\nb,2026-01-03,page_view,\nx,2026-01-01,page_view,\n';

function give(engine: EngineApi, bytes: Uint8Array, piece: number): void {
  for (let from = 0; from < bytes.length; from += piece) {
    const next = bytes.subarray(from, from + piece);
    const room = engine.prepare(next.length);
    if (room.length < next.length) return;
    room.set(next);
    engine.commit(next.length);
  }
  while (!engine.endTable());
}

function load(engine: EngineApi, leadTable: Table, eventTable: Table | null, piece = 7) {
  engine.beginLoad(leadTable.options, eventTable?.options ?? null);
  give(engine, leadTable.bytes, piece);
  if (eventTable && engine.expectsTable()) give(engine, eventTable.bytes, piece);
  return engine.endLoad();
}

function score(engine: EngineApi, request: ScoreRequest, step = 1000) {
  if (engine.beginScore(request)) while (engine.scoreStep(step).phase !== 'done');
  return engine.reportScore();
}

function loaded(): EngineApi {
  const engine = newEngine();
  expect(load(engine, text(leads), text(events)).accepted).toBe(true);
  return engine;
}

describe('the compiled engine', () => {
  it('reports what was loaded', () => {
    const report = load(newEngine(), text(leads), text(events));
    expect(report).toMatchObject({ numLeads: 3, numEvents: 2, orphans: 1, fields: ['lead_id', 'job_title'] });
    expect(report.eventTypes).toEqual([{ type: 'page_view', count: 3 }]);
    expect(report.newestEvent).toBe(Date.UTC(2026, 0, 3));
    expect(report.leads).toMatchObject({ kind: 'leads', delimiter: ',', rows: 3, kept: 3, numbered: false });
  });

  it('gives figures as typed arrays of their own', () => {
    const engine = loaded();
    const { figures, stages, issues, data, ruleLeads } = score(engine, { rules, asOf: null, now: 0 });
    expect(issues).toEqual([]);
    expect(data.counts).toEqual([]);
    expect(figures).toMatchObject({ numLeads: 3, from: 0, width: 1000, asOf: Date.UTC(2026, 0, 3) });
    expect(figures?.leads).toEqual(Uint32Array.from({ length: 33 }, (_, range) => ({ 0: 2, 32: 1 })[range] ?? 0));
    expect(stages?.leads).toEqual([Uint32Array.from({ length: 33 }, (_, range) => (range === 32 ? 1 : 0))]);
    expect(stages).toMatchObject({ reachedCounts: [1], nowCounts: [1], withoutStage: 1, disqualified: 1 });
    expect(engine.rows(everyLead, 0, 9).map(({ total, stage, grade }) => [total, stage, grade])).toEqual([
      [0, NO_STAGE, ''],
      [32_500, 0, 'A'],
      [0, DISQUALIFIED, ''],
    ]);
    expect(ruleLeads).toEqual([
      { id: 'title', leads: 1 },
      { id: 'page', leads: 1 },
    ]);
    // Growing the memory would detach a view into it.
    engine.loadSample(1, 2000);
    expect(figures?.leads[32]).toBe(1);
  });

  it('tells the numbers before the stages, and serves the former result meanwhile', () => {
    const engine = loaded();
    score(engine, { rules, asOf: null, now: 0 });
    expect(engine.beginScore({ rules, asOf: Date.UTC(2026, 0, 2, 12), now: 0 })).toBe(true);
    expect(engine.reportScore().figures).toBeNull();
    // Columns of cells come first, one a step, whatever the number of leads.
    let progress = engine.scoreStep(2);
    while (progress.done === 0) progress = engine.scoreStep(2);
    expect(progress).toEqual({ phase: 'numbers', done: expect.closeTo(2 / 3) });
    while (progress.phase === 'numbers') progress = engine.scoreStep(2);
    expect(progress).toEqual({ phase: 'stages', done: 0 });
    const early = engine.reportScore();
    expect(early.stages).toBeNull();
    expect(early.figures?.leads.at(-1)).toBe(1);
    expect(early.figures?.leads).toHaveLength(23);
    expect(early.ruleLeads).toHaveLength(2);
    expect(engine.explain(1).total).toBe(32_500);
    expect(engine.scoreStep(9)).toEqual({ phase: 'done', done: 1 });
    expect(engine.reportScore().stages?.nowCounts).toEqual([1]);
    expect(engine.explain(1).total).toBe(22_500);
  });

  it('loads in pieces of any size, and drops a load half-way', () => {
    const whole = load(newEngine(), text(leads), text(events), 1000);
    for (const piece of [1, 2, 13]) expect(load(newEngine(), text(leads), text(events), piece)).toEqual(whole);
    const engine = loaded();
    engine.beginLoad(noOptions, noOptions);
    give(engine, text('id\nz\n').bytes, 3);
    engine.cancelLoad();
    expect(engine.expectsTable()).toBe(false);
    expect(engine.prepare(5)).toHaveLength(0);
    score(engine, { rules, asOf: null, now: 0 });
    expect(engine.findLead('b')).toBe(1);
  });

  it('selects, shows and explains leads', () => {
    const engine = loaded();
    score(engine, { rules, asOf: Date.UTC(2026, 0, 2, 12), now: 0 });
    const query: LeadQuery = { ...everyLead, search: 'DIRECT', sort: 'total', descending: true };
    expect(engine.select(query)).toBe(2);
    expect(engine.rows(query, 1, 99).map(({ lead }) => lead)).toEqual([0]);
    expect(engine.rows(query, 0, 1)[0]).toEqual({
      lead: 1,
      id: 'b',
      cells: ['b', 'Director of Sales'],
      scores: [12_500, 10_000],
      total: 22_500,
      grade: 'A',
      stage: 0,
      lastEvent: Date.UTC(2026, 0, 2, 10),
    });
    const why = engine.explain(engine.findLead('b'));
    expect(why).toMatchObject({ id: 'b', total: 22_500, stage: 'mql', grade: 'A', nextStage: '', reasons: [] });
    expect(why.events.map(({ type, afterAsOf }) => [type, afterAsOf])).toEqual([
      ['page_view', false],
      ['page_view', true],
    ]);
    expect(why.events[0]?.properties).toEqual([{ name: 'asset', value: '/prices' }]);
    expect(why.rules[1]).toMatchObject({ path: '/rules/1', matched: 1, shares: [{ event: 0, points: 10_000 }] });
    expect(why.history).toEqual([
      { at: Date.UTC(2026, 0, 2, 10), event: 'entered', stage: 'mql', by: ['behaviour', 'fields'] },
    ]);
    expect(engine.explain(0).next.map(({ path, holds, have }) => [path, holds, have])).toEqual([
      ['/stages/0/enter', false, 0],
      ['/stages/0/enter/all/0', false, 0],
    ]);
    expect(engine.findLead('nobody')).toBe(-1);
  });

  it('filters leads by a condition, a rule, scores, a list and silence', () => {
    const engine = loaded();
    const found = (filter: Partial<LeadQuery>) =>
      engine.rows({ ...everyLead, ...filter }, 0, 9).map(({ lead }) => lead);
    expect(found({ noEvents: true })).toEqual([]);
    score(engine, { rules, asOf: null, now: 0 });
    expect(found({})).toEqual([0, 1, 2]);
    expect(found({ where: '{"event": "page_view", "count": {"ge": 2}}' })).toEqual([1]);
    expect(found({ where: '{"none": [{"band": "fit", "in": ["A"]}, {"reached": "mql"}]}' })).toEqual([0, 2]);
    expect(found({ rule: 'title' })).toEqual([1]);
    expect(found({ scores: [{ score: 0, from: null, to: 12_500 }] })).toEqual([0, 2]);
    expect(found({ scores: [{ score: 0, from: 12_500, to: null }] })).toEqual([1]);
    expect(found({ only: Uint32Array.of(2, 1) })).toEqual([1, 2]);
    expect(found({ only: Uint32Array.of() })).toEqual([]);
    expect(found({ noEvents: true })).toEqual([0, 2]);
    expect(
      found({ noEvents: true, only: Uint32Array.of(2, 1), where: '{"field": "job_title", "eq": "student"}' }),
    ).toEqual([2]);
    const faulty = '{"all": [{"reached": "sql"}]}';
    expect(engine.checkCondition(faulty).issues).toMatchObject([{ code: 'unknown_stage', path: '/all/0/reached' }]);
    expect(found({ where: faulty })).toEqual([]);
    expect(engine.checkCondition('{"reached": "mql"}').issues).toEqual([]);
  });

  it('offers the values of columns, and counts on demand', () => {
    const engine = loaded();
    const nothing = new Uint32Array();
    expect(engine.distribution(0).leads).toEqual(nothing);
    expect(engine.grid(0, 1, 0)).toEqual({ leads: nothing, qualified: nothing });
    expect(engine.quiet()).toEqual({ noEvents: 0, missing: [] });
    expect(engine.overshadowed('page')).toEqual(nothing);
    expect(engine.checkCondition('{')).toEqual({ issues: [], counts: [] });
    expect(engine.values('field', 'job_title', 'DIRECT', 9)).toEqual([
      { value: 'Director of Sales', count: 1 },
      { value: 'Directör', count: 1 },
    ]);
    expect(engine.values('property', 'asset', '', 9)).toEqual([{ value: '/prices', count: 1 }]);
    expect(engine.values('property', 'job_title', '', 9)).toEqual([]);
    score(engine, { rules, asOf: null, now: 0 });
    expect(engine.distribution(1)).toEqual({
      from: 0,
      width: 1000,
      leads: Uint32Array.from({ length: 21 }, (_, range) => ({ 0: 2, 20: 1 })[range] ?? 0),
    });
    expect(engine.distribution(2).leads).toEqual(nothing);
    expect(engine.grid(0, 1, 0)).toEqual({ leads: Uint32Array.of(1, 2), qualified: Uint32Array.of(1, 0) });
    expect(engine.quiet()).toEqual({ noEvents: 2, missing: [0, 0] });
    expect(engine.overshadowed('page')).toEqual(nothing);
    score(engine, { rules: rules.replace('"engagement":{}', '"engagement":{"max":0}'), asOf: null, now: 0 });
    expect(engine.overshadowed('page')).toEqual(Uint32Array.of(1));
  });

  it('tries other rules beside the result, which stands', () => {
    const engine = loaded();
    const request = { rules, asOf: null, now: 0 };
    expect(engine.beginTrial(request, 'mql')).toBe(false);
    score(engine, request);
    const tried = (other: string, stage = 'mql') => {
      expect(engine.beginTrial({ ...request, rules: other }, stage)).toBe(true);
      while (engine.trialStep(1).phase !== 'done') expect(engine.explain(1).total).toBe(32_500);
      return engine.endTrial();
    };
    const b = Uint32Array.of(1);
    const none = Uint32Array.of();
    expect(tried(rules.replace('"points":10', '"points":1'))).toEqual({
      gained: 1,
      lost: 0,
      leadsGained: b,
      leadsLost: none,
    });
    expect(tried(rules.replace('"ge":20', '"ge":0'))).toEqual({
      gained: 0,
      lost: 1,
      leadsGained: none,
      leadsLost: Uint32Array.of(0),
    });
    expect(tried(rules)).toMatchObject({ gained: 0, lost: 0 });
    expect(tried(rules, 'sql')).toMatchObject({ gained: 0, lost: 0 });
    expect(engine.beginTrial({ ...request, rules: '{' }, 'mql')).toBe(false);
    expect(engine.endTrial()).toBeNull();
    expect(engine.beginTrial(request, 'mql')).toBe(true);
    engine.cancelTrial();
    expect(engine.trialStep(1)).toEqual({ phase: 'done', done: 1 });
    expect(engine.endTrial()).toBeNull();
    expect(engine.rows(everyLead, 1, 2)[0]?.stage).toBe(0);
  });

  it('gives faults as values, with their places, and keeps the former result', () => {
    const engine = loaded();
    score(engine, { rules, asOf: null, now: 0 });
    const faulty = score(engine, { rules: '{\n  "scores": {"fit": {}},\n  "ruls": []\n}', asOf: null, now: 0 });
    expect(faulty.figures).toBeNull();
    expect(faulty.issues[0]).toMatchObject({ severity: 'error', path: '/ruls', line: 3, column: 3 });
    expect(engine.explain(1).total).toBe(32_500);
    expect(load(engine, text(''), null).accepted).toBe(false);
    expect(engine.check(rules).issues).toEqual([]);
    expect(engine.format(rules)).toContain('"scores": {');
    expect(engine.format('{')).toBeNull();
  });

  it('tells cells apart from rules', () => {
    const engine = newEngine();
    load(engine, text('id,n\n1,many\n2,3\n'), null);
    const declared = JSON.stringify({
      fields: { n: { type: 'number' } },
      scores: { s: {} },
      rules: [{ id: 'n', score: 's', when: { field: 'n', gt: 1 }, points: 1 }],
    });
    const { issues, data } = score(engine, { rules: declared, asOf: null, now: 0 });
    expect(issues).toEqual([]);
    expect(data.issues).toMatchObject([
      { code: 'unfit_cell', path: 'n', line: 1, column: 2, args: ['many', 'number', 'n'] },
    ]);
  });

  it('refuses what comes before a result, and leads that are not there', () => {
    const engine = loaded();
    expect(() => engine.explain(0)).toThrow('nothing is scored yet');
    score(engine, { rules, asOf: null, now: 0 });
    expect(() => engine.explain(3)).toThrow('no lead has this index');
    expect(engine.rows(everyLead, 2, 99)).toHaveLength(1);
    expect(engine.rows(everyLead, 7, 99)).toEqual([]);
    expect(engine.explain(2).stage).toBe('disqualified');
  });

  it('says when memory runs out, and lives on with what was there', () => {
    const engine = loaded();
    score(engine, { rules, asOf: null, now: 0 });
    engine.beginLoad(noOptions, noOptions);
    give(engine, text(leads).bytes, 100);
    expect(engine.prepare(4_290_000_000).length).toBe(0);
    expect(engine.expectsTable()).toBe(false);
    const { accepted, leads: report } = engine.endLoad();
    expect(accepted).toBe(false);
    expect(report.issues.map(({ code }) => code)).toEqual(['out_of_memory']);
    expect(engine.explain(1).total).toBe(32_500);
    expect(load(engine, text(leads), null).numLeads).toBe(3);
  });

  it('writes the rows of a result in pieces, whatever is scored meanwhile', () => {
    const engine = loaded();
    score(engine, { rules, asOf: null, now: 0 });
    const columns = named(['lead_id', 'total', 'stage', 'disqualified', 'reached_mql', 'field:job_title']);
    const options = { ...csv, delimiter: ';', safe: true, decimalComma: true, columns };
    const rows = engine.beginRows({ ...everyLead, sort: 'total', descending: true }, options);
    expect(rows).toEqual({
      leads: 3,
      headers: ['lead_id', 'total', 'stage', 'disqualified', 'reached_mql', 'job_title'],
      types: ['text', 'number', 'text', 'list', 'instant', 'text'],
    });
    score(engine, { rules: rules.replace('12.5', '1'), asOf: null, now: 0 });
    const pieces = [0, 1, 2].map((from) => engine.writeRows(from, from + 1, []));
    expect(pieces.map((piece) => new TextDecoder().decode(piece)).join('')).toBe(
      'lead_id;total;stage;disqualified;reached_mql;job_title\n' +
        'b;32,500;mql;;2026-01-02T10:00:00.000Z;Director of Sales\n' +
        'a;0,000;;;;Directör\n' +
        'c;0,000;disqualified;student;;student\n',
    );
    engine.endRows();
  });

  it('writes what it is given in place of hidden cells', () => {
    const engine = loaded();
    score(engine, { rules, asOf: null, now: 0 });
    const [id, title] = named(['lead_id', 'job_title']).map((column) => ({ ...column, hidden: true }));
    const stage = { name: 'stage', header: 'Lifecycle Stage', stages: ['MQL', 'Out', 'Lead'], hidden: false };
    engine.beginRows(everyLead, { ...csv, format: 'ndjson', columns: [title!, stage, id!] });
    expect(engine.hiddenCells(1, 9)).toEqual(['Director of Sales', 'b', 'student', 'c']);
    expect(new TextDecoder().decode(engine.writeRows(1, 3, ['D•••', 'x', 's•••', 'y']))).toBe(
      '{"job_title":"D•••","Lifecycle Stage":"MQL","lead_id":"x"}\n' +
        '{"job_title":"s•••","Lifecycle Stage":"Out","lead_id":"y"}\n',
    );
    expect(() => engine.writeRows(1, 3, ['one'])).toThrow();
    expect(() => engine.beginRows(everyLead, { ...csv, columns: named(['nothing']) })).toThrow();
  });
});

describe('the case files through the compiled engine', () => {
  const folder = 'tests/cases/scoring';
  for (const name of readdirSync(folder)) {
    it(name, () => {
      const read = (file: string) => readFileSync(`${folder}/${name}/${file}`, 'utf8');
      const has = (file: string) => existsSync(`${folder}/${name}/${file}`);
      const engine = newEngine();
      const tables = [text(read('leads.csv')), has('events.csv') ? text(read('events.csv')) : null] as const;
      expect(load(engine, ...tables).accepted).toBe(true);
      const asOf = has('as_of.txt') ? Date.parse(read('as_of.txt').trim()) : null;
      expect(score(engine, { rules: read('rules.json'), asOf, now: 0 }).issues).toEqual([]);
      const expected = read('expected.csv');
      expect(csvOf(engine, (expected.split('\n')[0] ?? '').split(','))).toBe(expected);
    });
  }
});
