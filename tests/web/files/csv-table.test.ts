import { expect, it } from 'vitest';
import { CsvTable } from '../../../web/src/files/csv-table';
import { bytesOf, readingOf, textOf } from './containers';

const written = async (fill: (table: CsvTable) => void, header?: string[]) => {
  const table = new CsvTable(readingOf(0), bytesOf(''));
  fill(table);
  const file = table.finish(header);
  return file && (await textOf(file));
};

it('rows are filled up to the widest before them', async () => {
  const rows = [['a title; two'], ['a', 'b', 'c'], ['1'], [], ['1', '2', '3', '4']];
  expect(await written((table) => rows.forEach((row) => void table.row(row)))).toBe(
    '"a title; two"\na,b,c\n1,,\n,,\n1,2,3,4\n',
  );
});

it('gaps are written between rows, none after the last', async () => {
  const fill = (table: CsvTable) => {
    table.gap(1);
    table.row(['a', 'b']);
    table.gap(2);
    table.row(['1', '2']);
    table.gap(5);
  };
  expect(await written(fill)).toBe('\na,b\n\n\n1,2\n');
  expect(await written((table) => table.gap(5))).toBeNull();
});

it('whatever could be a delimiter is quoted where there are several columns', async () => {
  expect(await written((table) => table.row(['a,b', 'c;d', 'e\tf', 'g|h', 'i"j', 'k\r\nl', ' m ']))).toBe(
    '"a,b","c;d","e\tf","g|h","i""j","k\r\nl", m \n',
  );
  expect(await written((table) => table.row(['a;"b"\n']))).toBe('"a;""b""\n"\n');
});

it('many rows come out whole, under a header that is known only in the end', async () => {
  const rows = Array.from({ length: 30_000 }, (_, at) => [String(at), 'Ж'.repeat(at % 7)]);
  const text = await written((table) => rows.forEach((row) => void table.row(row)), ['n', 't']);
  expect(text).toBe(`n,t\n${rows.map((row) => row.join(',')).join('\n')}\n`);
});
