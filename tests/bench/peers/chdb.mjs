// ClickHouse in the process (chdb), reading the files itself. It takes both cores whatever max_threads says.
import { Digest, planOf } from '../job.mjs';
import { countsOf, queries } from '../sql.mjs';

const LEADS =
  'lead_id String, email String, first_name String, last_name String, job_title String, company String, industry String, employees Nullable(Int32), country String, city String, lead_source String, created_at Date, phone String';
const EVENTS = "lead_id String, type String, time DateTime64(3, 'UTC'), detail String, session String";

export async function create({ folder, peer }) {
  const { Session } = await peer('chdb');
  const session = new Session();
  const run = (sql) => session.query(sql, 'JSONCompactEachRow');
  const rows = (sql) =>
    run(sql)
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  run("SET date_time_input_format = 'best_effort'");
  run('SET join_use_nulls = 0');
  const files = {
    leads: `file('${folder}/leads.csv', 'CSVWithNames', '${LEADS}')`,
    events: `file('${folder}/events.csv', 'CSVWithNames', '${EVENTS.replaceAll("'", "''")}')`,
  };
  const tables = { leads: 'bench.leads', events: 'bench.events' };
  const table = (name, select) => {
    run(`DROP TABLE IF EXISTS ${name}`);
    run(`CREATE TABLE ${name} ENGINE = Memory AS ${select}`);
  };
  run('CREATE DATABASE IF NOT EXISTS bench');
  const load = () => {
    table(tables.leads, `SELECT * FROM ${files.leads}`);
    table(tables.events, `SELECT * FROM ${files.events}`);
  };
  const counts = (q, from) => countsOf(rows(q.counts(from)));
  let state = '';
  const need = (wanted, text) => {
    if (state === wanted) return;
    if (state === '') load();
    state = wanted;
    if (wanted === 'loaded') return;
    const q = queries(planOf(text), 'clickhouse', tables);
    table('bench.per_lead', q.perLead);
    table('bench.scored', q.scored('bench.per_lead'));
  };
  return {
    close: () => session.close(),
    setup: {
      points: ({ base }) => need('scored', base),
      threshold: ({ base }) => need('scored', base),
      condition: () => need(state || 'loaded'),
      explain: () => need(state || 'loaded'),
    },
    ingest: () => {
      load();
      state = 'loaded';
      const count = (name) => Number(rows(`SELECT count() FROM ${name}`)[0][0]);
      return { leads: count(tables.leads), events: count(tables.events) };
    },
    'end-to-end': ({ rules }) => {
      const q = queries(planOf(rules), 'clickhouse', files);
      return counts(q, q.all);
    },
    points: ({ rules }) => {
      const q = queries(planOf(rules), 'clickhouse', tables);
      return counts(q, `(${q.scored('bench.per_lead')})`);
    },
    threshold: ({ rules }) => counts(queries(planOf(rules), 'clickhouse', tables), 'bench.scored'),
    condition: ({ rules }) => {
      const q = queries(planOf(rules), 'clickhouse', tables);
      return counts(q, q.all);
    },
    explain: ({ rules, lead }) => {
      const one = {
        leads: `(SELECT * FROM bench.leads WHERE lead_id = '${lead}')`,
        events: `(SELECT * FROM bench.events WHERE lead_id = '${lead}')`,
      };
      const [points] = rows(queries(planOf(rules), 'clickhouse', one).explain);
      return { total: points.reduce((sum, x) => sum + Number(x), 0) };
    },
    scores: ({ rules }) => {
      const q = queries(planOf(rules), 'clickhouse', files);
      const digest = new Digest();
      for (const [id, fit, total, stage] of rows(q.leads(q.all))) digest.add(id, fit, total, stage);
      return digest;
    },
  };
}
