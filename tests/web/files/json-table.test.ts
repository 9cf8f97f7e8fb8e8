import { describe, expect, it } from 'vitest';
import { recordsOf, shapeOf } from '../../../web/src/files/json-structure';
import { bytesOf, fixture, tablesIn, textOf } from './containers';

const asCsv = async (text: string, limits = {}) => {
  const { tables, refusals } = await tablesIn('a.json', bytesOf(text), limits);
  return refusals.length > 0 ? refusals.join() : tables['a.json'];
};

describe('JSON', () => {
  it('of one object a line becomes a table with all their fields', async () => {
    expect((await tablesIn('contacts.ndjson', fixture('contacts.ndjson'))).tables['contacts.ndjson']).toBe(
      'vid,properties.email,properties.firstname,lists,properties.company.name\n' +
        '1,ana@primer.example,Ana,"news;beta",\n2,jan@przyklad.example,,,"Łódź, S.A."\n',
    );
  });

  it('of an object around a list of them becomes that list', async () => {
    expect((await tablesIn('contacts.json', fixture('contacts.json'))).tables['contacts.json']).toBe(
      'id,properties.email,visits,properties.lifecyclestage\n' +
        '1,ana@primer.example,"[{""at"":""2024-03-15"",""url"":""/pricing""}]",\n2,,,lead\n',
    );
  });

  it.each(['data', 'results', 'items', 'contacts', 'anything'])(
    'is the one list of objects, here of "%s"',
    async (key) => {
      expect(await asCsv(`{"n": [1, 2], "o": {"x": [{"no": 1}]}, "${key}" : [ {"a":1} ,{"a":2}], "e": []}`)).toBe(
        'a\n1\n2\n',
      );
    },
  );

  it('of one list, of several, and of none', async () => {
    expect(await asCsv('[{"a":1},{"b":"x"}]')).toBe('a,b\n1,\n,x\n');
    expect(await asCsv('{"a":[{"x":1}],"b":[{"y":1}]}')).toBe('a.json: no_records');
    expect(await asCsv('{"a":1,"tags":["x","y"]}')).toBe('a,tags\n1,"x;y"\n');
    expect(await asCsv('[]')).toBe('a.json: empty');
    expect(await asCsv('[{},{}]')).toBe('a.json: empty');
    expect(await asCsv('[{"a":1},2]')).toBe('a.json: no_records');
    expect(await asCsv('[["a"],["b"]]')).toBe('a.json: no_records');
  });

  it('keeps a field that is null, unless other records have an object there', async () => {
    expect(await asCsv('[{"a":null,"b":null},{"a":{"x":1},"b":null}]')).toBe('b,a.x\n,\n,1\n');
  });

  it('keeps numbers and flags as they are', async () => {
    const record =
      '{"id":12345678901234567890,"pi":3.141592653589793238462,"s":"12345678901234567890","e":1e-7,"t":true,"n":-0.5}';
    expect(await asCsv(record)).toBe(
      'id,pi,s,e,t,n\n12345678901234567890,3.141592653589793238462,12345678901234567890,0.0000001,true,-0.5\n',
    );
  });

  it('keeps texts with brackets, quotes and line breaks', async () => {
    const record = { 'a,"b"': '}]"\\', c: 'x\ny', __proto__x: 'Ж' };
    expect(await asCsv(JSON.stringify([record, record]))).toBe(
      '"a,""b""",c,__proto__x\n"}]""\\","x\ny",Ж\n"}]""\\","x\ny",Ж\n',
    );
    expect(await asCsv('{"__proto__":{"x":1},"y":2}')).toBe('__proto__.x,y\n1,2\n');
  });

  it('may be in UTF-16, or begin with a mark', async () => {
    const utf16 = new Uint8Array(Buffer.from('\ufeff[{"ж":"Ł"}]', 'utf16le'));
    expect((await tablesIn('a.json', utf16)).tables['a.json']).toBe('ж\nŁ\n');
    expect(await asCsv('\ufeff{"a":1}')).toBe('a\n1\n');
  });

  it('is refused where it is damaged', async () => {
    expect(await asCsv('[{"a":1},{"a":tru}]')).toBe('a.json: not_json 2');
    expect(await asCsv('{"a":1}\n{"a":1')).toBe('a.json: damaged JSON');
    expect(await asCsv('{"data":[{"a":1},')).toBe('a.json: damaged JSON');
    expect(await asCsv('{"a":"x')).toBe('a.json: damaged JSON');
    expect(await asCsv('{"a":1}}')).toBe('a.json: damaged JSON');
    expect(await asCsv('{"a":1} oops')).toBe('a.json: no_records');
    const latin1 = Uint8Array.from('[{"a":"\xea"}]', (character) => character.charCodeAt(0));
    expect((await tablesIn('a.json', latin1)).refusals).toEqual(['a.json: damaged JSON']);
  });

  it('is refused beyond the limits', async () => {
    const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
    expect(await asCsv(deep(8))).toBe('a.a.a.a.a.a.a.a\n1\n');
    expect(await asCsv(deep(9))).toBe('a.json: too_deep 8');
    const lists = (levels: number) => `{"a":${'['.repeat(levels - 1)}1${']'.repeat(levels - 1)}}`;
    expect(await asCsv(lists(8))).toBe('a\n"[[[[[[[1]]]]]]]"\n'.replaceAll('"', ''));
    expect(await asCsv(lists(9))).toBe('a.json: too_deep 8');
    expect(await asCsv(`[${'{"a":['.repeat(100_000)}`)).toBe('a.json: too_deep 8');
    expect(await asCsv('{"a":1,"b":2,"c":3}', { columns: 2 })).toBe('a.json: too_many_columns 2');
    expect(await asCsv('{"a":1}\n'.repeat(4), { rows: 3 })).toBe('a.json: too_many_rows 3');
    expect(await asCsv(`{"a":"${'x'.repeat(30)}"}`, { cellBytes: 20 })).toBe('a.json: too_long_cell 0.00001907 1');
    expect(await asCsv(`{"a":"${'x'.repeat(300_000)}`, { recordBytes: 2 ** 17 })).toBe('a.json: damaged JSON');
  });
});

describe('the records of a JSON text', () => {
  const pieces = async function* (text: string, length: number) {
    const bytes = bytesOf(text);
    for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
  };

  it.each([
    ['{"a":"}\\"{"}\n{"b":[{"c":"]"}]}\n', ['{"a":"}\\"{"}', '{"b":[{"c":"]"}]}']],
    ['[{"a":1}, {"ж":"\\\\"}]', ['{"a":1}', '{"ж":"\\\\"}']],
    ['{"x":[],"data":[{"a":{"b":[]}},{"a":2}],"y":{"z":[{"n":1}]}}', ['{"a":{"b":[]}}', '{"a":2}']],
  ])('are the same however it is cut into pieces: %s', async (text, records) => {
    for (let length = 1; length <= text.length; length++) {
      const shape = await shapeOf(pieces(text, length));
      const found: string[] = [];
      for await (const record of recordsOf(pieces(text, length), shape, 1_000, 8))
        found.push(await textOf(record.slice() as never));
      expect(found, `pieces of ${length}`).toEqual(records);
    }
  });

  it('may not be longer than the limit, even if they never end', async () => {
    const endless = async function* () {
      yield bytesOf('[{"a":"');
      for (;;) yield bytesOf('x'.repeat(1_000));
    };
    const read = async () => {
      for await (const _ of recordsOf(endless(), { level: 1, from: 0, until: 1e9 }, 2 ** 20, 8));
    };
    await expect(read()).rejects.toThrow('too_long_record 1');
  });
});
