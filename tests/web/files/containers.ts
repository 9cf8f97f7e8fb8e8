// Containers to read, and their tables as text.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { zipSync } from 'fflate';
import type { FileBytes } from '../../../web/src/engine/file-bytes';
import { LIMITS, type Limits } from '../../../web/src/files/limits';
import { Reading } from '../../../web/src/files/reading';
import { tablesOf } from '../../../web/src/files/tables-of';

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
export const textOf = async (file: FileBytes): Promise<string> => new Blob([file]).text();

/** A file that a program wrote, of tests/imports/containers. */
export const fixture = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(resolve(import.meta.dirname, '../../imports/containers', name)));

export function zipOf(entries: Record<string, string | Uint8Array>): Uint8Array<ArrayBuffer> {
  const all = Object.entries(entries).map(([path, held]) => [path, typeof held === 'string' ? bytesOf(held) : held]);
  return zipSync(Object.fromEntries(all)) as Uint8Array<ArrayBuffer>;
}

/** Its tables by name, and its refusals as "name: code args". */
export async function tablesIn(name: string, file: FileBytes, limits: Partial<Limits> = {}) {
  const { tables, refusals } = await tablesOf(name, file, { ...LIMITS, ...limits }, async () => true);
  return {
    tables: Object.fromEntries(await Promise.all(tables.map(async (table) => [table.name, await textOf(table.file)]))),
    refusals: refusals.map((refusal) => [`${refusal.name}: ${refusal.code}`, ...refusal.args].join(' ')),
  };
}

export const readingOf = (bytes: number, limits: Partial<Limits> = {}): Reading =>
  new Reading({ ...LIMITS, ...limits }, bytes, async () => true);

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a workbook with one sheet "S" of this `sheetData`; `more` are further parts, or others in their place. */
export function partsOf(sheetData: string, more: Record<string, string | Uint8Array> = {}) {
  return {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships><Relationship Id="a" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="${OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><cellStyleXfs><xf numFmtId="22"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="10"/></cellXfs><dxfs><dxf><numFmt numFmtId="164" formatCode="0.00"/></dxf></dxfs></styleSheet>',
    'xl/sharedStrings.xml':
      '<sst><si><t>first</t></si><si><r><t xml:space="preserve">in two </t></r><r><t>runs</t></r></si></sst>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheetData}</sheetData></worksheet>`,
    ...more,
  };
}

/** The sheet "S" as CSV, or what was refused. */
export async function sheetAsCsv(sheetData: string, more: Record<string, string> = {}, limits: Partial<Limits> = {}) {
  const { tables, refusals } = await tablesIn('b.xlsx', zipOf(partsOf(sheetData, more)), limits);
  return refusals.length > 0 ? refusals.join('\n') : (tables['b.xlsx: S'] ?? '');
}
