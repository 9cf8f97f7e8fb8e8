// The compiled module as the page's worker uses it: what crosses the boundary, and the case files once more through it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import createMqlab from '../../web/src/engine/generated/mqlab.mjs';
import { DISQUALIFIED, type EngineApi, NO_BAND, NO_STAGE, type TableOptions } from '../../web/src/engine/protocol';

const noOptions: TableOptions = { map: {}, zoneMinutes: 0, kind: null };
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

function loaded(): EngineApi {
  const engine = newEngine();
  expect(engine.load(text(leads), text(events)).accepted).toBe(true);
  return engine;
}

describe('the compiled engine', () => {
  it('reports what was loaded', () => {
    const report = newEngine().load(text(leads), text(events));
    expect(report).toMatchObject({ numLeads: 3, numEvents: 2, orphans: 1, fields: ['lead_id', 'job_title'] });
    expect(report.eventTypes).toEqual([{ type: 'page_view', count: 3 }]);
    expect(report.newestEvent).toBe(Date.UTC(2026, 0, 3));
    expect(report.leads).toMatchObject({ kind: 'leads', delimiter: ',', rows: 3, kept: 3, numbered: false });
  });

  it('gives columns as typed arrays of their own', () => {
    const engine = loaded();
    const { columns, issues, data, ruleLeads } = engine.score({ rules, asOf: null, now: 0 });
    expect(issues).toEqual([]);
    expect(data.counts).toEqual([]);
    expect(columns?.total).toEqual(new Float64Array([0, 32_500, 0]));
    expect(columns?.scores).toEqual([new Float64Array([0, 12_500, 0]), new Float64Array([0, 20_000, 0])]);
    expect(columns?.bands[0]).toEqual(new Uint16Array([NO_BAND, 0, NO_BAND]));
    expect(columns?.stage).toEqual(new Int32Array([NO_STAGE, 0, DISQUALIFIED]));
    expect(columns).toMatchObject({ reachedCounts: [1], nowCounts: [1], withoutStage: 1, disqualified: 1 });
    expect(ruleLeads).toEqual([
      { id: 'title', leads: 1 },
      { id: 'page', leads: 1 },
    ]);
    // Growing the memory would detach a view into it.
    engine.loadSample(1, 2000);
    expect(columns?.total[1]).toBe(32_500);
  });

  it('selects, shows and explains leads', () => {
    const engine = loaded();
    engine.score({ rules, asOf: Date.UTC(2026, 0, 2, 12), now: 0 });
    const all = { stages: [], totalFrom: null, totalTo: null };
    const found = engine.select({ ...all, search: 'DIRECT', sort: 'total', sortIndex: 0, descending: true });
    expect(found).toEqual(new Uint32Array([1, 0]));
    expect(engine.rows(found)[0]).toEqual({
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

  it('gives faults as values, with their places, and keeps the former result', () => {
    const engine = loaded();
    engine.score({ rules, asOf: null, now: 0 });
    const faulty = engine.score({ rules: '{\n  "scores": {"fit": {}},\n  "ruls": []\n}', asOf: null, now: 0 });
    expect(faulty.columns).toBeNull();
    expect(faulty.issues[0]).toMatchObject({ severity: 'error', path: '/ruls', line: 3, column: 3 });
    expect(engine.explain(1).total).toBe(32_500);
    expect(engine.load(text(''), null).accepted).toBe(false);
    expect(engine.check(rules).issues).toEqual([]);
    expect(engine.format(rules)).toContain('"scores": {');
    expect(engine.format('{')).toBeNull();
  });

  it('tells cells apart from rules', () => {
    const engine = newEngine();
    engine.load(text('id,n\n1,many\n2,3\n'), null);
    const declared = JSON.stringify({
      fields: { n: { type: 'number' } },
      scores: { s: {} },
      rules: [{ id: 'n', score: 's', when: { field: 'n', gt: 1 }, points: 1 }],
    });
    const { issues, data } = engine.score({ rules: declared, asOf: null, now: 0 });
    expect(issues).toEqual([]);
    expect(data.issues).toMatchObject([
      { code: 'unfit_cell', path: 'n', line: 1, column: 2, args: ['many', 'number', 'n'] },
    ]);
  });

  it('refuses what comes before a result, and leads that are not there', () => {
    const engine = loaded();
    expect(() => engine.explain(0)).toThrow('nothing is scored yet');
    engine.score({ rules, asOf: null, now: 0 });
    expect(() => engine.explain(3)).toThrow('no lead has this index');
    expect(() => engine.rows(new Uint32Array([0, 99]))).toThrow('no lead has this index');
    expect(engine.explain(2).stage).toBe('disqualified');
  });

  it('says that a table which no memory holds is too large, and lives on', () => {
    const engine = loaded();
    engine.score({ rules, asOf: null, now: 0 });
    const huge = { bytes: new Uint8Array(2_200_000_000), options: noOptions };
    expect(() => engine.load(huge, null)).toThrow(expect.objectContaining({ name: 'out_of_memory' }));
    expect(engine.explain(1).total).toBe(32_500);
    expect(engine.load(text(leads), null).numLeads).toBe(3);
  });

  it('previews without replacing, as the kind it is told', () => {
    const engine = loaded();
    engine.score({ rules, asOf: null, now: 0 });
    const preview = engine.preview(text('id;time;kind\n7;2026-01-01;x\n'));
    expect(preview.rows).toEqual([['7', '2026-01-01', 'x']]);
    expect(preview.report.delimiter).toBe(';');
    const options = { map: { type: 'kind' }, zoneMinutes: 60, kind: 'events' } as const;
    const told = engine.preview({ bytes: new TextEncoder().encode('id;time;kind\n7;2026-01-01;x\n'), options });
    expect(told.report).toMatchObject({ kind: 'events', kept: 1, leftOut: 0 });
    expect(engine.findLead('b')).toBe(1);
  });
});

describe('the case files through the compiled engine', () => {
  const folder = 'tests/cases/scoring';
  for (const name of readdirSync(folder)) {
    it(name, () => {
      const read = (file: string) => readFileSync(`${folder}/${name}/${file}`, 'utf8');
      const has = (file: string) => existsSync(`${folder}/${name}/${file}`);
      const engine = newEngine();
      expect(engine.load(text(read('leads.csv')), has('events.csv') ? text(read('events.csv')) : null).accepted).toBe(
        true,
      );
      const asOf = has('as_of.txt') ? Date.parse(read('as_of.txt').trim()) : null;
      expect(engine.score({ rules: read('rules.json'), asOf, now: 0 }).issues).toEqual([]);
      // The page's export has the lead's own fields behind the columns of the case.
      const expected = read('expected.csv').trimEnd().split('\n');
      const width = (expected[0] ?? '').split(',').length;
      const rows = new TextDecoder().decode(engine.exportCsv()).trimEnd().split('\n');
      expect(rows.map((row) => row.split(',').slice(0, width).join(','))).toEqual(expected);
    });
  }
});
