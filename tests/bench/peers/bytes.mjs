// The strongest JavaScript by hand: reads bytes without making strings of cells, looks ids up in a hash table of its own,
// keeps an event in 8 bytes, sorts events by lead and scores them in one sweep. The rules are known before the files are
// read, so fit is settled while leads are read.
import { AS_OF_DAY, classifier, Digest, eachPoints, matches, planOf, summary, weight } from '../job.mjs';

const COMMA = 44;
const LINE = 10;
const QUOTE = 34;
const MAX_AGE = 21 * 30; // weights do not change beyond

const decoder = new TextDecoder();
const ages = Float64Array.from({ length: MAX_AGE + 1 }, (_, age) => weight(Math.floor(age / 30)));

// Days since 1970 by year, month and day, so that a date is one look-up.
const YEARS = [1990, 2060];
const days = new Int32Array((YEARS[1] - YEARS[0]) * 512).fill(-1);
for (
  let time = Date.UTC(YEARS[0], 0), day = time / 86_400_000;
  time < Date.UTC(YEARS[1], 0);
  time += 86_400_000, day++
) {
  const date = new Date(time);
  days[(date.getUTCFullYear() - YEARS[0]) * 512 + (date.getUTCMonth() + 1) * 32 + date.getUTCDate()] = day;
}

// The day of an ISO date or time in UTC at bytes[a].
function dayAt(bytes, a) {
  const year = bytes[a] * 1000 + bytes[a + 1] * 100 + bytes[a + 2] * 10 + bytes[a + 3] - 53_328;
  const month = bytes[a + 5] * 10 + bytes[a + 6] - 528;
  const day = days[(year - YEARS[0]) * 512 + month * 32 + bytes[a + 8] * 10 + bytes[a + 9] - 528];
  if (!(day >= 0) || bytes[a + 4] !== 45 || bytes[a + 7] !== 45) throw Error(`no date at byte ${a}`);
  return day;
}

const textOf = (bytes, a, b) => decoder.decode(bytes.subarray(a, b)).replaceAll('""', '"').trim();

// What `meaning` gives for each distinct cell, computed once a cell.
class Dictionary {
  constructor(meaning) {
    this.meaning = meaning;
    this.mask = (1 << 16) - 1;
    this.slots = new Int32Array(this.mask + 1);
    this.hashes = [];
    this.cells = [];
    this.values = [];
  }
  find(bytes, a, b, hash) {
    let slot = (hash ^ (hash >>> 15)) & this.mask;
    for (;;) {
      const entry = this.slots[slot] - 1;
      if (entry < 0) return this.add(bytes, a, b, hash, slot);
      if (this.hashes[entry] === hash && same(this.cells[entry], bytes, a, b)) return this.values[entry];
      slot = (slot + 1) & this.mask;
    }
  }
  add(bytes, a, b, hash, slot) {
    const value = this.meaning(textOf(bytes, a, b));
    if (this.values.length * 2 > this.mask) return value; // too many to remember
    this.slots[slot] = this.values.length + 1;
    this.hashes.push(hash);
    this.cells.push(bytes.slice(a, b));
    this.values.push(value);
    return value;
  }
}

function same(cell, bytes, a, b) {
  if (cell.length !== b - a) return false;
  for (let i = 0; i < cell.length; i++) if (cell[i] !== bytes[a + i]) return false;
  return true;
}

