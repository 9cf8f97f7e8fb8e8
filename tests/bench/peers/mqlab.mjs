// mqlab itself, as WebAssembly: everything that the bench knows of its interface stands here.
import { AS_OF, classifier, Digest, planOf, summary } from '../job.mjs';

const options = { map: {}, zoneMinutes: 0, kind: null };
const everyLead = {
  search: '',
  stages: [],
  totalFrom: null,
  totalTo: null,
  sort: 'input',
  sortIndex: 0,
  descending: false,
};
const PIECE = 4 << 20;
const STEP = 65_536; // leads

export async function create({ leads, events, wasm }) {
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
  const load = () => {
    engine?.delete();
    engine = new module.Engine();
    scored = '';
    engine.beginLoad(options, options);
    give(leads);
    give(events);
    const report = engine.endLoad();
    if (!report.accepted) throw Error(JSON.stringify([report.leads.issues, report.events?.issues]));
    return report;
  };
  // Scores as of T, which is what the peers compute.
  const numbers = (rules) => {
    scored = '';
    if (!engine.beginScore({ rules, asOf: AS_OF, now: 0 })) throw Error(JSON.stringify(engine.reportScore().issues));
    while (engine.scoreStep(STEP).phase === 'numbers');
    return engine.reportScore().figures;
  };
  // The life of every lead, which only mqlab has.
  const life = () => {
    while (engine.scoreStep(STEP).phase !== 'done');
    return engine.reportScore().stages;
  };
  const whole = (rules) => {
    if (scored === rules) return;
    numbers(rules);
    life();
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
  const check = (rules) => () => {
    whole(rules);
    const fit = [];
    const engagement = [];
    for (const { scores } of rows()) {
      fit.push(scores[0]);
      engagement.push(scores[1]);
    }
    return summary(fit, engagement, classifier(planOf(rules)));
  };
  const rescore = ({ rules }) => {
    numbers(rules);
    return check(rules);
  };
  const loaded = ({ base }) => {
    if (!engine) load();
    whole(base);
  };
  return {
    setup: {
      points: loaded,
      threshold: loaded,
      condition: loaded,
      'condition-life': loaded,
      explain: loaded,
      rules: () => load(),
      life: ({ base }) => {
        load();
        numbers(base);
      },
    },
    heap: () => memory.buffer.byteLength,
    ingest: () => {
      const report = load();
      return { leads: report.numLeads, events: report.events.kept };
    },
    'end-to-end': (job) => {
      load();
      return rescore(job);
    },
    life: () => ({ stages: life().nowCounts }),
    points: rescore,
    threshold: rescore,
    condition: rescore,
    'condition-life': ({ rules }) => {
      numbers(rules);
      return { stages: life().nowCounts };
    },
    rules: rescore,
    explain: ({ lead }) => ({ total: engine.explain(engine.findLead(lead)).total }),
    scores: ({ rules }) => {
      load();
      whole(rules);
      const classify = classifier(planOf(rules));
      const digest = new Digest();
      for (const { id, scores, total } of rows()) digest.add(id, scores[0], total, classify(scores[0], scores[1]));
      return digest;
    },
  };
}
