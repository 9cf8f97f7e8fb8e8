// Draws rule files that use every key of the format, as tests/scoring/random_rules.cc does for the core. What they name
// need not be of the fitting type: forms take any file that is well formed.
import type {
  BusinessHours,
  Checklist,
  ColumnName,
  Economics,
  Nurture,
  Sla,
  Track,
} from '../../../web/src/ruleset/measuring';
import type {
  Condition,
  Decay,
  EventPattern,
  EventTest,
  FieldOperator,
  FieldTest,
  Rule,
  Ruleset,
  Scalar,
  Score,
} from '../../../web/src/ruleset/ruleset';

/** mulberry32: the same numbers for the same seed. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

const TEXTS = ['a', 'Head of', 'a/b~c', 'ș "quoted"', '10', '2026-03-01', ' 10.0 ', '中文', 'true', '7'];
const FIELDS = ['job_title', 'employees', 'opted_in', 'signed_up', 'tags', 'not there', 'a/b'];
const PROPERTIES = ['asset', 'value', 'quantity'];
const TYPES = ['page_view', 'email_open', 'form', 'a b'];

class Draw {
  #next: () => number;
  #scores: string[] = [];
  #groups: string[] = [];
  #stages: string[] = [];
  #scenarios: string[] = [];

  constructor(seed: number) {
    this.#next = numbers(seed);
  }

  below = (n: number): number => Math.floor(this.#next() * n);
  chance = (percent: number): boolean => this.below(100) < percent;
  pick = <T>(list: readonly T[]): T => list[this.below(list.length)] as T;
  times = <T>(least: number, most: number, make: () => T): T[] =>
    Array.from({ length: least + this.below(most - least + 1) }, make);
  maybe = <K extends string, T>(percent: number, key: K, make: () => T): { [key in K]?: T } =>
    (this.chance(percent) ? { [key]: make() } : {}) as { [key in K]?: T };
  ids = (prefix: string, least: number, most: number): string[] =>
    this.times(least, most, () => '').map((_, i) => `${prefix}${this.chance(10) ? '/~ ' : ''}${i}`);

  days = (): number => this.pick([1, 2, 7, 30, 90, 365]);
  points = (): number => this.pick([0, 1, 5, 10, -3, 0.5, 2.375, -0.001, 1e9]);
  scalar = (): Scalar => this.pick<Scalar>([...TEXTS, 0, 10, -1.5, 1e21, 0.1, true, false]);
  comparable = (): string | number => this.pick<string | number>([...TEXTS, 0, 10, -1.5]);

  test(fields: string[]): FieldTest {
    const draws: [FieldOperator[], () => Scalar | Scalar[]][] = [
      [['eq', 'ne'], () => this.scalar()],
      [['in', 'not_in'], () => this.times(1, 3, () => this.scalar())],
      [
        ['contains', 'starts_with', 'ends_with', 'has_word'],
        () => (this.chance(50) ? this.pick(TEXTS) : this.times(1, 3, () => this.pick(TEXTS))),
      ],
      [['lt', 'le', 'gt', 'ge'], () => this.comparable()],
      [['between'], () => [this.comparable(), this.comparable()]],
      [['is_set', 'is_true'], () => this.chance(50)],
      [['within_days'], () => this.days()],
      [['older_than_days'], () => this.pick([0, 30])],
    ];
    const [operators, value] = this.pick(draws);
    return { field: this.pick(fields), [this.pick(operators)]: value() };
  }

  pattern(): EventPattern {
    const event = this.pick<() => EventPattern['event']>([
      () => '*',
      () => this.pick(TYPES),
      () => this.times(1, 3, () => this.pick(TYPES)),
    ])();
    return { event, ...this.maybe(40, 'where', () => this.times(0, 2, () => this.test(PROPERTIES))) };
  }

  eventTest(): EventTest {
    if (this.chance(20)) return { ...this.pattern(), idle_days: this.days() };
    const count = () => ({
      ...this.maybe(60, 'ge', () => this.below(4)),
      ...this.maybe(50, 'le', () => this.below(5)),
    });
    return { ...this.pattern(), ...this.maybe(60, 'count', count), ...this.maybe(40, 'within_days', this.days) };
  }

  combination(funnel: boolean, depth: number): Condition {
    const parts = this.times(0, 3, () => this.condition(funnel, depth + 1));
    return this.pick<Condition>([
      { all: parts },
      { any: parts },
      { none: parts },
      { at_least: this.below(parts.length + 2), of: parts },
    ]);
  }

  condition(funnel: boolean, depth = 0): Condition {
    const kind = this.below(100);
    if (kind < 30 && depth < 4) return this.combination(funnel, depth);
    if (kind < 40 && this.#scenarios.length > 0) return { scenario: this.pick(this.#scenarios) };
    if (kind < 60 && funnel && this.#scores.length > 0) return this.funnelTest();
    if (kind < 75) return this.eventTest();
    if (kind < 85)
      return { sequence: this.times(2, 4, () => this.pattern()), ...this.maybe(50, 'within_days', this.days) };
    return this.test(FIELDS);
  }

  funnelTest(): Condition {
    const score = this.pick(['total', ...this.#scores]);
    if (this.chance(20)) return { score, between: [this.points(), this.points()] };
    if (this.chance(50)) return { score, [this.pick(['ge', 'gt', 'le', 'lt'])]: this.points() };
    if (this.chance(50) && this.#stages.length > 0) return { reached: this.pick(this.#stages) };
    return { band: this.pick(this.#scores), in: this.times(1, 3, () => this.pick(TEXTS)) };
  }

  decay(): Decay {
    const after = this.maybe(40, 'after_days', () => this.pick([0, 7]));
    return this.pick<() => Decay>([
      () => 'none',
      () => ({
        kind: this.pick(['compound', 'linear']),
        lose_percent: this.pick([0, 33.333, 100]),
        every_days: this.days(),
        ...after,
      }),
      () => ({ kind: 'half_life', days: this.days(), ...after }),
      () => ({ kind: 'expire', every_days: this.days(), ...after }),
    ])();
  }

  limits = () => ({ ...this.maybe(40, 'min', this.points), ...this.maybe(40, 'max', this.points) });
  label = () => this.maybe(50, 'label', () => this.pick(TEXTS));

  score(): Score {
    return {
      ...this.label(),
      ...this.maybe(40, 'start', this.points),
      ...this.limits(),
      ...this.maybe(40, 'weight', () => this.pick([0, 50, 150])),
      ...this.maybe(40, 'decay', () => this.decay()),
      ...this.maybe(30, 'reset_by', () => this.pattern()),
      ...this.maybe(50, 'bands', () =>
        this.times(0, 3, () => ({ label: this.pick(TEXTS), ...this.maybe(70, 'ge', this.points) })),
      ),
    };
  }

  rule(id: string): Rule {
    const home =
      this.#groups.length > 0 && this.chance(40)
        ? { group: this.pick(this.#groups) }
        : { score: this.pick(this.#scores) };
    const head = {
      id,
      ...home,
      ...this.label(),
      ...this.maybe(40, 'why', () => this.pick(TEXTS)),
      ...this.maybe(30, 'enabled', () => this.chance(50)),
    };
    const most = this.maybe(40, 'max_points', () => this.pick([0, 7.5, 30]));
    const limit = () => ({
      times: 1 + this.below(3),
      ...this.maybe(40, 'per_days', this.days),
      ...this.maybe(40, 'per_property', () => this.pick(PROPERTIES)),
      ...this.maybe(40, 'from', () => 1 + this.below(3)),
    });
    const range = () => ({
      ...this.maybe(70, 'from', () => this.pick([0, 10, ' 10.0 '])),
      ...this.maybe(70, 'to', () => this.pick([20, 1e6, '50'])),
      points: this.points(),
    });
    return this.pick<() => Rule>([
      () => ({ ...head, when: this.condition(false), points: this.points() }),
      () => ({
        ...head,
        each: { ...this.pattern(), ...this.maybe(40, 'within_days', this.days) },
        points: this.points(),
        ...this.maybe(40, 'at_most', limit),
        ...this.maybe(40, 'times_property', () => this.pick(PROPERTIES)),
        ...this.maybe(50, 'decay', () => this.decay()),
        ...most,
      }),
      () => ({
        ...head,
        each_idle_days: this.days(),
        ...this.pattern(),
        points: this.points(),
        ...most,
        ...this.maybe(40, 'past', () => this.chance(50)),
      }),
      () => ({ ...head, field: this.pick(FIELDS), ranges: this.times(1, 4, range) }),
      () => ({
        ...head,
        field: this.pick(FIELDS),
        points_for: Object.fromEntries(this.times(1, 4, () => [this.pick(TEXTS), this.points()])),
        ...this.maybe(50, 'otherwise', this.points),
      }),
    ])();
  }

  sla(): Sla {
    return {
      ...this.maybe(this.#stages.length > 0 ? 50 : 0, 'stage', () => this.pick(this.#stages)),
      ...this.maybe(50, 'hours', () => this.pick([1, 24, 8760])),
      ...this.maybe(50, 'touch', () => this.pattern()),
      ...this.maybe(40, 'accept', () => this.pattern()),
      ...this.maybe(40, 'reject', () => this.pattern()),
      ...this.maybe(40, 'reason', () => this.pick(PROPERTIES)),
      ...this.maybe(40, 'contact', () => FIELDS.slice(this.below(6))),
      ...this.maybe(40, 'business_hours', () => ({
        days: this.pick<BusinessHours['days']>([['mon'], ['mon', 'tue', 'sun']]),
        from: '08:30',
        until: this.pick(['17:00', '24:00']),
        ...this.maybe(50, 'zone', () => 'Europe/Warsaw'),
      })),
    };
  }

  checklist(): Checklist {
    const items = this.ids('item', 1, 4).map((id) => ({
      id,
      ...this.label(),
      when: this.condition(true),
      ...this.maybe(50, 'ask', () => this.pick(TEXTS)),
    }));
    return { ...this.label(), ...this.maybe(50, 'at_least', () => 1 + this.below(items.length)), items };
  }

  nurture(): Nurture {
    const texts = () => TEXTS.slice(this.below(9));
    const track = (id: string): Track => ({
      id,
      ...this.label(),
      when: this.condition(true),
      ...this.maybe(70, 'content', () => ({
        ...this.maybe(60, 'awareness', texts),
        ...this.maybe(60, 'consideration', texts),
        ...this.maybe(60, 'decision', texts),
      })),
    });
    return {
      ...this.maybe(50, 'silent_days', this.days),
      ...this.maybe(80, 'tracks', () => this.ids('track', 0, 3).map(track)),
    };
  }

  economics(): Economics {
    const property = () => ({ property: this.pick(PROPERTIES) });
    const column = (): ColumnName => (this.chance(50) ? property() : { field: this.pick(FIELDS) });
    return {
      ...this.maybe(50, 'currency', () => 'EUR'),
      ...this.maybe(50, 'value', () =>
        this.chance(50) ? { ...this.pattern(), ...property() } : { field: this.pick(FIELDS) },
      ),
      ...this.maybe(40, 'touch', () => this.pattern()),
      ...this.maybe(40, 'channel', column),
      ...this.maybe(40, 'campaign', column),
      ...this.maybe(40, 'content', () => ({ ...(this.chance(50) && this.pattern()), ...property() })),
      ...this.maybe(40, 'half_life_days', this.days),
      ...this.maybe(40, 'margin_percent', () => this.pick([0, 80, 100])),
      ...this.maybe(this.#stages.length > 0 ? 40 : 0, 'stages', () => ({ customer: this.pick(this.#stages) })),
    };
  }

  ruleset(): Ruleset {
    this.#scores = this.ids('score', 1, 3);
    this.#groups = this.ids('group', 0, 3);
    this.#stages = this.ids('stage', 0, 4);
    const scenarios = this.ids('scenario', 0, 3);
    const checklists = this.ids('checklist', 0, 2);
    this.#scenarios = [...scenarios, ...checklists];
    const declared = (names: string[]) =>
      Object.fromEntries(
        names.map((name) => [
          name,
          { type: this.pick(['text', 'number', 'boolean', 'instant', 'list'] as const), ...this.label() },
        ]),
      );
    const named = <T>(names: string[], make: () => T) => Object.fromEntries(names.map((name) => [name, make()]));
    return {
      ...this.maybe(80, 'name', () => this.pick(TEXTS)),
      ...this.maybe(50, 'description', () => this.pick(TEXTS)),
      ...this.maybe(50, 'fields', () => declared(FIELDS.slice(this.below(7)))),
      ...this.maybe(50, 'properties', () => declared(PROPERTIES)),
      ...this.maybe(50, 'created_field', () => this.pick(FIELDS)),
      scores: named(this.#scores, () => this.score()),
      groups: named(this.#groups, () => ({
        ...this.label(),
        score: this.pick(this.#scores),
        ...this.limits(),
        ...this.maybe(40, 'decay', () => this.decay()),
      })),
      rules: this.ids('rule', 0, 8).map((id) => this.rule(id)),
      scenarios: named(scenarios, () => this.condition(true)),
      ...this.maybe(60, 'disqualify', () =>
        this.times(0, 3, () => ({ when: this.condition(true), reason: this.pick(TEXTS) })),
      ),
      stages: this.#stages.map((id) => ({
        id,
        ...this.label(),
        enter: this.condition(true),
        ...this.maybe(40, 'leave', () => this.condition(true)),
      })),
      ...this.maybe(60, 'sla', () => this.sla()),
      qualification: named(checklists, () => this.checklist()),
      ...this.maybe(60, 'nurture', () => this.nurture()),
      ...this.maybe(60, 'economics', () => this.economics()),
    };
  }
}

export const drawRuleset = (seed: number): Ruleset => new Draw(seed).ruleset();
