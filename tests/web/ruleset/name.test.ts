import { expect, it } from 'vitest';
import { nameIn, ruleCountIn, withName } from '../../../web/src/ruleset/name';

it('reads the name of a rule file', () => {
  expect(nameIn('{ "name": " Spring " }')).toBe('Spring');
  for (const text of ['{}', '{ "name": 7 }', 'null', '[]', '{ "name": ']) expect(nameIn(text)).toBe('');
});

it('replaces the name and no other character', () => {
  expect(withName('{ "a": 1,\n  "name" : "Old", "b": 2 }', 'A "new" one')).toBe(
    '{ "a": 1,\n  "name" : "A \\"new\\" one", "b": 2 }',
  );
  expect(withName('{ "fields": { "name": {} }, "name": "Old" }', 'New')).toBe(
    '{ "fields": { "name": {} }, "name": "New" }',
  );
});

it('adds a name that is missing', () => {
  expect(JSON.parse(withName('{"rules": []}', 'New'))).toEqual({ name: 'New', rules: [] });
  expect(JSON.parse(withName(' {}', 'New'))).toEqual({ name: 'New' });
});

it('leaves what is no rule file as it is', () => {
  for (const text of ['', '[1]', 'null', '{ "name": ', '"x"']) expect(withName(text, 'New')).toBe(text);
});

it('counts the rules', () => {
  expect(ruleCountIn('{ "rules": [{}, {}] }')).toBe(2);
  for (const text of ['{}', '{ "rules": {} }', 'null', '{']) expect(ruleCountIn(text)).toBe(0);
});
