// Growth as pictures: time and memory over the size of the data, time over the number of rules. Both axes logarithmic, so that
// what grows in proportion is a straight line of slope one.
import { writeFileSync } from 'node:fs';
import { IMPLEMENTATIONS } from './implementations.mjs';

const COLOURS = ['#0b6e4f', '#d1495b', '#30638e', '#8d6a9f', '#b5651d', '#5f6b6d', '#2a9d8f', '#9a8c00'];
const WIDTH = 760;
const HEIGHT = 420;
const LEFT = 70;
const RIGHT = 210;
const TOP = 40;
const BOTTOM = 50;

const powers = (low, high) => {
  const from = Math.floor(Math.log10(low));
  return Array.from({ length: Math.ceil(Math.log10(high)) - from + 1 }, (_, i) => 10 ** (from + i));
};
const tick = (x) => (x >= 1e6 ? `${x / 1e6} M` : x >= 1e3 ? `${x / 1e3} k` : String(Number(x.toPrecision(2))));

// series: [{name, colour, points: [[x, y], ...]}]
function plot({ title, x: xTitle, y: yTitle, series, note }) {
  const all = series.flatMap(({ points }) => points);
  const xs = [...new Set(all.map(([x]) => x))].sort((a, b) => a - b);
  const yTicks = powers(Math.min(...all.map(([, y]) => y)), Math.max(...all.map(([, y]) => y)));
  const scale = (low, high, from, to) => (value) =>
    from + ((to - from) * Math.log(value / low)) / (high > low ? Math.log(high / low) : 1);
  const sx = scale(xs[0], xs.at(-1), LEFT + 15, WIDTH - RIGHT);
  const sy = scale(yTicks[0], yTicks.at(-1), HEIGHT - BOTTOM, TOP);
  const text = (x, y, content, more = '') => `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${more}>${content}</text>`;
  const parts = [text(LEFT, 22, title, 'font-size="15" font-weight="600"')];
  for (const y of yTicks) {
    parts.push(`<path d="M${LEFT} ${sy(y).toFixed(1)}H${WIDTH - RIGHT}" stroke="#ddd"/>`);
    parts.push(text(LEFT - 8, sy(y) + 4, tick(y), 'text-anchor="end"'));
  }
  for (const x of xs) parts.push(text(sx(x), HEIGHT - BOTTOM + 20, tick(x), 'text-anchor="middle"'));
  parts.push(text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 10, xTitle, 'text-anchor="middle"'));
  parts.push(text(LEFT - 8, TOP - 6, yTitle, 'text-anchor="end"'));
  // Labels stand at the ends of the lines, moved apart where they would meet.
  let free = TOP;
  const byEnd = series.map((one) => ({
    ...one,
    end: sy(one.points.at(-1)[1]),
  }));
  for (const { name, points, colour, end } of byEnd.sort((a, b) => a.end - b.end)) {
    const dash = name.endsWith('Chromium')
      ? ' stroke-dasharray="6 4"'
      : / 2 /.test(name)
        ? ' stroke-dasharray="2 3"'
        : '';
    const line = points.map(([x, y], i) => `${i ? 'L' : 'M'}${sx(x).toFixed(1)} ${sy(y).toFixed(1)}`).join('');
    parts.push(`<path d="${line}" fill="none" stroke="${colour}" stroke-width="2"${dash}/>`);
    for (const [x, y] of points)
      parts.push(`<circle cx="${sx(x).toFixed(1)}" cy="${sy(y).toFixed(1)}" r="3" fill="${colour}"/>`);
    const at = Math.max(end + 4, free);
    free = at + 15;
    parts.push(text(WIDTH - RIGHT + 10, at, name, `fill="${colour}"`));
  }
  parts.push(text(WIDTH - 8, HEIGHT - 10, note, 'text-anchor="end" font-size="10" fill="#777"'));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="system-ui, sans-serif" ` +
    `font-size="12" fill="#333"><rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>\n${parts.join('\n')}\n</svg>\n`
  );
}

// One colour for an engine wherever it runs. In Chromium the ratios are much the same: of the peers only Node is drawn.
const familyOf = (name) => name.replace(/-2|-chromium/g, '');
const FAMILIES = [...new Set(Object.keys(IMPLEMENTATIONS).map(familyOf))];
const isDrawn = (name) => !name.endsWith('-chromium') || name === 'wasm-chromium';

function seriesOf(results, xOf, yOf) {
  return Object.entries(IMPLEMENTATIONS).flatMap(([name, { title }]) => {
    const points = results
      .filter((one) => one.name === name && isDrawn(name) && yOf(one) > 0)
      .map((one) => [xOf(one), yOf(one)])
      .sort(([a], [b]) => a - b);
    const colour = COLOURS[FAMILIES.indexOf(familyOf(name)) % COLOURS.length];
    return points.length > 1 ? [{ name: title, points, colour }] : [];
  });
}

export function drawPlots({ machine, data, results, growth = [] }, folder) {
  const whole = results.filter(({ phase }) => phase === 'end-to-end');
  const events = ({ size }) => data[size].events;
  const plots = {
    time: {
      title: 'End to end: bytes to scores and counts',
      x: 'events',
      y: 'ms',
      series: seriesOf(whole, events, (one) => one.millis),
    },
    memory: {
      title: 'Peak memory of the process, end to end',
      x: 'events',
      y: 'MB',
      series: seriesOf(whole, events, (one) => one.peakBytes / 1e6),
    },
    rules: {
      title: 'End to end, by the number of rules',
      x: 'rules',
      y: 'ms',
      series: seriesOf(
        growth.filter(({ phase }) => phase === 'end-to-end'),
        ({ rules }) => rules,
        (one) => one.millis,
      ),
    },
  };
  for (const [name, picture] of Object.entries(plots)) {
    if (picture.series.length > 0) writeFileSync(`${folder}/${name}.svg`, plot({ ...picture, note: machine }));
  }
}
