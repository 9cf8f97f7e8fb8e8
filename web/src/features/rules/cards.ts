// The parts of a rule file behind its rules: what each card shows, and how its rows are added, moved and deleted.
import type { DataReport } from '../../engine/protocol';
import { type MessageKey, t } from '../../i18n';
import { conditionSentence } from '../../ruleset/condition-sentence';
import {
  addEntry,
  addStage,
  addTrack,
  deleteEntry,
  deleteReason,
  deleteStage,
  deleteTrack,
  moveEntry,
  moveReason,
  moveStage,
  moveTrack,
  namesIn,
  setReason,
} from '../../ruleset/list-changes';
import {
  checklistRows,
  handOffRows,
  moneyRows,
  type Row,
  silenceRows,
  trackRows,
} from '../../ruleset/measuring-sentences';
import type { Change } from '../../ruleset/rewrite';
import { freeId } from '../../ruleset/rule-changes';
import type { Ruleset } from '../../ruleset/ruleset';
import { standardChecklists } from '../../ruleset/standard-checklists';
import { firstTest } from '../../ruleset/starters';
import { humanize } from '../../ruleset/words';
import type { TermId } from '../../terms';

export type ListKind = 'stage' | 'reason' | 'scenario' | 'checklist' | 'track';
export type SettingKind = 'sla' | 'nurture' | 'economics';

/** Rows that people add, move and delete. */
export interface List {
  kind: ListKind;
  /** What the button says that adds a row, and what the row is called then. */
  adds: MessageKey;
  fresh: MessageKey;
  rows: (ruleset: Ruleset) => Row[];
  /** A new row of that label: its name, and the change that adds it. */
  add: (ruleset: Ruleset, data: DataReport | null, label: string) => [string, Change];
  move: (name: string, by: -1 | 1) => Change;
  remove: (name: string) => Change;
}

/** Rows that are always there: what is not in the file is as given. */
export interface Settings {
  kind: SettingKind;
  rows: (ruleset: Ruleset) => Row[];
}

export interface Card {
  id: string;
  title: MessageKey;
  hint: MessageKey;
  term: TermId | null;
  list?: List;
  settings?: Settings;
}

const stages: List = {
  kind: 'stage',
  adds: 'rules.add_stage',
  fresh: 'rules.new_stage',
  rows: (ruleset) =>
    (ruleset.stages ?? []).map(({ id, label, enter, leave }) => ({
      name: id,
      title: label ?? humanize(id),
      sentences: [
        t('rules.enter', { condition: conditionSentence(ruleset, enter) }),
        ...(leave ? [t('rules.leave', { condition: conditionSentence(ruleset, leave) })] : []),
      ],
    })),
  // A new stage comes last, as the highest.
  add: (ruleset, data, label) => {
    const ids = (ruleset.stages ?? []).map(({ id }) => id);
    return [freeId('stage', ids), addStage({ id: 'stage', label, enter: firstTest({ ruleset, data }) })];
  },
  move: moveStage,
  remove: deleteStage,
};

const reasons: List = {
  kind: 'reason',
  adds: 'rules.add_reason',
  fresh: 'rules.new_reason',
  rows: (ruleset) =>
    (ruleset.disqualify ?? []).map(({ reason, when }, index) => ({
      name: String(index),
      title: reason,
      sentences: [t('rule.when', { condition: conditionSentence(ruleset, when) })],
    })),
  add: (ruleset, data, label) => {
    const count = (ruleset.disqualify ?? []).length;
    return [String(count), setReason(count, { when: firstTest({ ruleset, data }), reason: label })];
  },
  move: (name, by) => moveReason(Number(name), by),
  remove: (name) => deleteReason(Number(name)),
};

const scenarios: List = {
  kind: 'scenario',
  adds: 'rules.add_scenario',
  fresh: 'rules.new_scenario',
  rows: (ruleset) =>
    Object.entries(ruleset.scenarios ?? {}).map(([name, condition]) => ({
      name,
      title: humanize(name),
      sentences: [t('rules.scenario', { condition: conditionSentence(ruleset, condition) })],
    })),
  add: (ruleset, data) => [
    freeId('condition', namesIn(ruleset, 'scenarios')),
    addEntry('scenarios', 'condition', firstTest({ ruleset, data })),
  ],
  move: (name, by) => moveEntry('scenarios', name, by),
  remove: (name) => deleteEntry('scenarios', name),
};

const checklists: List = {
  kind: 'checklist',
  adds: 'rules.add_checklist',
  fresh: 'rules.new_checklist',
  rows: checklistRows,
  // The standard ones first, as far as they are not there.
  add: (ruleset, data, label) => {
    const known = namesIn(ruleset, 'qualification');
    const standard = standardChecklists.find(([name]) => !known.includes(name));
    if (standard) return [standard[0], addEntry('qualification', ...standard)];
    const items = [{ id: 'item', label: t('form.new_item'), when: firstTest({ ruleset, data }) }];
    return [
      freeId('checklist', namesIn(ruleset, 'qualification')),
      addEntry('qualification', 'checklist', { label, items }),
    ];
  },
  move: (name, by) => moveEntry('qualification', name, by),
  remove: (name) => deleteEntry('qualification', name),
};

const tracks: List = {
  kind: 'track',
  adds: 'rules.add_track',
  fresh: 'rules.new_track',
  rows: trackRows,
  add: (ruleset, data, label) => {
    const ids = (ruleset.nurture?.tracks ?? []).map(({ id }) => id);
    const id = freeId('track', ids);
    return [id, addTrack({ id, label, when: firstTest({ ruleset, data }) })];
  },
  move: moveTrack,
  remove: deleteTrack,
};

export const cards: Card[] = [
  { id: 'stages', title: 'rules.stages', hint: 'rules.stages_hint', term: 'stage', list: stages },
  { id: 'reasons', title: 'rules.reasons', hint: 'rules.reasons_hint', term: 'disqualified', list: reasons },
  { id: 'scenarios', title: 'rules.scenarios', hint: 'rules.scenarios_hint', term: 'scenario', list: scenarios },
  {
    id: 'handoff',
    title: 'rules.handoff',
    hint: 'rules.handoff_hint',
    term: 'handoff',
    settings: { kind: 'sla', rows: handOffRows },
  },
  { id: 'checklists', title: 'rules.checklists', hint: 'rules.checklists_hint', term: null, list: checklists },
  {
    id: 'tracks',
    title: 'rules.tracks',
    hint: 'rules.tracks_hint',
    term: 'nurture',
    list: tracks,
    settings: { kind: 'nurture', rows: silenceRows },
  },
  {
    id: 'money',
    title: 'rules.money',
    hint: 'rules.money_hint',
    term: null,
    settings: { kind: 'economics', rows: moneyRows },
  },
];
