// The data of the bench: leads.csv and events.csv from a seed alone, written in chunks, so that no size needs much memory.
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { AS_OF } from './job.mjs';

export const SIZES = { S: [10_000, 100_000], M: [100_000, 1_000_000], L: [1_000_000, 10_000_000] };

const DAY = 86_400_000;
const VERSION = 1; // of this generator: another one makes the data anew

// sfc32: small, fast, good enough.
function random(seed) {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = seed | 0;
  let d = 1;
  const next = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 16; i++) next();
  return next;
}

// [weight, value] pairs to a picker.
function picker(pairs) {
  const table = pairs.flatMap(([weight, value]) => Array(weight).fill(value));
  return (u) => table[Math.floor(u * table.length)];
}

// Ids look random, as those of other systems do, and are distinct: the mixing is a bijection of 32 bits.
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';
function leadId(index) {
  let x = index;
  x = Math.imul(x ^ (x >>> 16), 0x45d9f3b) >>> 0;
  x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d) >>> 0;
  x = (x ^ (x >>> 16)) >>> 0;
  let id = '';
  for (let i = 0; i < 7; i++, x = Math.floor(x / 32)) id = DIGITS[x % 32] + id;
  return `L${id}`;
}

const cell = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const levels = picker([
  [2, 'Chief'],
  [1, 'Founder and'],
  [3, 'Director of'],
  [2, 'Director,'],
  [3, 'Head of'],
  [6, 'Manager'],
  [4, 'Senior Manager,'],
  [8, 'Specialist'],
  [6, 'Assistant'],
  [5, 'Coordinator'],
  [4, 'ENGINEER'],
  [3, 'Consultant'],
  [2, 'Trainee'],
  [1, 'Vice-President'],
  [1, 'Președinte'],
]);
const AREAS =
  'Operations,Logistics,Marketing,Sales,Human Resources,Finance,IT,Procurement,Quality,Customer Success,Production,Planning,Research,Legal,Communications,Facilities,Security,Data,Product,Design,Training,Maintenance,Supply Chain,Health and Safety,Compliance,E-commerce,Partnerships,Field Service,Warehouse,Nursing,Transport,Retail,Public Affairs,Accounting,Recruiting,Support'.split(
    ',',
  );
const PLACES = ['', '', '', ', EMEA', ' (Poland)', ' - Night Shift', ', "North"', ' & Growth'];
const industries = picker([
  [3, 'Logistics'],
  [4, 'Manufacturing'],
  [3, 'Healthcare'],
  [3, 'Retail'],
  [2, 'Education'],
  [5, 'Software'],
  [3, 'Finance'],
  [2, 'Construction'],
  [2, 'Public Sector'],
  [1, ''],
]);
const countries = picker([
  [4, 'RO'],
  [4, 'PL'],
  [4, 'DE'],
  [3, 'GB'],
  [2, 'RS'],
  [4, 'US'],
  [3, 'FR'],
  [2, 'IT'],
  [2, 'ES'],
  [1, ''],
]);
const sources = picker([
  [5, 'Organic search'],
  [4, 'Paid search'],
  [2, 'Referral'],
  [1, 'Partner'],
  [3, 'Webinar'],
  [3, 'Trade fair'],
  [2, 'Social'],
]);
const FIRST = 'Ana,Ion,Maria,Piotr,Ştefan,Katarzyna,Jovan,Emma,Lukas,Élodie,Mihai,Zofia,Oliver,Ioana,Marko,Sofía'.split(
  ',',
);
const LAST =
  'Popescu,Kowalski,Ionescu,Nowak,Petrović,Müller,Smith,Dumitru,Wiśniewska,Jones,García,Rossi,Stan,Brown'.split(',');
const CITIES = [
  'Cluj-Napoca',
  'Kraków',
  'Berlin',
  'Leeds',
  'Novi Sad',
  'Portland',
  'Lyon',
  'Torino',
  'Sevilla',
  'Wrocław',
];
const mailHosts = picker([
  [3, 'freemail.example'],
  [2, 'postbox.example'],
]);

