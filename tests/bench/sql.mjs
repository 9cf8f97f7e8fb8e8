// The job as SQL, as an expert would write it by hand, for DuckDB and for ClickHouse.
import { AS_OF_DAY, CLASSES } from './job.mjs';

const quoted = (text) => `'${text.replaceAll("'", "''")}'`;
const asOf = new Date(AS_OF_DAY * 86_400_000).toISOString().slice(0, 10);

const duckdb = {
  contains: (x, value) => `contains(${x}, ${value})`,
  startsWith: (x, value) => `starts_with(${x}, ${value})`,
  endsWith: (x, value) => `ends_with(${x}, ${value})`,
  when: (condition, x) => `sum(CASE WHEN ${condition} THEN ${x} ELSE 0 END)`, // faster than FILTER
  count: (condition) => `count(*) FILTER (WHERE ${condition})`,
  age: (day) => `(DATE '${asOf}' - ${day})`,
  // Halves rounded up, all the way: exactly model.md's table for 50 percent. As a double: sums of integers are the slower form.
  weight: '(((999999 >> least(age // 30, 20)) + 1)::DOUBLE)',
  divide: (x, y) => `((${x})::BIGINT // ${y})`,
  day: 'time::DATE',
  sum: 'sum(total)::BIGINT',
};

const clickhouse = {
  contains: (x, value) => `position(${x}, ${value}) > 0`,
  startsWith: (x, value) => `startsWith(${x}, ${value})`,
  endsWith: (x, value) => `endsWith(${x}, ${value})`,
  when: (condition, x) => `sumIf(${x}, ${condition})`,
  count: (condition) => `countIf(${condition})`,
  age: (day) => `(toInt32(toDate('${asOf}')) - toInt32(${day}))`,
  weight: 'toInt64(bitShiftRight(999999, least(intDiv(age, 30), 20)) + 1)',
  divide: (x, y) => `intDiv(${x}, ${y})`,
  day: 'toDate(time)',
  sum: 'sum(total)',
};

export const DIALECTS = { duckdb, clickhouse };

function fieldTest({ field, op, values }, d) {
  const any = (test) => `(${values.map((value) => test(`lower(${field})`, quoted(value.toLowerCase()))).join(' OR ')})`;
  switch (op) {
    case 'contains':
      return any(d.contains);
    case 'starts_with':
      return any(d.startsWith);
    case 'ends_with':
      return any(d.endsWith);
    case 'eq':
    case 'in':
      return `lower(${field}) IN (${values.map((value) => quoted(value.toLowerCase())).join(', ')})`;
    case 'between':
      return `${field} BETWEEN ${values[0]} AND ${values[1]}`;
    case 'ge':
      return `${field} >= ${values[0]}`;
    case 'within_days':
      return `${d.age(field)} BETWEEN 0 AND ${values[0] - 1}`;
    default:
      throw Error(`no test: ${op}`);
  }
}

// Points of one rule of the plan, over a row of `per_lead`.
function rulePoints(kind, rule, d) {
  if (kind === 'fields') return `CASE WHEN ${fieldTest(rule, d)} THEN ${rule.points} ELSE 0 END`;
  const { index, points } = rule;
  if (kind === 'windows') return `CASE WHEN n${index} >= ${rule.atLeast} THEN ${points} ELSE 0 END`;
  if (kind === 'idle') return `CASE WHEN n${index} = 0 THEN ${points} ELSE 0 END`;
  const size = `least(${d.divide(`${Math.abs(points)} * s${index} + 500000`, 1_000_000)}, ${rule.max})`;
  return points < 0 ? `-${size}` : size;
}

// `sources`: what stands for leads and events in FROM.
export function queries(plan, dialect, sources) {
  const d = DIALECTS[dialect];
  const fields = plan.fields.map((rule) => rulePoints('fields', rule, d)).join(' + ') || '0';
  const columns = [];
  for (const { index, type, where } of plan.each) {
    const tests = [`type = ${quoted(type)}`, ...where.map((one) => fieldTest(one, d))];
    columns.push([`s${index}`, d.when(tests.join(' AND '), 'w')]);
  }
  for (const { index, type, days } of plan.windows) {
    columns.push([`n${index}`, d.count(`type = ${quoted(type)} AND age < ${days}`)]);
  }
  for (const { index, days } of plan.idle) columns.push([`n${index}`, d.count(`age < ${days}`)]);

  // A lead without events has no row here. Without coalesce least(NULL, cap) would give it every cap.
  const kept = columns.map(([name]) => `coalesce(a.${name}, 0) AS ${name}`);
  const sums = columns.map(([name, sum]) => `${sum} AS ${name}`);
  const aged = `SELECT lead_id, type, detail, ${d.age(d.day)} AS age FROM ${sources.events}`;
  const perLead = `
    WITH aged AS (${aged}),
    weighed AS (SELECT lead_id, type, detail, age, ${d.weight} AS w FROM aged WHERE age >= 0),
    acts AS (SELECT lead_id, ${sums.join(', ')} FROM weighed GROUP BY lead_id)
    SELECT l.lead_id AS lead_id, ${fields} AS fit${kept.map((one) => `, ${one}`).join('')}
    FROM ${sources.leads} l LEFT JOIN acts a ON l.lead_id = a.lead_id`;

  const engagement = ['each', 'windows', 'idle'].flatMap((kind) => plan[kind].map((rule) => rulePoints(kind, rule, d)));
  const scored = (from) =>
    `SELECT lead_id, fit, engagement, fit + engagement AS total FROM
      (SELECT lead_id, fit, ${engagement.join(' + ') || '0'} AS engagement FROM ${from}) p`;
  const limits = plan.stages.map(
    ({ id, tests }) =>
      `WHEN ${tests.map(({ score, from }) => `${score} >= ${from}`).join(' AND ')} THEN ${CLASSES.indexOf(id)}`,
  );
  const stage = `CASE WHEN fit < ${plan.disqualify.lt * 1000} THEN 0 ${limits.join(' ')} ELSE 4 END`;
  const explained = ['each', 'windows', 'idle'].flatMap((kind) =>
    plan[kind].map((rule) => `${rulePoints(kind, rule, d)} AS r${rule.index}`),
  );
  return {
    perLead, // fit and what the rules need of each lead's events
    scored, // fit, engagement and total from it
    counts: (from) => `SELECT ${stage} AS class, count(*) AS leads, ${d.sum} AS points FROM ${from} t GROUP BY class`,
    leads: (from) => `SELECT lead_id, fit, total, ${stage} AS class FROM ${from} t`,
    all: `(${scored(`(${perLead})`)})`,
    explain: `SELECT fit, ${explained.join(', ')} FROM (${perLead}) p`,
  };
}

// Rows of `counts` to the check that all implementations share.
export function countsOf(rows) {
  const check = { counts: [0, 0, 0, 0, 0], sum: 0 };
  for (const [stage, leads, points] of rows) {
    check.counts[Number(stage)] = Number(leads);
    check.sum += Number(points);
  }
  return check;
}