// Ids of up to 16 bytes to numbers from 0, exact. A slot is the first 8 bytes, the number and, of longer ids, a hash of the
// rest: one miss of the cache a look-up.
class Ids {
  size = 0;
  constructor() {
    this.resize(1 << 12);
  }
  resize(capacity) {
    const old = this.slots;
    this.mask = capacity - 1;
    this.slots = new Int32Array(capacity * 4);
    const tails = new Int32Array(capacity); // two an id, and half of the slots stay free
    if (this.tails) tails.set(this.tails);
    this.tails = tails;
    for (let s = 0; old && s < old.length; s += 4) {
      if (old[s + 2] === 0) continue;
      const k2 = tails[(old[s + 2] - 1) * 2];
      const k3 = tails[(old[s + 2] - 1) * 2 + 1];
      let slot = mix(old[s], old[s + 1], k2, k3) & this.mask;
      while (this.slots[slot * 4 + 2] !== 0) slot = (slot + 1) & this.mask;
      this.slots.set(old.subarray(s, s + 4), slot * 4);
    }
  }
  find(k0, k1, k2, k3) {
    const slots = this.slots;
    const mask = this.mask;
    const rest = k2 | k3 ? mix(k2, k3, 0, 0) | 1 : 0;
    let slot = mix(k0, k1, k2, k3) & mask;
    for (;;) {
      const s = slot * 4;
      const number = slots[s + 2];
      if (number === 0) return -1 - slot;
      if (slots[s] === k0 && slots[s + 1] === k1 && slots[s + 3] === rest) {
        if (rest === 0) return number - 1;
        if (this.tails[(number - 1) * 2] === k2 && this.tails[(number - 1) * 2 + 1] === k3) return number - 1;
      }
      slot = (slot + 1) & mask;
    }
  }
  add(k0, k1, k2, k3) {
    if ((this.size + 1) * 2 > this.mask) this.resize((this.mask + 1) * 4);
    const free = this.find(k0, k1, k2, k3);
    if (free >= 0) return free;
    const s = (-1 - free) * 4;
    this.slots[s] = k0;
    this.slots[s + 1] = k1;
    this.slots[s + 2] = this.size + 1;
    this.slots[s + 3] = k2 | k3 ? mix(k2, k3, 0, 0) | 1 : 0;
    this.tails[this.size * 2] = k2;
    this.tails[this.size * 2 + 1] = k3;
    return this.size++;
  }
}

function mix(k0, k1, k2, k3) {
  let h = Math.imul(k0, 0x9e3779b1) ^ Math.imul(k1, 0x85ebca77) ^ Math.imul(k2, 0xc2b2ae3d) ^ Math.imul(k3, 0x27d4eb2f);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return h ^ (h >>> 13);
}

// The four words of an id; the bytes behind it are masked away.
const keepBits = Int32Array.from({ length: 17 * 4 }, (_, i) => {
  const n = Math.min(4, Math.max(0, (i >> 2) - (i & 3) * 4));
  return n === 4 ? -1 : (1 << (n * 8)) - 1;
});

// Bytes that end in a line break.
function closed(bytes) {
  if (bytes.at(-1) === LINE) return bytes;
  const whole = new Uint8Array(bytes.length + 1);
  whole.set(bytes);
  whole[bytes.length] = LINE;
  return whole;
}

function headerOf(bytes) {
  const end = bytes.indexOf(LINE);
  return { names: decoder.decode(bytes.subarray(0, end)).trim().split(','), end: end + 1 };
}

const SKIP = 0;
const ID = 1;
const DICTIONARY = 2;
const NUMBER = 3;
const DATE = 4;
const SUFFIX = 5;

function columnOf(name, plan) {
  if (name === 'lead_id') return { kind: ID };
  const rules = plan.fields.filter(({ field }) => field === name);
  if (rules.length === 0) return { kind: SKIP };
  if (rules.every(({ op }) => op === 'within_days')) {
    return { kind: DATE, ranges: rules.map(({ values, points }) => [0, values[0] - 1, points]) };
  }
  if (rules.every(({ op }) => op === 'between' || op === 'ge')) {
    return { kind: NUMBER, ranges: rules.map(({ values: [from, to = Infinity], points }) => [from, to, points]) };
  }
  if (rules.every(({ op }) => op === 'ends_with')) {
    const encoder = new TextEncoder();
    return {
      kind: SUFFIX,
      rules: rules.map(({ values, points }) => ({
        ends: values.map((one) => encoder.encode(one.toLowerCase())),
        points,
      })),
    };
  }
  const meaning = (text) => {
    const folded = text.toLowerCase();
    return text === '' ? 0 : rules.reduce((sum, rule) => sum + (matches(rule, folded) ? rule.points : 0), 0);
  };
  return { kind: DICTIONARY, dictionary: new Dictionary(meaning) };
}

