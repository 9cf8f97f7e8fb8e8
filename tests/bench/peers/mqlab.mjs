// mqlab itself, as WebAssembly: everything that the bench knows of its interface stands here. With one thread the engine is
// called directly; with more it works as in the page, in slices and with partners in other workers.
import { AS_OF, classifier, Digest, planOf, summary } from '../job.mjs';

const options = { map: {}, zoneMinutes: 0, headers: null };
export const everyLead = {
  search: '',
  stages: [],
  totalFrom: null,
  totalTo: null,
  scores: [],
  where: '',
  rule: '',
  only: null,
  noEvents: false,
  sort: 'input',
  sortIndex: 0,
  descending: false,
};
const PIECE = 4 << 20;
const STEP = 65_536; // leads

export async function create({ leads, events, wasm, threads, bundle, startPartner }) {
  const { default: createMqlab, binary } = await wasm();
  let memory = null;
  const module = await createMqlab({
    instantiateWasm: (imports, receive) => {
      WebAssembly.instantiate(binary, imports).then(({ instance, module: compiled }) => {
        memory = Object.values(instance.exports).find((one) => one instanceof WebAssembly.Memory);
        receive(instance, compiled);
      });
      return {};
    },
  });
  let engine = null;
  let scored = ''; // the rules of the finished run

  const give = (bytes) => {
    for (let at = 0; at < bytes.length; at += PIECE) {
      const piece = bytes.subarray(at, at + PIECE);
      engine.prepare(piece.length).set(piece);
      engine.commit(piece.length);
    }
    while (!engine.endTable());
  };
  const alone = {
    load() {
      engine?.delete();
      engine = new module.Engine();
      engine.beginLoad(options, options);
      give(leads);
      give(events);
      return engine.endLoad();
    },
    // Scores as of T, which is what the peers compute.
    numbers(request) {
      if (!engine.beginScore(request)) return engine.reportScore();
      while (engine.scoreStep(STEP).phase === 'numbers');
      return engine.reportScore();
    },
    // The life of every lead, which only mqlab has.
    life() {
      while (engine.scoreStep(STEP).phase !== 'done');
      return engine.reportScore();
    },
  };
  const together = async () => {
    const { EngineHost, partnerAt } = await bundle();
    const table = (bytes) => ({ name: '', blob: new Blob([bytes]), options });
    const source = { kind: 'tables', leads: table(leads), events: table(events) };
    const partners = await Promise.all(
      Array.from({ length: threads - 1 }, async () => partnerAt(await startPartner())),
    );
    let host = null;
    let onReply = null;
    let rest = null; // of the score, once its numbers are told
    let id = 0;
    return {
      async load() {
        engine?.delete();
        engine = new module.Engine();
        host = new EngineHost(Promise.resolve(engine), (reply) => reply.id === id && onReply(reply));
        for (const partner of partners) host.addPartner(partner);
        return new Promise((resolve, reject) => {
          onReply = (reply) =>
            'value' in reply ? resolve(reply.value) : reply.fault && reject(Error(reply.fault.message));
          host.receive({ id: ++id, method: 'load', args: [source] });
        });
      },
      numbers(request) {
        return new Promise((shown, reject) => {
          rest = new Promise((done) => {
            onReply = (reply) => {
              if (reply.fault) reject(Error(reply.fault.message));
              if (reply.news?.report) shown(reply.news.report);
              if (!('value' in reply)) return;
              shown(reply.value);
              done(reply.value);
            };
          });
          host.receive({ id: ++id, method: 'score', args: [request] });
        });
      },
      life: () => rest,
    };
  };
  const engines = threads > 1 ? await together() : alone;
  const load = async () => {
    scored = '';
    const report = await engines.load();
    if (!report.accepted) throw Error(JSON.stringify([report.leads.issues, report.events?.issues]));
    return report;
  };
  const numbers = async (rules) => {
    scored = '';
    const { figures, issues } = await engines.numbers({ rules, asOf: AS_OF, now: 0 });
    if (!figures) throw Error(JSON.stringify(issues));
  };
  const life = async () => (await engines.life()).stages;
  const whole = async (rules) => {
    if (scored === rules) return;
    await numbers(rules);
    await life();
    scored = rules;
  };
  const rows = function* () {
    for (let from = 0; ; from += STEP) {
      const some = engine.rows(everyLead, from, from + STEP);
      yield* some;
      if (some.length < STEP) return;
    }
  };
  // Lead by lead, when the clock has stopped.
  const check = (rules) => async () => {
    await whole(rules);
    const fit = [];
    const engagement = [];
    for (const { scores } of rows()) {
      fit.push(scores[0]);
      engagement.push(scores[1]);
    }
    return summary(fit, engagement, classifier(planOf(rules)));
  };
  const rescore = async ({ rules }) => {
    await numbers(rules);
    return check(rules);
  };
  const loaded = async ({ base }) => {
    if (!engine) await load();
    await whole(base);
  };
  return {
    setup: {
      points: loaded,
      threshold: loaded,
      condition: loaded,
      'condition-life': loaded,
      explain: loaded,
      rules: () => load(),
      life: async ({ base }) => {
        await load();
        await numbers(base);
      },
    },
    heap: () => memory.buffer.byteLength,
    ingest: async () => {
      const report = await load();
      return { leads: report.numLeads, events: report.events.kept };
    },
    'end-to-end': async (job) => {
      await load();
      return rescore(job);
    },
    // Together, lives begin before the numbers are told.
    ...(threads > 1 ? {} : { life: async () => ({ stages: (await life()).nowCounts }) }),
    points: rescore,
    threshold: rescore,
    condition: rescore,
    'condition-life': async ({ rules }) => {
      await numbers(rules);
      return { stages: (await life()).nowCounts };
    },
    rules: rescore,
    explain: ({ lead }) => ({ total: engine.explain(engine.findLead(lead)).total }),
    scores: async ({ rules }) => {
      await load();
      await whole(rules);
      const classify = classifier(planOf(rules));
      const digest = new Digest();
      for (const { id, scores, total } of rows()) digest.add(id, scores[0], total, classify(scores[0], scores[1]));
      return digest;
    },
  };
}
