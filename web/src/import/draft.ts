// The files that somebody gives, before they are used.
import type { FileBytes } from '../engine/file-bytes';
import type { Issue, IssueReport } from '../engine/protocol';
import type { FileChoice, FileKind, ImportReport, Mapping, Problem, Understanding } from './protocol';

export interface DraftFile {
  name: string;
  path: string; // within what it came in
  file: FileBytes;
  choice: FileChoice;
  reading: Understanding;
}

export type ImportOptions = Pick<Mapping, 'orphans' | 'merge_by_email'>;

/** What the data on the screen was made of. */
export interface Origin {
  files: DraftFile[];
  options: ImportOptions;
  // How they went together; null when the engine read them as they are.
  report: ImportReport | null;
  // Of rows that were told of only when all were joined, by file.
  issues: IssueReport[];
}

const holdsLeads = (kind: FileKind) => kind === 'leads' || kind === 'both';
const holdsEvents = (kind: FileKind) => kind !== 'leads' && kind !== 'costs';

export const leadFiles = (files: DraftFile[]): DraftFile[] => files.filter(({ reading }) => holdsLeads(reading.kind));
export const eventFiles = (files: DraftFile[]): DraftFile[] => files.filter(({ reading }) => holdsEvents(reading.kind));

/** A file takes the place of the one of its path. */
export function withFile(files: DraftFile[], file: DraftFile): DraftFile[] {
  const at = files.findIndex(({ path }) => path === file.path);
  return at < 0 ? [...files, file] : files.with(at, file);
}

const costFiles = (files: DraftFile[]): DraftFile[] => files.filter(({ reading }) => reading.kind === 'costs');

/**
 * The files that a draft would be used with: its own alone when it has leads, or none are there; else those that are
 * there, too, but for the kinds that it brings.
 */
export function filesOf(draft: DraftFile[], origin: Origin | null): DraftFile[] {
  if (leadFiles(draft).length > 0 || !origin) return draft;
  const brings = (some: (files: DraftFile[]) => DraftFile[]) => some(draft).length > 0;
  const stays = (file: DraftFile) =>
    holdsLeads(file.reading.kind) || !brings(file.reading.kind === 'costs' ? costFiles : eventFiles);
  return [...origin.files.filter(stays), ...draft];
}

/** Whether the engine may read the files as they are: nothing was said of them but what they are. */
export const isUntold = (files: DraftFile[]): boolean =>
  files.every(({ choice }) => Object.keys(choice).every((key) => key === 'kind'));

const issueOf = ({ code, severity, header, path, row, line, column, args }: Problem): Issue => ({
  code,
  severity,
  path: header ?? path ?? '',
  line: row ?? line ?? 0,
  column: column ?? 0,
  args,
});

export const problemsOf = ({ problems, problem_counts }: Understanding): IssueReport => ({
  issues: problems.map(issueOf),
  counts: Object.entries(problem_counts).map(([code, count]) => ({ code, count })),
});

export const hasErrors = ({ problems }: Understanding): boolean =>
  problems.some(({ severity }) => severity === 'error');

/** What was said, to be said of next month's files. */
export const mappingOf = (files: DraftFile[], options: ImportOptions): Mapping => ({
  format: 'mqlab-mapping/1',
  ...options,
  files: files.map(({ name, reading, choice }) => ({
    name,
    ...choice,
    kind: reading.kind,
    columns:
      choice.columns ?? reading.columns.flatMap(({ header, field }) => (header && field ? [{ header, field }] : [])),
  })),
});

/** The entry of a mapping for a file: of its name, else the one with the most columns if the file has them all. */
export function choiceFrom(mapping: Mapping, name: string, reading: Understanding): FileChoice | null {
  const entries = mapping.files ?? [];
  const headers = new Set(reading.columns.map(({ header }) => header));
  const fits = entries
    .filter(({ columns = [] }) => columns.length > 0 && columns.every(({ header }) => headers.has(header)))
    .sort((a, b) => (b.columns?.length ?? 0) - (a.columns?.length ?? 0));
  const entry = entries.find((one) => one.name === name) ?? fits[0];
  if (!entry) return null;
  const { name: _, ...choice } = entry;
  return choice;
}

/** The columns as they are understood, with another field for one of them. */
export function withField(reading: Understanding, index: number, field: string): FileChoice['columns'] {
  return reading.columns.map((column, at) => ({
    header: column.header,
    field: at === index ? field : column.field === field && field !== '' ? '' : (column.field ?? ''),
  }));
}

/** What a document of ours is: choices of an import, or rules. */
export function documentKind(text: string): 'mapping' | 'rules' | null {
  if (!/^\s*\{/.test(text)) return null;
  try {
    const { format, rules, scores } = JSON.parse(text);
    if (format === 'mqlab-mapping/1') return 'mapping';
    return format === 'mqlab/1' || (Array.isArray(rules) && typeof scores === 'object') ? 'rules' : null;
  } catch {
    return null;
  }
}
