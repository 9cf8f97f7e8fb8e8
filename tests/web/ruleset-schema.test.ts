// Holds rules/ruleset.schema.json to the parser: tests/rules/cases_test.cc reads the same files.
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';

const schema = JSON.parse(readFileSync('rules/ruleset.schema.json', 'utf8'));
const validate = new Ajv2020({ strict: true, strictRequired: false, allErrors: true, coerceTypes: false }).compile(
  schema,
);

const files = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json') && name !== 'ruleset.schema.json')
    .map((name) => `${folder}/${name}`);
const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** The paths of the errors in the file of expected issues beside a rule file. */
const faultPaths = (path: string) =>
  readFileSync(path.replace(/json$/, 'issues'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('error '))
    .map((line) => line.split(' ')[2]!.replace(/^\.$/, ''));

const cases = 'tests/cases/rulesets';

describe('rules/ruleset.schema.json', () => {
  it.each([...files(`${cases}/valid`), ...files('rules'), ...files('rules/presets')])('accepts %s', (path) => {
    expect(validate(read(path)), JSON.stringify(validate.errors, null, 1)).toBe(true);
  });

  it.each(files(`${cases}/invalid/shape`))('refuses %s', (path) => {
    expect(validate(read(path))).toBe(false);
    // Each fault that the parser finds, the schema finds there or one level above.
    const seen = new Set(validate.errors?.map((error) => error.instancePath));
    const missed = faultPaths(path).filter((at) => !seen.has(at) && !seen.has(at.slice(0, at.lastIndexOf('/'))));
    expect(missed).toEqual([]);
  });

  it.each(files(`${cases}/invalid/meaning`))('cannot see what is wrong in %s', (path) => {
    expect(validate(read(path)), JSON.stringify(validate.errors, null, 1)).toBe(true);
  });

  it('describes every key', () => {
    const bare: string[] = [];
    const visit = (node: unknown, at: string): void => {
      if (typeof node !== 'object' || node === null) return;
      const { type, properties } = node as {
        type?: unknown;
        properties?: Record<string, { description?: string; $ref?: string }>;
      };
      if (type === 'object' && properties) {
        for (const [key, value] of Object.entries(properties)) {
          const target = value.$ref && schema.$defs[value.$ref.replace('#/$defs/', '')];
          if (!value.description && !target?.description) bare.push(`${at}/${key}`);
        }
      }
      for (const [key, value] of Object.entries(node)) visit(value, `${at}/${key}`);
    };
    visit(schema, '');
    expect(bare).toEqual([]);
  });
});
