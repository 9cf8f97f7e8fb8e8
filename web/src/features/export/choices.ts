// What the user chose of an export, and what the engine is asked for.
import { everyLead, type LeadQuery, type RowColumn, type RowFormat, type RowOptions } from '../../engine/protocol';
import { languageNow } from '../../i18n/language';
import { qualifiedStage } from '../../ruleset/qualified';
import type { Ruleset } from '../../ruleset/ruleset';
import type { ToExport } from '../../state/sheet';
import type { ExportColumn } from './columns';
import { type Crm, crms } from './crm';
import type { Encoding } from './encode';
import type { Hiding } from './hide';

export const forms = ['csv', 'xlsx', 'ndjson', 'clipboard', ...crms] as const;
export type Form = (typeof forms)[number];

/** given: those that the sheet was opened for. */
export const leadChoices = ['given', 'all', 'listed', 'qualified'] as const;
export type LeadChoice = (typeof leadChoices)[number];

export const delimiters = [',', ';', '\t'] as const;
export type Delimiter = (typeof delimiters)[number];

export interface ChosenColumn extends ExportColumn {
  on: boolean;
}

export interface Choices {
  leads: LeadChoice;
  form: Form;
  columns: ChosenColumn[];
  delimiter: Delimiter;
  encoding: Encoding;
  decimalComma: boolean;
  /** Text is nothing that a spreadsheet takes for a formula. */
  safe: boolean;
  hiding: Hiding;
}

export const isCrm = (form: Form): form is Crm => (crms as readonly string[]).includes(form);

/** Spreadsheets of all our languages but English part cells by semicolons, and write a decimal comma. */
export function firstChoices(columns: ExportColumn[]): Choices {
  const english = languageNow() === 'en';
  return {
    leads: 'all',
    form: 'csv',
    columns: columns.map((column) => ({ ...column, on: true })),
    delimiter: english ? ',' : ';',
    encoding: 'utf-8-bom',
    decimalComma: !english,
    safe: true,
    hiding: 'none',
  };
}

/** Former choices for what the sheet is opened for now. */
export function openedFor(choices: Choices, toExport: ToExport | null): Choices {
  if (toExport) return { ...choices, leads: 'given', form: toExport.form };
  return choices.leads === 'given' ? { ...choices, leads: 'all' } : choices;
}

/** Former choices for the columns that there are now: other rules or data may have others. */
export function withColumns(choices: Choices, columns: ExportColumn[]): Choices {
  const kept = choices.columns.flatMap((chosen) => {
    const column = columns.find(({ name }) => name === chosen.name);
    return column ? [{ ...chosen, header: column.header }] : [];
  });
  const fresh = columns.filter(({ name }) => !kept.some((each) => each.name === name));
  return { ...choices, columns: [...kept, ...fresh.map((column) => ({ ...column, on: true }))] };
}

export function moveColumn(columns: ChosenColumn[], name: string, by: number): ChosenColumn[] {
  const from = columns.findIndex((column) => column.name === name);
  const column = columns[from];
  return column ? columns.toSpliced(from, 1).toSpliced(from + by, 0, column) : columns;
}

/** The leads; `listed`: those of the list of leads, in its order. */
export function queryOf(leads: Exclude<LeadChoice, 'given'>, ruleset: Ruleset, listed: LeadQuery): LeadQuery {
  if (leads === 'listed') return listed;
  if (leads === 'all') return everyLead;
  const from = qualifiedStage(ruleset);
  return { ...everyLead, stages: (ruleset.stages ?? []).map((_, stage) => stage).filter((stage) => stage >= from) };
}

const hides = ({ hiding, form }: Choices): boolean => hiding !== 'none' && !isCrm(form);

/** The columns of a file that is made for no system in particular. */
export function rowColumns(choices: Choices): RowColumn[] {
  return choices.columns
    .filter(({ on }) => on)
    .map(({ name, personal }) => ({ name, header: '', stages: [], hidden: personal && hides(choices) }));
}

export const hidesAny = (columns: RowColumn[]): boolean => columns.some(({ hidden }) => hidden);

export function rowOptions(choices: Choices, columns: RowColumn[], format: RowFormat): RowOptions {
  const { form, delimiter, decimalComma, safe } = choices;
  if (isCrm(form)) return { format, columns, delimiter: ',', crlf: true, decimalComma: false, safe: true };
  if (form === 'clipboard') return { format, columns, delimiter: '\t', crlf: false, decimalComma, safe: true };
  return { format, columns, delimiter, crlf: form === 'csv', decimalComma, safe };
}

export const encodingOf = ({ form, encoding }: Choices): Encoding => (form === 'csv' ? encoding : 'utf-8');
