import { describe, expect, it } from 'vitest';
import {
  choiceFrom,
  type DraftFile,
  documentKind,
  filesOf,
  isUntold,
  mappingOf,
  type Origin,
  problemsOf,
  withField,
  withFile,
} from '../../../web/src/import/draft';
import type { ColumnReading, FileChoice, FileKind, Understanding } from '../../../web/src/import/protocol';

const column = (header: string, field: string | null): ColumnReading => ({
  header,
  field,
  type: 'text',
  confidence: 1,
  samples: [],
});
const reading = (kind: FileKind, columns: ColumnReading[] = []) => ({ kind, columns }) as Understanding;
const draft = (name: string, kind: FileKind, choice: FileChoice = {}, columns?: ColumnReading[]): DraftFile => ({
  name,
  path: name,
  file: new Blob(),
  choice,
  reading: reading(kind, columns),
});
const origin = (...files: DraftFile[]): Origin => ({ files, options: {}, report: null, issues: [] });
const names = (files: DraftFile[]) => files.map(({ name }) => name);

describe('the files that a draft is used with', () => {
  const leads = draft('leads', 'leads');
  const events = draft('events', 'events');

  it('are its own, without costs', () => {
    expect(names(filesOf([leads, events, draft('costs', 'costs')], null))).toEqual(['leads', 'events', 'costs']);
  });

  it('are events with the leads that are there, when it has none', () => {
    expect(names(filesOf([events], origin(leads, draft('old events', 'events'))))).toEqual(['leads', 'events']);
    expect(names(filesOf([events], null))).toEqual(['events']);
    const costs = draft('costs', 'costs');
    expect(names(filesOf([costs], origin(leads, events)))).toEqual(['leads', 'events', 'costs']);
    expect(names(filesOf([costs], origin(leads, draft('old costs', 'costs'))))).toEqual(['leads', 'costs']);
    expect(names(filesOf([events], origin(leads, costs)))).toEqual(['leads', 'costs', 'events']);
    expect(names(filesOf([leads], origin(leads, costs)))).toEqual(['leads']);
    expect(names(filesOf([draft('touches', 'both')], origin(leads)))).toEqual(['touches']);
  });

  it('take the place of one of their path', () => {
    expect(names(withFile([leads, events], { ...leads, name: 'newer' }))).toEqual(['newer', 'events']);
  });
});

describe('what is said of files', () => {
  const columns = [column('Mail', 'email'), column('Mail', null), column('Ort', 'city')];
  const file = draft('people.csv', 'leads', { zone: 'Europe/Warsaw' }, columns);

  it('goes into a mapping file and comes out of it, by name', () => {
    const mapping = mappingOf([file], { orphans: 'leads' });
    expect(mapping).toEqual({
      format: 'mqlab-mapping/1',
      orphans: 'leads',
      files: [
        {
          name: 'people.csv',
          zone: 'Europe/Warsaw',
          kind: 'leads',
          columns: [
            { header: 'Mail', field: 'email' },
            { header: 'Ort', field: 'city' },
          ],
        },
      ],
    });
    const said = choiceFrom(mapping, 'people.csv', reading('leads'));
    expect(said).toMatchObject({ zone: 'Europe/Warsaw', kind: 'leads' });
    expect(said).not.toHaveProperty('name');
  });

  it('is found by the most columns, if the file has them all', () => {
    const entry = (name: string, ...headers: string[]) => ({
      name,
      columns: headers.map((header) => ({ header, field: 'email' })),
    });
    const mapping = {
      format: 'mqlab-mapping/1',
      files: [entry('a', 'Mail'), entry('b', 'Mail', 'Ort'), entry('c', 'X')],
    };
    expect(choiceFrom(mapping as never, 'next month.csv', file.reading)?.columns).toHaveLength(2);
    expect(choiceFrom(mapping as never, 'other.csv', reading('leads', [column('Y', null)]))).toBeNull();
  });

  it('gives a field to one column alone', () => {
    expect(withField(file.reading, 1, 'email')).toEqual([
      { header: 'Mail', field: '' },
      { header: 'Mail', field: 'email' },
      { header: 'Ort', field: 'city' },
    ]);
    expect(withField(file.reading, 0, '')?.[0]).toEqual({ header: 'Mail', field: '' });
  });

  it('leaves a file untold when it is only what it is', () => {
    expect(isUntold([draft('a', 'leads'), draft('b', 'events', { kind: 'events' })])).toBe(true);
    expect(isUntold([file])).toBe(false);
  });
});

it('problems of a file are issues with their places', () => {
  const problems = [
    { code: 'bad_cell', severity: 'warning' as const, header: 'Employees', row: 3, column: 2, args: ['x'] },
  ];
  const report = problemsOf({ problems, problem_counts: { bad_cell: 7 } } as unknown as Understanding);
  expect(report).toEqual({
    issues: [{ code: 'bad_cell', severity: 'warning', path: 'Employees', line: 3, column: 2, args: ['x'] }],
    counts: [{ code: 'bad_cell', count: 7 }],
  });
});

it('tells documents of ours from data', () => {
  expect(documentKind('{"format": "mqlab-mapping/1"}')).toBe('mapping');
  expect(documentKind(' {"format": "mqlab/1"}')).toBe('rules');
  expect(documentKind('{"scores": {}, "rules": []}')).toBe('rules');
  expect(documentKind('{"rules": [1]}')).toBeNull();
  expect(documentKind('[{"format": "mqlab/1"}]')).toBeNull();
  expect(documentKind('{broken')).toBeNull();
});