function numberAt(bytes, a, b) {
  let x = 0;
  for (let i = a; i < b; i++) {
    const digit = bytes[i] - 48;
    if (digit < 0 || digit > 9) return Number(textOf(bytes, a, b));
    x = x * 10 + digit;
  }
  return x;
}

function pointsOf(ranges, x) {
  let points = 0;
  for (let i = 0; i < ranges.length; i++) if (x >= ranges[i][0] && x <= ranges[i][1]) points += ranges[i][2];
  return points;
}

function endsWith(bytes, a, b, end) {
  let p = b - end.length;
  if (p < a) return false;
  for (let i = 0; i < end.length; i++, p++) {
    const c = bytes[p];
    if (c !== end[i] && (c < 65 || c > 90 || c + 32 !== end[i])) return false;
  }
  return true;
}

function readLeads(bytes, plan) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const { names, end: start } = headerOf(bytes);
  const columns = names.map((name) => columnOf(name, plan));
  const kinds = Uint8Array.from(columns, ({ kind }) => kind);
  const ids = new Ids();
  let fit = new Int32Array(1 << 12);
  let idAt = new Int32Array(1 << 12);
  for (let p = start; p < bytes.length; ) {
    let points = 0;
    let index = -1;
    for (let col = 0; col < kinds.length; col++) {
      const kind = kinds[col];
      let a = p;
      let b = p;
      let hash = 0;
      if (bytes[p] === QUOTE) {
        a = ++p;
        for (; bytes[p] !== QUOTE || bytes[++p] === QUOTE; p++) hash = (Math.imul(hash, 31) + bytes[p]) | 0;
        b = p - 1;
      } else if (kind === DICTIONARY) {
        for (let c = bytes[p]; c !== COMMA && c !== LINE; c = bytes[++p]) hash = (Math.imul(hash, 31) + c) | 0;
        b = p;
      } else {
        for (let c = bytes[p]; c !== COMMA && c !== LINE; c = bytes[++p]);
        b = p;
      }
      p++;
      if (kind === SKIP) continue;
      if (b > a && bytes[b - 1] === 13) b--;
      if (b === a) continue;
      if (kind === ID) {
        if (b - a > 16) throw Error('an id over 16 bytes');
        const keep = (b - a) * 4;
        const k2 = b - a > 8 ? view.getInt32(a + 8, true) & keepBits[keep + 2] : 0;
        const k3 = b - a > 12 ? view.getInt32(a + 12, true) & keepBits[keep + 3] : 0;
        const k1 = view.getInt32(a + 4, true) & keepBits[keep + 1];
        index = ids.add(view.getInt32(a, true) & keepBits[keep], k1, k2, k3);
        if (index === fit.length) {
          fit = grown(fit);
          idAt = grown(idAt);
        }
        idAt[index] = a;
      } else if (kind === DICTIONARY) {
        points += columns[col].dictionary.find(bytes, a, b, hash);
      } else if (kind === NUMBER) {
        points += pointsOf(columns[col].ranges, numberAt(bytes, a, b));
      } else if (kind === DATE) {
        points += pointsOf(columns[col].ranges, AS_OF_DAY - dayAt(bytes, a));
      } else {
        for (const { ends, points: given } of columns[col].rules) {
          for (let i = 0; i < ends.length; i++) {
            if (endsWith(bytes, a, b, ends[i])) {
              points += given;
              break;
            }
          }
        }
      }
    }
    fit[index] = points;
  }
  return { ids, count: ids.size, fit: fit.subarray(0, ids.size), idAt };
}

