// DuckDB-WASM (the build with exceptions, the fastest without threads), from bytes in memory.
import { phasesOf, sourcesOf } from './duckdb.mjs';

export async function create({ leads, events, duckdbWasm }) {
  const database = await duckdbWasm();
  const connection = database.connect();
  const rows = (sql) =>
    connection
      .query(sql)
      .toArray()
      .map((row) => row.toArray());
  const register = () => {
    for (const [name, bytes] of [
      ['leads.csv', leads],
      ['events.csv', events],
    ]) {
      database.dropFile(name);
      database.registerFileBuffer(name, bytes);
    }
  };
  register();
  const phases = phasesOf(rows, sourcesOf('leads.csv', 'events.csv'));
  // Giving it the bytes is a part of reading them.
  const registering = (phase) => (job) => {
    register();
    return phases[phase](job);
  };
  return { ...phases, ingest: registering('ingest'), 'end-to-end': registering('end-to-end') };
}
