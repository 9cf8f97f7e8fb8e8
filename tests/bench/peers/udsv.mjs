// What a strong JavaScript engineer ships: uDSV for the parsing, a Map for the ids, typed arrays for the sums.
import { AS_OF_DAY, classifier, Digest, eachPoints, holds, matches, planOf, summary, weight } from '../job.mjs';

const SLICE = 16 << 20;

// Shared with what needs the leads and sums as facts.
export async function reader({ leads, events, peer }) {
  const { inferSchema, initParser } = await peer('udsv');

  // Calls start(names), then take(row) with string arrays, slice by slice: no string in V8 holds a file of the size L.
  function parse(bytes, take, start) {
    const decoder = new TextDecoder();
    let parser = null;
    for (let at = 0; at < bytes.length; at += SLICE) {
      const text = decoder.decode(bytes.subarray(at, at + SLICE), { stream: at + SLICE < bytes.length });
      if (!parser) {
        const schema = inferSchema(text);
        start?.(schema.cols.map(({ name }) => name));
        parser = initParser(schema);
      }
      parser.chunk(text, parser.stringArrs, take);
    }
    parser.end();
  }

  function readLeads(plan) {
    const index = new Map();
    const fit = [];
    const pointsOf = (rules, cell) => {
      if (cell === '') return 0;
      let sum = 0;
      for (const rule of rules) {
        const number = rule.op === 'between' || rule.op === 'ge';
        const age = rule.op === 'within_days';
        const x = number ? Number(cell) : age ? AS_OF_DAY - Date.parse(cell) / 86_400_000 : cell.toLowerCase();
        if (number || age ? holds(rule, x) : matches(rule, x)) sum += rule.points;
      }
      return sum;
    };
    let columns = [];
    const start = (names) => {
      columns = names.flatMap((name, col) => {
        const rules = plan.fields.filter(({ field }) => field === name);
        return rules.length > 0 ? [{ col, rules, memory: name === 'email' ? null : new Map() }] : [];
      });
    };
    const take = (row) => {
      let points = 0;
      for (const { col, rules, memory } of columns) {
        const cell = row[col];
        let given = memory?.get(cell); // most columns have few values
        if (given === undefined) {
          given = pointsOf(rules, cell);
          memory?.set(cell, given);
        }
        points += given;
      }
      index.set(row[0], fit.length);
      fit.push(points);
    };
    parse(leads, take, start);
    return { index, fit: Int32Array.from(fit) };
  }

  function readEvents(plan, { index }) {
    const count = index.size;
    const sums = plan.each.map(({ type, where }) => ({ type, tests: where, column: new Float64Array(count) }));
    const counts = plan.windows.map(({ type, days }) => ({ type, days, column: new Int32Array(count) }));
    const each = byType(sums);
    const windows = byType(counts);
    const last = new Int32Array(count).fill(1 << 30);
    const ages = new Map(); // by the text of the day
    parse(events, ([id, type, time, detail]) => {
      const lead = index.get(id);
      if (lead === undefined) return;
      const day = time.slice(0, 10);
      let age = ages.get(day);
      if (age === undefined) {
        age = AS_OF_DAY - Date.parse(day) / 86_400_000;
        ages.set(day, age);
      }
      if (age < 0) return;
      if (age < last[lead]) last[lead] = age;
      const rules = each.get(type);
      if (rules) {
        const left = weight(Math.floor(age / 30));
        for (const { tests, column } of rules) {
          if (tests.length > 0) {
            const folded = detail.toLowerCase();
            if (!tests.every((test) => matches(test, folded))) continue;
          }
          column[lead] += left;
        }
      }
      for (const { days, column } of windows.get(type) ?? []) if (age < days) column[lead]++;
    });
    return { sums, counts, last };
  }

  return { parse, readLeads, readEvents };
}

function engagementOf(plan, { sums, counts, last }) {
  const engagement = new Int32Array(last.length);
  plan.each.forEach((rule, r) => {
    const { column } = sums[r];
    for (let i = 0; i < column.length; i++) engagement[i] += eachPoints(rule, column[i]);
  });
  plan.windows.forEach(({ atLeast, points }, r) => {
    const { column } = counts[r];
    for (let i = 0; i < column.length; i++) if (column[i] >= atLeast) engagement[i] += points;
  });
  for (const { days, points } of plan.idle) {
    for (let i = 0; i < last.length; i++) if (last[i] >= days) engagement[i] += points;
  }
  return engagement;
}

export async function create(inputs) {
  const { parse, readLeads, readEvents } = await reader(inputs);
  function run(rules) {
    const plan = planOf(rules);
    const read = readLeads(plan);
    return { plan, ...read, engagement: engagementOf(plan, readEvents(plan, read)) };
  }

  return {
    parse: () => {
      let rows = 0;
      parse(inputs.events, () => {
        rows++;
      });
      return { rows };
    },
    'end-to-end': ({ rules }) => {
      const { plan, fit, engagement } = run(rules);
      return summary(fit, engagement, classifier(plan));
    },
    scores: ({ rules }) => {
      const { plan, index, fit, engagement } = run(rules);
      const classify = classifier(plan);
      const digest = new Digest();
      for (const [id, i] of index) digest.add(id, fit[i], fit[i] + engagement[i], classify(fit[i], engagement[i]));
      return digest;
    },
  };
}

function byType(rules) {
  const types = new Map();
  for (const rule of rules) types.set(rule.type, [...(types.get(rule.type) ?? []), rule]);
  return types;
}