function grown(array) {
  const larger = new array.constructor(array.length * 2);
  larger.set(array);
  return larger;
}

// Events fall into kinds: a type that a rule names, and which of the tests of its details hold. Kind 0 is any other type.
function kindsOf(plan) {
  const tests = [...new Set(plan.each.flatMap(({ where }) => where.map((one) => JSON.stringify(one))))];
  const kinds = [{ type: null, held: 0 }];
  const firsts = new Map();
  for (const { type } of [...plan.each, ...plan.windows]) {
    if (firsts.has(type)) continue;
    firsts.set(type, kinds.length);
    const tested = plan.each.some((rule) => rule.type === type && rule.where.length > 0);
    for (let held = 0; held < (tested ? 1 << tests.length : 1); held++) kinds.push({ type, held });
  }
  const bits = (where) => where.reduce((all, one) => all | (1 << tests.indexOf(JSON.stringify(one))), 0);
  const of = (type, wanted) =>
    kinds.flatMap((kind, i) => (kind.type === type && (kind.held & wanted) === wanted ? [i] : []));
  return {
    kinds,
    first: (type) => firsts.get(type) ?? 0,
    tested: (kind) => kinds[kind + 1]?.type === kinds[kind].type,
    held: (folded) => tests.reduce((all, one, i) => all | (matches(JSON.parse(one), folded) ? 1 << i : 0), 0),
    each: plan.each.map((rule) => ({ ...rule, kinds: of(rule.type, bits(rule.where)) })),
    windows: plan.windows.map((rule) => ({ ...rule, kinds: of(rule.type, 0) })),
  };
}

const BATCH = 2048;
const GROUP = 11; // leads of one part of the sort: 2^11

function readEvents(bytes, { ids, count }, kinds) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const { names, end: start } = headerOf(bytes);
  if (names.slice(0, 4).join() !== 'lead_id,type,time,detail') throw Error('other columns');
  const types = new Dictionary((type) => kinds.first(type));
  const details = new Dictionary((detail) => (detail === '' ? 0 : kinds.held(detail.toLowerCase())));
  const tested = Uint8Array.from(kinds.kinds, (_, kind) => (kinds.tested(kind) ? 1 : 0));
  const keys = new Int32Array(BATCH * 4);
  const packed = new Int32Array(BATCH);
  let leads = new Int32Array(1 << 16);
  let acts = new Int32Array(1 << 16);
  let size = 0;
  let rows = 0;
  let batch = 0;
  for (let p = start; p < bytes.length || batch > 0; ) {
    // Ids are looked up many at a time, so that the misses of the cache overlap.
    if (batch === BATCH || p >= bytes.length) {
      while (size + batch > leads.length) {
        leads = grown(leads);
        acts = grown(acts);
      }
      for (let i = 0; i < batch; i++) {
        const lead = ids.find(keys[i * 4], keys[i * 4 + 1], keys[i * 4 + 2], keys[i * 4 + 3]);
        leads[size] = lead;
        acts[size] = packed[i];
        size += lead >= 0 ? 1 : 0;
      }
      rows += batch;
      batch = 0;
      if (p >= bytes.length) break;
    }
    let a = p;
    if (bytes[p] === QUOTE) {
      a = ++p;
      while (bytes[p] !== QUOTE) p++;
    } else {
      while (bytes[p] !== COMMA) p++;
    }
    const length = p - a;
    if (length > 16) throw Error('an id over 16 bytes');
    const keep = length * 4;
    keys[batch * 4] = view.getInt32(a, true) & keepBits[keep];
    keys[batch * 4 + 1] = view.getInt32(a + 4, true) & keepBits[keep + 1];
    keys[batch * 4 + 2] = length > 8 ? view.getInt32(a + 8, true) & keepBits[keep + 2] : 0;
    keys[batch * 4 + 3] = length > 12 ? view.getInt32(a + 12, true) & keepBits[keep + 3] : 0;
    p += bytes[p] === QUOTE ? 2 : 1;

    a = p;
    let hash = 0;
    for (let c = bytes[p]; c !== COMMA; c = bytes[++p]) hash = (Math.imul(hash, 31) + c) | 0;
    let kind = types.find(bytes, a, p, hash);
    p++;

    const day = dayAt(bytes, p);
    if (bytes[p + 23] !== 90 || bytes[p + 24] !== COMMA) throw Error(`no time in UTC at byte ${p}`);
    p += 25;

    if (tested[kind] === 1) {
      hash = 0;
      if (bytes[p] === QUOTE) {
        a = ++p;
        for (; bytes[p] !== QUOTE || bytes[++p] === QUOTE; p++) hash = (Math.imul(hash, 31) + bytes[p]) | 0;
        kind += details.find(bytes, a, p - 1, hash);
      } else {
        a = p;
        for (let c = bytes[p]; c !== COMMA; c = bytes[++p]) hash = (Math.imul(hash, 31) + c) | 0;
        kind += details.find(bytes, a, p, hash);
      }
    }
    for (let c = bytes[p]; c !== LINE; c = bytes[++p]) {
      if (c === QUOTE) for (p++; bytes[p] !== QUOTE; p++);
    }
    p++;
    packed[batch++] = (day << 8) | kind;
  }
  return { ...sortByLead(leads, acts, size, count), rows };
}

