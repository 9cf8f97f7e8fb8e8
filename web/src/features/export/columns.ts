// The columns that an export can have, in the order in which they are proposed.
import type { DataReport } from '../../engine/protocol';
import { t } from '../../i18n';
import type { Ruleset } from '../../ruleset/ruleset';

export interface ExportColumn {
  /** As the engine knows it. */
  name: string;
  /** As it is called in the file. */
  header: string;
  /** What people are known by, unless the user says otherwise. */
  personal: boolean;
}

const PERSONAL = ['email', 'first_name', 'last_name', 'full_name', 'phone', 'mobile'];

export const ID = 'lead_id';

export function exportColumns(ruleset: Ruleset, data: DataReport): ExportColumn[] {
  const own = (name: string, header = name): ExportColumn => ({ name, header, personal: false });
  const headerOf = (field: string) => data.leads.columns.find(({ name }) => name === field)?.header ?? field;
  return [
    own(ID),
    ...Object.keys(ruleset.scores).map((score) => own(`score:${score}`, score)),
    ...['total', 'grade', 'stage', 'disqualified'].map((name) => own(name)),
    ...(ruleset.stages ?? []).map(({ id }) => own(`reached_${id}`)),
    ...data.fields
      .filter((field) => field !== ID)
      .map((field) => ({ name: `field:${field}`, header: headerOf(field), personal: PERSONAL.includes(field) })),
  ];
}

/** What a stage is called, of each stage, of disqualified and of none, for `RowColumn.stages`. */
export const stageWordsOf = ({ stages = [] }: Ruleset): string[] => [
  ...stages.map(({ id, label }) => label ?? id),
  t('stage.disqualified'),
  '',
];
