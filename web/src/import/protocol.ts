// What the importer says of files, and what can be said to it. Types only. The documents are those of the command line:
// `mqlab inspect --json`, and mapping files (src/import/mapping_file.h).
import type { FieldType } from '../engine/protocol';

export type FileKind = 'leads' | 'events' | 'both' | 'costs' | 'outcomes';
export const fileKinds: readonly FileKind[] = ['leads', 'events', 'both', 'outcomes', 'costs'];

export interface ColumnReading {
  header: string;
  field: string | null; // a common name; null for a column of its own
  type: FieldType;
  confidence: number; // 0 to 1, of the field
  samples: string[];
}

export interface Problem {
  code: string;
  severity: 'error' | 'warning';
  header?: string;
  path?: string;
  row?: number;
  line?: number;
  column?: number;
  args: string[];
}

/** What a file is taken for. */
export interface Understanding {
  file: string;
  encoding: string;
  encoding_confidence: number;
  bom: boolean;
  delimiter: string;
  kind: FileKind;
  source: string | null; // the product that wrote it
  export: string | null; // which of its exports
  confidence: number;
  header_row: number;
  rows: number;
  footer_rows: number;
  date_order: 'day_first' | 'month_first' | null;
  decimal: '.' | ',';
  columns: ColumnReading[];
  event_types: { raw: string; canonical: string; count: number }[];
  stages: Record<string, number>;
  statuses: Record<string, number>;
  problems: Problem[];
  problem_counts: Record<string, number>;
  partial: boolean; // of the first part of a larger file
  footer: string[];
  first_rows: string[][];
}

/** What a person says of a file; what is left out is found. An entry of a mapping file. */
export interface FileChoice {
  kind?: FileKind;
  encoding?: string;
  delimiter?: string;
  header_row?: number;
  zone?: string;
  date_order?: 'day_first' | 'month_first';
  decimal?: '.' | ',';
  columns?: { header: string; field: string }[];
  types?: Record<string, string>;
  stages?: Record<string, string>;
  statuses?: Record<string, string>;
}

export interface Mapping {
  format: 'mqlab-mapping/1';
  orphans?: 'keep' | 'leads';
  merge_by_email?: boolean;
  files?: (FileChoice & { name?: string })[];
}

/** How the files went together. */
export interface ImportReport {
  byId: number;
  byEmail: number;
  byOtherId: number;
  byVisitor: number;
  orphans: number;
  orphanLeads: number;
  merged: number;
  ignored: number;
  tests: number;
  leads: number; // rows
  events: number;
  costs: number;
  leadHeaders: string[];
  eventHeaders: string[];
}

// Of larger files so many bytes are understood for a preview.
export const PREVIEW_BYTES = 4 * 1024 * 1024;

/** wasm/import/bindings.cc, which says in what order these are to be called. */
export interface ImportApi {
  reset(): void;
  beginFile(path: string, mapping: string): void;
  endFile(cut: boolean): string;
  arePlain(): boolean;
  beginImport(mapping: string): void;
  nextFile(): number;
  endPass(): void;
  takeLeads(): Uint8Array;
  takeEvents(): Uint8Array;
  takeCosts(): Uint8Array; // empty: there are none
  finish(): Uint8Array;
  report(): string;
  sourceOf(table: string, row: number): number[];
  prepare(size: number): Uint8Array;
  commit(size: number): void;
  checkMapping(mapping: string): string;
  zones(): string;
  zoneChanges(name: string, until: number): string;
  delete(): void;
}