// A counting sort in two passes, each within the caches.
function sortByLead(leads, acts, size, count) {
  const parts = (count >> GROUP) + 1;
  const ends = new Int32Array(parts + 1);
  for (let i = 0; i < size; i++) ends[(leads[i] >> GROUP) + 1]++;
  for (let i = 0; i < parts; i++) ends[i + 1] += ends[i];
  const next = ends.slice();
  const partLeads = new Int32Array(size);
  const partActs = new Int32Array(size);
  for (let i = 0; i < size; i++) {
    const to = next[leads[i] >> GROUP]++;
    partLeads[to] = leads[i];
    partActs[to] = acts[i];
  }
  const offsets = new Int32Array(count + 1);
  for (let i = 0; i < size; i++) offsets[partLeads[i] + 1]++;
  for (let i = 0; i < count; i++) offsets[i + 1] += offsets[i];
  const places = offsets.slice(0, count);
  const sorted = acts.length > size ? acts.subarray(0, size) : acts;
  for (let i = 0; i < size; i++) sorted[places[partLeads[i]]++] = partActs[i];
  return { offsets, acts: sorted };
}

// Calls give(lead, sums by kind, counts by window rule, days since the last event) for each lead.
function tally({ offsets, acts }, { kinds, windows }, from, to, idleDays, give) {
  const sums = new Float64Array(kinds.length);
  const counts = new Int32Array(windows.length);
  const limits = Int32Array.from(windows, ({ days: limit }) => limit);
  const rulesOf = kinds.map((_, kind) => windows.flatMap((rule, i) => (rule.kinds.includes(kind) ? [i] : [])));
  const horizon = Math.max(idleDays, 0, ...limits);
  for (let lead = from; lead < to; lead++) {
    sums.fill(0);
    counts.fill(0);
    let last = MAX_AGE;
    for (let i = offsets[lead], end = offsets[lead + 1]; i < end; i++) {
      const act = acts[i];
      const age = AS_OF_DAY - (act >>> 8);
      if (age < 0) continue;
      const kind = act & 255;
      sums[kind] += ages[Math.min(age, MAX_AGE)];
      if (age < horizon) {
        if (age < last) last = age;
        const rules = rulesOf[kind];
        for (let r = 0; r < rules.length; r++) if (age < limits[rules[r]]) counts[rules[r]]++;
      }
    }
    give(lead, sums, counts, last);
  }
}

