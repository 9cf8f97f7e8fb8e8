// The job of the bench: its rule file, edits of it, and the plan that the peers compute.

export const AS_OF = Date.UTC(2026, 0, 1, 23, 59, 59, 999);
export const CLASSES = ['disqualified', 'mql', 'engaged', 'nurture', 'cold'];
export const AS_OF_DAY = Math.floor(AS_OF / 86_400_000);

const rule = (rules, id) => rules.rules.find((one) => one.id === id);

// Edits as a person makes them, the nth of each different from all before it.
export const EDITS = {
  points: (rules, n) => {
    rule(rules, 'attends').points += n;
  },
  threshold: (rules, n) => {
    rules.stages.at(-1).enter.all[0].ge -= n;
  },
  condition: (rules, n) => {
    rule(rules, 'busy-week').when.within_days += n;
  },
};

export function edited(text, edit, n) {
  const rules = JSON.parse(text);
  EDITS[edit.replace('-life', '')]?.(rules, n);
  return JSON.stringify(rules);
}

// The same job with as many rules, for growth: copies that differ in their points and windows.
export function withRules(text, count) {
  const rules = JSON.parse(text);
  const base = rules.rules;
  // In thirds, as they stand, a tenth of the job has a rule of every kind.
  const spread = base.map((_, i) => base[(i * 11) % base.length]);
  rules.rules = Array.from({ length: count }, (_, i) => {
    const round = Math.floor(i / base.length);
    const copy = structuredClone(spread[i % base.length]);
    if (round === 0) return copy;
    copy.id += `-${round}`;
    copy.points = Math.round(copy.points * 1000 + round * 125) / 1000;
    if (copy.when?.within_days) copy.when.within_days += round;
    return copy;
  });
  return JSON.stringify(rules);
}

const list = (value) => (Array.isArray(value) ? value : [value]);
const milli = (points) => Math.round(points * 1000);

function test({ field, ...rest }) {
  const [[op, value]] = Object.entries(rest);
  return { field, op, values: list(value) };
}

// What the peers compute, flat: no rule engine, only the kinds of rules that the job has.
export function planOf(text) {
  const rules = JSON.parse(text);
  const plan = { fields: [], each: [], windows: [], idle: [] };
  const decay = rules.scores.engagement.decay;
  if (decay.kind !== 'compound' || decay.lose_percent !== 50 || decay.every_days !== 30) throw Error('another decay');
  rules.rules.forEach(({ id, score, when, each, points, max_points }, index) => {
    const base = { id, index, points: milli(points) };
    if ((score === 'fit') !== Boolean(when?.field)) throw Error(`${id}: fit is of fields, engagement of events`);
    if (each) {
      plan.each.push({ ...base, type: each.event, where: (each.where ?? []).map(test), max: milli(max_points) });
    } else if (when.field) {
      plan.fields.push({ ...base, ...test(when) });
    } else if (when.idle_days) {
      if (when.event !== '*') throw Error(`${id}: silence is of all events`);
      plan.idle.push({ ...base, days: when.idle_days });
    } else {
      plan.windows.push({ ...base, type: when.event, atLeast: when.count.ge, days: when.within_days });
    }
  });
  plan.disqualify = rules.disqualify[0].when;
  const tests = (enter) => (enter.all ?? [enter]).map(({ score, ge }) => ({ score, from: milli(ge) }));
  plan.stages = rules.stages.map(({ id, enter }) => ({ id, tests: tests(enter) })).reverse(); // the highest first
  return plan;
}

// Millionths that are left of an event's points after `steps` halvings, each rounded half up.
export const weight = (steps) => (steps > 20 ? 1 : (999_999 >> steps) + 1);

// A rule's points from the sum of its weights: rounded once, then capped. Exact: all stays below 2^53.
export function eachPoints({ points, max }, sum) {
  const size = Math.min(max, Math.floor((Math.abs(points) * sum + 500_000) / 1_000_000));
  return points < 0 ? -size : size;
}

// fit, engagement -> index into CLASSES.
export function classifier(plan) {
  const { score, lt } = plan.disqualify;
  if (score !== 'fit' || Object.values(plan.disqualify).length !== 2) throw Error('another disqualification');
  const limits = plan.stages.map(({ id, tests }) => {
    const from = (name) => tests.find((one) => one.score === name)?.from ?? Number.NEGATIVE_INFINITY;
    return [CLASSES.indexOf(id), from('fit'), from('engagement'), from('total')];
  });
  const out = milli(lt);
  return (fit, engagement) => {
    if (fit < out) return 0;
    const total = fit + engagement;
    for (let i = 0; i < limits.length; i++) {
      const stage = limits[i];
      if (fit >= stage[1] && engagement >= stage[2] && total >= stage[3]) return stage[0];
    }
    return 4;
  };
}

// A test of text as `model.md` has it; both sides folded before.
export function matches({ op, values }, folded) {
  switch (op) {
    case 'contains':
      return values.some((value) => folded.includes(value.toLowerCase()));
    case 'starts_with':
      return values.some((value) => folded.startsWith(value.toLowerCase()));
    case 'ends_with':
      return values.some((value) => folded.endsWith(value.toLowerCase()));
    case 'eq':
    case 'in':
      return values.some((value) => folded === value.toLowerCase());
    default:
      throw Error(`no text test: ${op}`);
  }
}

// A test of a number, or of the age of a day.
export function holds({ op, values }, x) {
  switch (op) {
    case 'between':
      return x >= values[0] && x <= values[1];
    case 'ge':
      return x >= values[0];
    case 'within_days':
      return x >= 0 && x < values[0];
    default:
      throw Error(`no number test: ${op}`);
  }
}

export const TEXT_FIELDS = ['job_title', 'industry', 'country', 'lead_source', 'email'];

// Counts by class and the sum of all totals, of scores by lead.
export function summary(fit, engagement, classify) {
  const counts = [0, 0, 0, 0, 0];
  let sum = 0;
  for (let i = 0; i < fit.length; i++) {
    counts[classify(fit[i], engagement[i])]++;
    sum += fit[i] + engagement[i];
  }
  return { counts, sum };
}

// A digest of every lead's scores that does not depend on their order.
export class Digest {
  #a = 0;
  #b = 0;
  leads = 0;
  add(id, fit, total, stage) {
    const line = `${id},${fit},${total},${stage}`;
    let a = 0x811c9dc5;
    let b = 0x01000193;
    for (let i = 0; i < line.length; i++) {
      const c = line.charCodeAt(i);
      a = Math.imul(a ^ c, 0x01000193);
      b = Math.imul(b ^ c, 0x85ebca6b) ^ (b >>> 15);
    }
    this.#a = (this.#a + a) >>> 0;
    this.#b = (this.#b + b) >>> 0;
    this.leads++;
  }
  toJSON() {
    return { leads: this.leads, digest: `${this.#a.toString(16)}-${this.#b.toString(16)}` };
  }
}
