// A partner of mqlab in a worker of its own, of Node or of Chromium: serves the port that it is sent.
const inNode = typeof process === 'object';

async function engine() {
  if (!inNode) {
    const { default: createMqlab } = await import('/engine/mqlab.mjs');
    const wasmBinary = await (await fetch('/engine/mqlab.wasm')).arrayBuffer();
    return new (await createMqlab({ wasmBinary })).Engine();
  }
  const { readFileSync } = await import('node:fs');
  const generated = `${import.meta.dirname}/../../web/src/engine/generated/mqlab`;
  const { default: createMqlab } = await import(`${generated}.mjs`);
  return new (await createMqlab({ wasmBinary: readFileSync(`${generated}.wasm`) })).Engine();
}

async function serve(port) {
  const { servePartner } = await import(inNode ? '../../build/bench/bundles/engine.mjs' : '/bundle/engine.mjs');
  servePartner(engine(), port);
}

if (inNode) (await import('node:worker_threads')).parentPort.once('message', serve);
else addEventListener('message', ({ data }) => serve(data), { once: true });