// Sums of weights of a rule from those by kind.
function sumOf(kinds, sums) {
  let sum = 0;
  for (let i = 0; i < kinds.length; i++) sum += sums[kinds[i]];
  return sum;
}

// Engagement of leads [from, to), and the sums of each rule where they are wanted.
function engagementOf(events, plan, from, to, columns) {
  const kinds = kindsOf(plan);
  const { each, windows } = kinds;
  const { idle } = plan;
  const engagement = new Int32Array(to - from);
  tally(events, kinds, from, to, Math.max(0, ...idle.map((rule) => rule.days)), (lead, sums, counts, last) => {
    let points = 0;
    for (let i = 0; i < each.length; i++) {
      const sum = sumOf(each[i].kinds, sums);
      if (sum > 0) points += eachPoints(each[i], sum);
      if (columns) columns[i][lead - from] = sum;
    }
    for (let i = 0; i < windows.length; i++) if (counts[i] >= windows[i].atLeast) points += windows[i].points;
    for (let i = 0; i < idle.length; i++) if (last >= idle[i].days) points += idle[i].points;
    engagement[lead - from] = points;
  });
  return engagement;
}

export async function create(inputs) {
  const leadBytes = closed(inputs.leads);
  const eventBytes = closed(inputs.events);
  let data = null;
  let kept = null; // what an edit of points starts from
  const load = (plan) => {
    data = null;
    kept = null;
    const leads = readLeads(leadBytes, plan);
    data = { ...leads, events: readEvents(eventBytes, leads, kindsOf(plan)) };
  };
  const score = (plan, columns) => engagementOf(data.events, plan, 0, data.count, columns);
  const need = ({ base }) => {
    const plan = planOf(base);
    if (!data) load(plan);
    if (kept) return;
    const columns = plan.each.map(() => new Float64Array(data.count));
    kept = { plan, columns, engagement: score(plan, columns) };
  };
  return {
    setup: { points: need, threshold: need, condition: need, explain: need },
    ingest: ({ rules }) => {
      load(planOf(rules));
      return { leads: data.count, events: data.events.rows };
    },
    'end-to-end': ({ rules }) => {
      const plan = planOf(rules);
      load(plan);
      return summary(data.fit, score(plan), classifier(plan));
    },
    points: ({ rules }) => {
      const plan = planOf(rules);
      const engagement = kept.engagement.slice();
      plan.each.forEach((rule, i) => {
        const old = kept.plan.each[i];
        if (rule.points === old.points && rule.max === old.max) return;
        const sums = kept.columns[i];
        for (let lead = 0; lead < sums.length; lead++) {
          if (sums[lead] > 0) engagement[lead] += eachPoints(rule, sums[lead]) - eachPoints(old, sums[lead]);
        }
      });
      return summary(data.fit, engagement, classifier(plan));
    },
    threshold: ({ rules }) => summary(data.fit, kept.engagement, classifier(planOf(rules))),
    condition: ({ rules }) => {
      const plan = planOf(rules);
      return summary(data.fit, score(plan), classifier(plan));
    },
    explain: ({ rules, lead }) => {
      const id = new Int32Array(4);
      new TextEncoder().encodeInto(lead, new Uint8Array(id.buffer));
      const index = data.ids.find(...id);
      const [engagement] = engagementOf(data.events, planOf(rules), index, index + 1);
      return { total: data.fit[index] + engagement };
    },
    scores: ({ rules }) => {
      const plan = planOf(rules);
      load(plan);
      const engagement = score(plan);
      const classify = classifier(plan);
      const digest = new Digest();
      for (let i = 0; i < data.count; i++) {
        const a = data.idAt[i];
        const id = textOf(leadBytes, a, leadBytes.indexOf(COMMA, a));
        digest.add(id, data.fit[i], data.fit[i] + engagement[i], classify(data.fit[i], engagement[i]));
      }
      return digest;
    },
  };
}
