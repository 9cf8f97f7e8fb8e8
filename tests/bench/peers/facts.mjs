// What engines of rules alone are given: for each lead its fields, folded, and the sums and counts of its events.
import { AS_OF_DAY, planOf } from '../job.mjs';
import { reader } from './udsv.mjs';

export async function factsOf(inputs, rules) {
  const { parse, readLeads, readEvents } = await reader(inputs);
  const plan = planOf(rules);
  const { sums, counts, last } = readEvents(plan, readLeads(plan));
  const facts = [];
  let names = [];
  const take = (row) => {
    const i = facts.length;
    const fact = Object.fromEntries(names.map((name, col) => [name, row[col].toLowerCase()]));
    fact.employees = fact.employees === '' ? null : Number(fact.employees);
    fact.created_at = AS_OF_DAY - Date.parse(fact.created_at) / 86_400_000; // an age, as the rule asks for one
    plan.each.forEach(({ index }, r) => {
      fact[`s${index}`] = sums[r].column[i];
    });
    plan.windows.forEach(({ index }, r) => {
      fact[`n${index}`] = counts[r].column[i];
    });
    fact.last = last[i];
    facts.push(fact);
  };
  parse(inputs.leads, take, (header) => {
    names = header;
  });
  return { plan, facts };
}
