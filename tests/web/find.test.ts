import { expect, it } from 'vitest';
import { found, likeness } from '../../web/src/find';

const names = [
  'Opens an e-mail',
  'Price list',
  'From reading to prices',
  'Bosnian: Đorđe',
  'Polish: Łódź',
  'Enterprise',
];
const find = (typed: string) => found(names, typed, (name) => name);

it('finds every word typed, anywhere and in any order', () => {
  expect(find('list price')).toEqual(['Price list']);
  expect(find('to reading')).toEqual(['From reading to prices']);
  expect(find('price mail')).toEqual([]);
});

it('puts first what begins so, then what has a word that begins so', () => {
  expect(find('pri')).toEqual(['Price list', 'From reading to prices', 'Enterprise']);
});

it('minds neither case nor marks', () => {
  expect(find('DORDE')).toEqual(['Bosnian: Đorđe']);
  expect(find('lodz')).toEqual(['Polish: Łódź']);
  expect(likeness('ȘEF DE TURĂ', 'șef tura')).toBeGreaterThan(0);
});

it('finds everything, in its order, where nothing is typed', () => {
  expect(find('  ')).toEqual(names);
});
