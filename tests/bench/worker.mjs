// Runs one implementation in a worker of Chromium, as host.mjs does in Node; chromium.mjs serves the files.
const bytes = async (path) => {
  const answer = await fetch(path);
  if (!answer.ok) throw Error(`${path}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
};

async function inputsOf(threads) {
  return {
    leads: await bytes('/data/leads.csv'),
    events: await bytes('/data/events.csv'),
    threads,
    bundle: () => import('/bundle/engine.mjs'),
    startPartner: () => {
      const { port1, port2 } = new MessageChannel();
      new Worker('./partner.mjs', { type: 'module' }).postMessage(port1, [port1]);
      return port2;
    },
    peer: (library) => import(`/library/${library}.mjs`),
    scan: () => bytes('/library/scan.wasm'),
    wasm: async () => ({ ...(await import('/engine/mqlab.mjs')), binary: await bytes('/engine/mqlab.wasm') }),
    duckdbWasm: async () => {
      const { createDuckDB, VoidLogger, BROWSER_RUNTIME } = await import('/library/duckdb.mjs');
      const of = (build) => ({ mainModule: `${location.origin}/library/duckdb-${build}.wasm` });
      const database = await createDuckDB({ mvp: of('mvp'), eh: of('eh') }, new VoidLogger(), BROWSER_RUNTIME);
      await database.instantiate();
      return database;
    },
  };
}

let implementation = null;
async function answerTo({ name, threads, job }) {
  if (name) {
    const { create } = await import(`./peers/${name}.mjs`);
    const { setup = {}, heap = () => 0, ...phases } = await create(await inputsOf(threads));
    implementation = { setup, heap, phases };
    return { phases: Object.keys(phases) };
  }
  const { setup, heap, phases } = implementation;
  await setup[job.phase]?.(job);
  const start = performance.now();
  const given = await phases[job.phase](job);
  const millis = performance.now() - start;
  const check = typeof given !== 'function' ? given : job.check ? await given() : null;
  return { millis, heapBytes: heap(), check: JSON.parse(JSON.stringify(check)) ?? undefined };
}

addEventListener('message', async ({ data }) => {
  try {
    postMessage(await answerTo(data));
  } catch (error) {
    postMessage({ error: String(error.stack ?? error) });
  }
});