function lead(u, index) {
  const first = FIRST[Math.floor(u() * FIRST.length)];
  const last = LAST[Math.floor(u() * LAST.length)];
  const level = levels(u());
  const area = AREAS[Math.floor(u() * AREAS.length)];
  const title = u() < 0.03 ? '' : `${level} ${area}${PLACES[Math.floor(u() * PLACES.length)]}`;
  const company = `Company ${Math.floor(u() * 50_000)}${u() < 0.05 ? ', Ltd.' : ''}`;
  const host = u() < 0.25 ? mailHosts(u()) : `c${Math.floor(u() * 50_000)}.example`;
  const employees = u() < 0.04 ? '' : Math.floor(2 ** (1 + u() * 12.5));
  const created = new Date(AS_OF - Math.floor(u() * 1400) * DAY - Math.floor(u() * DAY)).toISOString().slice(0, 10);
  const phone = u() < 0.3 ? '' : `+40 7${String(Math.floor(u() * 1e8)).padStart(8, '0')}`;
  return (
    `${leadId(index)},u${index}@${host},${first},${last},${cell(title)},${cell(company)},${industries(u())},${employees},` +
    `${countries(u())},${CITIES[Math.floor(u() * CITIES.length)]},${sources(u())},${created},${phone}\n`
  );
}

const types = picker([
  [90, 'page_view'],
  [40, 'email_open'],
  [16, 'email_click'],
  [9, 'content_download'],
  [6, 'webinar_register'],
  [3, 'webinar_attend'],
  [5, 'form_submit'],
  [1, 'demo_request'],
  [1, 'trial_start'],
  [3, 'email_unsubscribe'],
  [20, 'session_start'],
  [6, 'chat_message'],
]);
const pages = picker([
  [3, '/pricing'],
  [1, '/pricing?plan=team'],
  [2, '/Careers'],
  [1, '/about/careers'],
  [12, '/product/shift-planning'],
  [8, '/product/time-tracking'],
  [6, '/customers/stories'],
  [8, '/blog/how-to-plan-a-week'],
  [10, '/'],
  [4, '/integrations/payroll'],
]);
const details = picker([
  [10, 'newsletter-2025-06'],
  [10, 'onboarding-series-3'],
  [6, 'guide-to-shift-work'],
  [4, 'price-list'],
  [4, ''],
]);
const NOTES = ['asked for prices, terms', 'said "call me"', 'wants a demo,\nnext week', 'the "big, blue" plan'];

function event(u, leads) {
  // A few leads do much, many do little, one in seven nothing at all; one event in 500 belongs to nobody.
  const x = u();
  const index = u() < 0.002 ? leads + Math.floor(x * leads) : scatter(Math.floor(x * x * leads * 0.85), leads);
  const type = types(u());
  // More of late; one in 1000 lies after as-of, and does not exist yet.
  const age = u() < 0.001 ? -1 - u() * 5 * DAY : u() ** 1.6 * 730 * DAY;
  const time = new Date(AS_OF - Math.floor(age)).toISOString();
  const detail = u() < 0.03 ? NOTES[Math.floor(u() * NOTES.length)] : type === 'page_view' ? pages(u()) : details(u());
  return `${leadId(index)},${type},${time},${cell(detail)},s${Math.floor(u() * 1e9)}\n`;
}

// Spreads the busy leads over the file: a step prime to the number of leads visits each once.
const scatter = (rank, leads) => (rank * 7_919 + 13) % leads;

function write(path, header, rows, row) {
  const file = openSync(path, 'w');
  let text = header;
  for (let i = 0; i < rows; i++) {
    text += row(i);
    if (text.length > 1 << 20) {
      writeSync(file, text);
      text = '';
    }
  }
  writeSync(file, text);
  closeSync(file);
}

// The folder of the data, made when it is not there with the same parameters.
export function makeData(folder, leads, events, seed = 1) {
  const parameters = JSON.stringify({ version: VERSION, leads, events, seed });
  const stamp = join(folder, 'parameters.json');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== parameters) {
    mkdirSync(folder, { recursive: true });
    const u = random(seed);
    const leadHeader =
      'lead_id,email,first_name,last_name,job_title,company,industry,employees,country,city,lead_source,created_at,phone\n';
    write(join(folder, 'leads.csv'), leadHeader, leads, (index) => lead(u, index));
    write(join(folder, 'events.csv'), 'lead_id,type,time,detail,session\n', events, () => event(u, leads));
    writeFileSync(stamp, parameters);
  }
  return {
    folder,
    leads,
    events,
    leadBytes: statSync(join(folder, 'leads.csv')).size,
    eventBytes: statSync(join(folder, 'events.csv')).size,
  };
}

// A lead with more events than most, to be explained.
export const busyLead = (leads) => leadId(scatter(Math.floor(leads * 0.01), leads));
