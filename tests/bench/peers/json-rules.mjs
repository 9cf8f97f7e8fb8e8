// json-rules-engine, the rules alone: facts are ready, each rule that holds is an event whose points are added.
import { classifier, eachPoints, summary } from '../job.mjs';
import { factsOf } from './facts.mjs';

function condition({ field: fact, op, values }) {
  const lower = values.map((value) => (typeof value === 'string' ? value.toLowerCase() : value));
  switch (op) {
    case 'eq':
    case 'in':
      return [{ fact, operator: 'in', value: lower }];
    case 'contains':
    case 'ends_with':
      return [{ fact, operator: op, value: lower }];
    case 'between':
      return [
        { fact, operator: 'greaterThanInclusive', value: values[0] },
        { fact, operator: 'lessThanInclusive', value: values[1] },
      ];
    case 'ge':
      return [{ fact, operator: 'greaterThanInclusive', value: values[0] }];
    case 'within_days':
      return [
        { fact, operator: 'greaterThanInclusive', value: 0 },
        { fact, operator: 'lessThan', value: values[0] },
      ];
    default:
      throw Error(`no test: ${op}`);
  }
}

export async function create(inputs) {
  const { Engine } = await inputs.peer('json-rules-engine');
  const { plan, facts } = await factsOf(inputs, inputs.rules);
  const engine = new Engine([], { allowUndefinedFacts: true });
  engine.addOperator('contains', (text, values) => values.some((value) => text.includes(value)));
  engine.addOperator('ends_with', (text, values) => values.some((value) => text.endsWith(value)));
  const add = (score, all, rule) => engine.addRule({ conditions: { all }, event: { type: score, params: rule } });
  for (const rule of plan.fields) add('fit', condition(rule), rule);
  for (const rule of plan.each)
    add('engagement', [{ fact: `s${rule.index}`, operator: 'greaterThan', value: 0 }], rule);
  for (const rule of plan.windows) {
    add('engagement', [{ fact: `n${rule.index}`, operator: 'greaterThanInclusive', value: rule.atLeast }], rule);
  }
  for (const rule of plan.idle) {
    add('engagement', [{ fact: 'last', operator: 'greaterThanInclusive', value: rule.days }], rule);
  }
  return {
    rules: async () => {
      const fit = new Int32Array(facts.length);
      const engagement = new Int32Array(facts.length);
      for (let i = 0; i < facts.length; i++) {
        const { events } = await engine.run(facts[i]);
        for (const { type, params } of events) {
          const points = params.max ? eachPoints(params, facts[i][`s${params.index}`]) : params.points;
          if (type === 'fit') fit[i] += points;
          else engagement[i] += points;
        }
      }
      return summary(fit, engagement, classifier(plan));
    },
  };
}
