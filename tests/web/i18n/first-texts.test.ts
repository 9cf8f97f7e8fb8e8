import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { isFirst } from '../../../web/compiled-messages';

const web = resolve(import.meta.dirname, '../../../web/src');
const keys = Object.keys(JSON.parse(readFileSync(resolve(web, 'i18n/en.json'), 'utf8')));

// What a file imports before anything is shown. Sentences of rules are told by later screens alone.
function importsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  const names = [...source.matchAll(/^(?:import|export) (?!type\b)(?:[^'";]*? from )?'(\.[^']*)'/gm)];
  return names
    .map(([, name = '']) => resolve(dirname(file), name))
    .flatMap((path) => [`${path}.ts`, `${path}.tsx`, `${path}/index.ts`, `${path}/index.tsx`].filter(existsSync))
    .filter((path) => !path.startsWith(resolve(web, 'ruleset/')));
}

function reached(from: string, found = new Set<string>()): Set<string> {
  if (found.has(from)) return found;
  found.add(from);
  for (const file of importsOf(from)) reached(file, found);
  return found;
}

it('has every text of the first screen in the first load', () => {
  const files = [...reached(resolve(web, 'main.tsx'))];
  expect(files).toContain(resolve(web, 'features/results/headline.tsx'));
  const code = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  const families = [...code.matchAll(/`([a-z_.]+\.)\$\{/g)].map(([, family = '']) => family);
  const used = keys.filter((key) => code.includes(`'${key}'`) || families.some((family) => key.startsWith(family)));
  // A term is told there by its name; its meaning is a chunk of its own.
  const missing = used.filter((key) => !isFirst(key) && !/^term\..*\.(meaning|example)$/.test(key));
  expect(missing).toEqual([]);
});
