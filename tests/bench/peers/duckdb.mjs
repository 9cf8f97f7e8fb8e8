// DuckDB native, reading the files itself.
import { Digest, planOf } from '../job.mjs';
import { countsOf, queries } from '../sql.mjs';

const text = (names) => `{${names.map((name) => `'${name}': 'VARCHAR'`).join(', ')}}`;
// Types are given: guessing them would read the files twice.
export function sourcesOf(leads, events) {
  const names =
    'lead_id,email,first_name,last_name,job_title,company,industry,employees,country,city,lead_source,created_at,phone'.split(
      ',',
    );
  const columns = text(names)
    .replace("'employees': 'VARCHAR'", "'employees': 'INTEGER'")
    .replace("'created_at': 'VARCHAR'", "'created_at': 'DATE'");
  const csv = `header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', new_line = '\\n'`;
  const eventColumns = text(['lead_id', 'type', 'time', 'detail', 'session']).replace(
    "'time': 'VARCHAR'",
    "'time': 'TIMESTAMP'",
  );
  return {
    leads: `read_csv('${leads}', columns = ${columns}, ${csv})`,
    events: `read_csv('${events}', columns = ${eventColumns}, ${csv})`,
  };
}

// The phases of a DuckDB of any build, over rows(sql) -> arrays.
export function phasesOf(rows, files, loadedFrom = files) {
  const tables = { leads: 'leads', events: 'events' };
  const load = async () => {
    await rows(`CREATE OR REPLACE TABLE leads AS SELECT * FROM ${loadedFrom.leads}`);
    await rows(`CREATE OR REPLACE TABLE events AS SELECT * FROM ${loadedFrom.events}`);
  };
  const counts = async (q, from) => countsOf(await rows(q.counts(from)));
  let state = '';
  const need = async (wanted, text) => {
    if (state === wanted) return;
    if (state === '') await load();
    state = wanted;
    if (wanted === 'loaded') return;
    const q = queries(planOf(text), 'duckdb', tables);
    await rows(`CREATE OR REPLACE TABLE per_lead AS ${q.perLead}`);
    await rows(`CREATE OR REPLACE TABLE scored AS ${q.scored('per_lead')}`);
  };
  return {
    setup: {
      points: ({ base }) => need('scored', base),
      threshold: ({ base }) => need('scored', base),
      condition: () => need(state || 'loaded'),
      explain: () => need(state || 'loaded'),
    },
    ingest: async () => {
      await load();
      state = 'loaded';
      const [[leads]] = await rows('SELECT count(*) FROM leads');
      const [[events]] = await rows('SELECT count(*) FROM events');
      return { leads: Number(leads), events: Number(events) };
    },
    'end-to-end': ({ rules }) => {
      const q = queries(planOf(rules), 'duckdb', files);
      return counts(q, q.all);
    },
    points: ({ rules }) => {
      const q = queries(planOf(rules), 'duckdb', tables);
      return counts(q, `(${q.scored('per_lead')})`);
    },
    threshold: ({ rules }) => counts(queries(planOf(rules), 'duckdb', tables), 'scored'),
    condition: ({ rules }) => {
      const q = queries(planOf(rules), 'duckdb', tables);
      return counts(q, q.all);
    },
    explain: async ({ rules, lead }) => {
      const one = {
        leads: `(FROM leads WHERE lead_id = '${lead}')`,
        events: `(FROM events WHERE lead_id = '${lead}')`,
      };
      const [points] = await rows(queries(planOf(rules), 'duckdb', one).explain);
      return { total: points.reduce((sum, x) => sum + Number(x), 0) };
    },
    scores: async ({ rules }) => {
      const q = queries(planOf(rules), 'duckdb', files);
      const digest = new Digest();
      for (const [id, fit, total, stage] of await rows(q.leads(q.all))) digest.add(id, fit, total, stage);
      return digest;
    },
  };
}

export async function create({ folder, threads, peer }) {
  const { DuckDBInstance } = await peer('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', { threads: String(threads) });
  const connection = await instance.connect();
  const rows = async (sql) => (await connection.runAndReadAll(sql)).getRows();
  return phasesOf(rows, sourcesOf(`${folder}/leads.csv`, `${folder}/events.csv`));
}
