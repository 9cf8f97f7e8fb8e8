// Changes of the other parts of a rule file: scores and groups, stages, named conditions, disqualification, names of data.
import type { Track } from './measuring';
import { put } from './put';
import type { Change } from './rewrite';
import { freeId } from './rule-changes';
import type { Disqualification, Ruleset, Stage } from './ruleset';
import { scenarioNames } from './words';

/** Sections whose entries have names as keys. */
export type NamedSection = 'scores' | 'groups' | 'scenarios' | 'qualification' | 'fields' | 'properties';
export type EntryOf<S extends NamedSection> = NonNullable<Ruleset[S]>[string];

const withEntries = (ruleset: Ruleset, section: NamedSection, entries: [string, unknown][]): Ruleset => ({
  ...ruleset,
  [section]: Object.fromEntries(entries),
});

/** The names that are taken there. */
export const namesIn = (ruleset: Ruleset, section: NamedSection): string[] =>
  section === 'scenarios' || section === 'qualification' ? scenarioNames(ruleset) : Object.keys(ruleset[section] ?? {});

export const setEntry =
  <S extends NamedSection>(section: S, name: string, entry: EntryOf<S>): Change =>
  (ruleset) => {
    const entries = Object.entries(ruleset[section] ?? {});
    const at = entries.findIndex(([each]) => each === name);
    return withEntries(
      ruleset,
      section,
      entries.toSpliced(at < 0 ? entries.length : at, at < 0 ? 0 : 1, [name, entry]),
    );
  };

export const addEntry =
  <S extends NamedSection>(section: S, name: string, entry: EntryOf<S>): Change =>
  (ruleset) =>
    setEntry(section, freeId(name, namesIn(ruleset, section)), entry)(ruleset);

export const deleteEntry =
  (section: NamedSection, name: string): Change =>
  (ruleset) =>
    withEntries(
      ruleset,
      section,
      Object.entries(ruleset[section] ?? {}).filter(([each]) => each !== name),
    );

/** Moves an entry up (-1) or down (1). */
export const moveEntry =
  (section: NamedSection, name: string, by: -1 | 1): Change =>
  (ruleset) => {
    const entries = Object.entries(ruleset[section] ?? {});
    return withEntries(
      ruleset,
      section,
      moved(
        entries,
        entries.findIndex(([each]) => each === name),
        by,
      ),
    );
  };

/** The list with one element a step up or down; the same list at its ends. */
export function moved<T>(list: T[], index: number, by: -1 | 1): T[] {
  const [one, other] = [list[index], list[index + by]];
  return one === undefined || other === undefined ? list : list.with(index, other).with(index + by, one);
}

/** A score goes with its groups and rules. */
export const deleteScore =
  (name: string): Change =>
  (ruleset) => {
    const groups = Object.entries(ruleset.groups ?? {}).filter(([, group]) => group.score === name);
    const gone = new Set(groups.map(([group]) => group));
    const rules = ruleset.rules.filter(({ score, group }) => score !== name && !gone.has(group ?? ''));
    const left = deleteEntry('scores', name)({ ...ruleset, rules });
    return gone.size === 0 ? left : [...gone].reduce((all, group) => deleteEntry('groups', group)(all), left);
  };

/** The rules of a group stay, in its score. */
export const deleteGroup =
  (name: string): Change =>
  (ruleset) => {
    const score = ruleset.groups?.[name]?.score ?? '';
    const free = (rule: Ruleset['rules'][number]) =>
      Object.fromEntries(Object.entries(rule).map((entry) => (entry[0] === 'group' ? ['score', score] : entry)));
    const rules = ruleset.rules.map((rule) => (rule.group === name ? (free(rule) as typeof rule) : rule));
    return deleteEntry('groups', name)({ ...ruleset, rules });
  };

export const addStage =
  (stage: Stage): Change =>
  (ruleset) => {
    const stages = ruleset.stages ?? [];
    const id = freeId(
      stage.id,
      stages.map((each) => each.id),
    );
    return { ...ruleset, stages: [...stages, { ...stage, id }] };
  };

export const replaceStage =
  (id: string, stage: Stage): Change =>
  (ruleset) => ({ ...ruleset, stages: (ruleset.stages ?? []).map((each) => (each.id === id ? stage : each)) });

export const deleteStage =
  (id: string): Change =>
  (ruleset) => ({ ...ruleset, stages: (ruleset.stages ?? []).filter((each) => each.id !== id) });

export const moveStage =
  (id: string, by: -1 | 1): Change =>
  (ruleset) => {
    const stages = ruleset.stages ?? [];
    return {
      ...ruleset,
      stages: moved(
        stages,
        stages.findIndex((each) => each.id === id),
        by,
      ),
    };
  };

// Reasons have no ids: they are known by their place.
export const setReason =
  (index: number, reason: Disqualification): Change =>
  (ruleset) => {
    const all = ruleset.disqualify ?? [];
    return { ...ruleset, disqualify: index < all.length ? all.with(index, reason) : [...all, reason] };
  };

export const deleteReason =
  (index: number): Change =>
  (ruleset) => ({ ...ruleset, disqualify: (ruleset.disqualify ?? []).toSpliced(index, 1) });

export const moveReason =
  (index: number, by: -1 | 1): Change =>
  (ruleset) => ({ ...ruleset, disqualify: moved(ruleset.disqualify ?? [], index, by) });

const withTracks = (ruleset: Ruleset, change: (tracks: Track[]) => Track[]): Ruleset => ({
  ...ruleset,
  nurture: { ...ruleset.nurture, tracks: change(ruleset.nurture?.tracks ?? []) },
});

export const addTrack =
  (track: Track): Change =>
  (ruleset) =>
    withTracks(ruleset, (tracks) => [...tracks, track]);

export const replaceTrack =
  (id: string, track: Track): Change =>
  (ruleset) =>
    withTracks(ruleset, (tracks) => tracks.map((each) => (each.id === id ? track : each)));

export const deleteTrack =
  (id: string): Change =>
  (ruleset) =>
    withTracks(ruleset, (tracks) => tracks.filter((each) => each.id !== id));

export const moveTrack =
  (id: string, by: -1 | 1): Change =>
  (ruleset) =>
    withTracks(ruleset, (tracks) =>
      moved(
        tracks,
        tracks.findIndex((each) => each.id === id),
        by,
      ),
    );

/** What the file says once of hand-off, nurture or money; with nothing to say the key goes. */
export const setPart =
  <P extends 'sla' | 'nurture' | 'economics'>(part: P, value: NonNullable<Ruleset[P]>): Change =>
  (ruleset) => {
    if (Object.keys(value).length > 0) return { ...ruleset, [part]: value };
    return put(ruleset, part, undefined);
  };

/** Name, description, field of creation; an empty text takes the key away. */
export const setAbout =
  (key: 'name' | 'description' | 'created_field', text: string): Change =>
  (ruleset) => {
    if (text === '') return put(ruleset, key, undefined);
    return { ...ruleset, [key]: text };
  };
