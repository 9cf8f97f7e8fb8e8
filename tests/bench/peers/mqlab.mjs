// mqlab itself, as WebAssembly: everything that the bench knows of its interface stands here.
import { AS_OF, classifier, Digest, planOf, summary } from '../job.mjs';

const options = { map: {}, zoneMinutes: 0, kind: null };

export async function create({ leads, events, wasm }) {
  const { default: createMqlab, binary } = await wasm();
  const module = await createMqlab({ wasmBinary: binary });
  let engine = null;
  const load = () => {
    engine?.delete();
    engine = new module.Engine();
    const report = engine.load({ bytes: leads, options }, { bytes: events, options });
    if (!report.accepted) throw Error(JSON.stringify([report.leads.issues, report.events.issues]));
    return report;
  };
  const score = (rules) => {
    const { columns, issues } = engine.score({ rules, asOf: AS_OF, now: 0 });
    if (!columns) throw Error(JSON.stringify(issues));
    return columns;
  };
  const counts = (rules) => {
    const [fit, engagement] = score(rules).scores;
    return summary(fit, engagement, classifier(planOf(rules)));
  };
  const loaded = ({ base }) => {
    if (!engine) load();
    score(base);
  };
  return {
    setup: { points: loaded, threshold: loaded, condition: loaded, explain: loaded, rules: loaded },
    ingest: () => {
      const report = load();
      return { leads: report.numLeads, events: report.events.kept };
    },
    'end-to-end': ({ rules }) => {
      load();
      return counts(rules);
    },
    points: ({ rules }) => counts(rules),
    threshold: ({ rules }) => counts(rules),
    condition: ({ rules }) => counts(rules),
    rules: ({ rules }) => counts(rules),
    explain: ({ lead }) => ({ total: engine.explain(engine.findLead(lead)).total }),
    scores: ({ rules }) => {
      load();
      const { scores, total } = score(rules);
      const classify = classifier(planOf(rules));
      const digest = new Digest();
      const rows = engine.rows(Uint32Array.from(total, (_, i) => i));
      for (const [i, { id }] of rows.entries()) {
        digest.add(id, scores[0][i], total[i], classify(scores[0][i], scores[1][i]));
      }
      return digest;
    },
  };
}
