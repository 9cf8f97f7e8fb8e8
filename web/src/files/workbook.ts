// The parts of a workbook that say how its sheets are to be read.
import type { Archive } from './archive';
import { builtInMoment, type Moment, momentOf } from './cell-date';
import { type Reading, Refused } from './reading';
import { TextRuns } from './text-runs';
import { type Attributes, readXml, type XmlReader } from './xml';

export interface Sheet {
  name: string;
  hidden: boolean;
  /** Of its part in the archive. */
  path: string;
}

export interface Workbook {
  sheets: Sheet[];
  since1904: boolean;
  texts: string[];
  /** By the number of a cell's style. */
  moments: (Moment | null)[];
}

interface Relation {
  type: string;
  target: string;
}

const yes = (flag: string | undefined): boolean => flag === '1' || flag === 'true';
const kindOfRelation = (type = ''): string => type.slice(type.lastIndexOf('/') + 1);

// An attribute whose prefix each program chooses: r:id.
const prefixed = (attributes: Attributes, name: string): string | undefined =>
  Object.entries(attributes).find(([key]) => key.endsWith(`:${name}`))?.[1];

/** The path that a part names another by. */
function resolve(from: string, target: string): string {
  const steps: string[] = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** Parts are found whatever the case of their names, and with the backslashes that some programs write. */
export class Parts {
  readonly #archive: Archive;
  readonly #reading: Reading;
  readonly #paths = new Map<string, string>();

  constructor(archive: Archive, reading: Reading) {
    this.#archive = archive;
    this.#reading = reading;
    for (const path of archive.paths()) this.#paths.set(path.replaceAll('\\', '/').toLowerCase(), path);
  }

  has(path: string): boolean {
    return this.#paths.has(path.toLowerCase());
  }

  async read(path: string, to: XmlReader): Promise<void> {
    const real = this.#paths.get(path.toLowerCase());
    if (real === undefined) throw new Refused('damaged', 'XLSX');
    await readXml(this.#archive.chunks(real), to, this.#reading);
  }

  async relations(of: string): Promise<Map<string, Relation>> {
    const relations = new Map<string, Relation>();
    const cut = of.lastIndexOf('/') + 1;
    const path = `${of.slice(0, cut)}_rels/${of.slice(cut)}.rels`;
    if (!this.has(path)) return relations;
    await this.read(path, {
      open(name, { Id = '', Type, Target = '' }) {
        if (name === 'Relationship') relations.set(Id, { type: kindOfRelation(Type), target: resolve(of, Target) });
      },
    });
    return relations;
  }
}

async function sharedTexts(parts: Parts, path: string): Promise<string[]> {
  const texts: string[] = [];
  const runs = new TextRuns();
  await parts.read(path, {
    open: (name) => runs.open(name),
    text: (text) => runs.text(text),
    close(name) {
      runs.close(name);
      if (name === 'si') texts.push(runs.take());
    },
  });
  return texts;
}

async function momentsOf(parts: Parts, path: string): Promise<(Moment | null)[]> {
  const own = new Map<number, Moment | null>();
  const styles: number[] = [];
  let within = '';
  await parts.read(path, {
    open(name, { numFmtId, formatCode = '' }) {
      if (name === 'numFmts' || name === 'cellXfs') within = name;
      if (name === 'numFmt' && within === 'numFmts') own.set(Number(numFmtId), momentOf(formatCode));
      if (name === 'xf' && within === 'cellXfs') styles.push(Number(numFmtId ?? 0));
    },
    close(name) {
      if (name === within) within = '';
    },
  });
  return styles.map((format) => (own.has(format) ? own.get(format)! : builtInMoment(format)));
}

export async function openWorkbook(parts: Parts): Promise<Workbook> {
  const root = [...(await parts.relations('')).values()].find(({ type }) => type === 'officeDocument')?.target ?? '';
  if (root.endsWith('.bin')) throw new Refused('other_workbook', 'XLSB');
  if (root.startsWith('word/')) throw new Refused('no_table', 'Word');
  if (root.startsWith('ppt/')) throw new Refused('no_table', 'PowerPoint');
  const relations = await parts.relations(root);
  const sheets: Sheet[] = [];
  let since1904 = false;
  await parts.read(root, {
    open(name, attributes) {
      if (name === 'workbookPr') since1904 = yes(attributes.date1904);
      if (name !== 'sheet') return;
      const part = relations.get(prefixed(attributes, 'id') ?? '');
      if (part?.type !== 'worksheet') return; // a chart has a sheet of its own
      const hidden = (attributes.state ?? 'visible') !== 'visible';
      sheets.push({ name: attributes.name ?? '', hidden, path: part.target });
    },
  });
  const partOf = (kind: string) => [...relations.values()].find(({ type }) => type === kind)?.target;
  const texts = partOf('sharedStrings');
  const styles = partOf('styles');
  return {
    sheets,
    since1904,
    texts: texts === undefined ? [] : await sharedTexts(parts, texts),
    moments: styles === undefined ? [] : await momentsOf(parts, styles),
  };
}
