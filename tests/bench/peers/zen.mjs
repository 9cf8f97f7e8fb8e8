// zen-engine, the rules alone: one node of expressions over facts that are ready.
import { classifier, summary } from '../job.mjs';
import { factsOf } from './facts.mjs';

const text = (value) => `"${String(value).toLowerCase()}"`;

function condition({ field, op, values }) {
  const any = (call) => values.map((value) => `${call}(${field}, ${text(value)})`).join(' or ');
  switch (op) {
    case 'eq':
    case 'in':
      return `${field} in [${values.map(text).join(', ')}]`;
    case 'contains':
      return any('contains');
    case 'ends_with':
      return any('endsWith');
    case 'between':
      return `${field} != null and ${field} >= ${values[0]} and ${field} <= ${values[1]}`;
    case 'ge':
      return `${field} != null and ${field} >= ${values[0]}`;
    case 'within_days':
      return `${field} >= 0 and ${field} < ${values[0]}`;
    default:
      throw Error(`no test: ${op}`);
  }
}

function decisionOf(plan) {
  const given = (when, points) => `(${when} ? ${points} : 0)`;
  const faded = ({ index, points, max }) =>
    `${points < 0 ? '-' : ''}min([${max}, floor((${Math.abs(points)} * s${index} + 500000) / 1000000)])`;
  const fit = plan.fields.map((rule) => given(condition(rule), rule.points));
  const engagement = [
    ...plan.each.map(faded),
    ...plan.windows.map(({ index, atLeast, points }) => given(`n${index} >= ${atLeast}`, points)),
    ...plan.idle.map(({ days, points }) => given(`last >= ${days}`, points)),
  ];
  const sum = (terms) => terms.join(' + ') || '0';
  const expressions = [
    { id: 'fit', key: 'fit', value: sum(fit) },
    { id: 'engagement', key: 'engagement', value: sum(engagement) },
  ];
  const node = (id, type, content) => ({ id, type, name: id, position: { x: 0, y: 0 }, content });
  const edge = (sourceId, targetId) => ({ id: `${sourceId}-${targetId}`, type: 'edge', sourceId, targetId });
  return {
    nodes: [
      node('in', 'inputNode', {}),
      node('rules', 'expressionNode', { expressions }),
      node('out', 'outputNode', {}),
    ],
    edges: [edge('in', 'rules'), edge('rules', 'out')],
  };
}

const AT_ONCE = 256;

export async function create(inputs) {
  const { ZenEngine } = await inputs.peer('@gorules/zen-engine');
  const { plan, facts } = await factsOf(inputs, inputs.rules);
  const decision = new ZenEngine().createDecision(decisionOf(plan));
  return {
    rules: async () => {
      const fit = new Int32Array(facts.length);
      const engagement = new Int32Array(facts.length);
      for (let from = 0; from < facts.length; from += AT_ONCE) {
        const some = facts.slice(from, from + AT_ONCE);
        const answers = await Promise.all(some.map((fact) => decision.evaluate(fact)));
        answers.forEach(({ result }, i) => {
          fit[from + i] = result.fit;
          engagement[from + i] = result.engagement;
        });
      }
      return summary(fit, engagement, classifier(plan));
    },
  };
}
