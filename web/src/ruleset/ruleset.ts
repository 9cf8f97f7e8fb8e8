// A rule file (mqlab/1) as JSON.parse gives it, once the engine has found no error in it.
// rules/ruleset.schema.json is the manual; numbers of points are plain points, up to three decimals.
import type { FieldType } from '../engine/protocol';
import type { Checklist, Economics, Nurture, Sla } from './measuring';

export type Scalar = string | number | boolean;
export type Comparison = 'ge' | 'gt' | 'le' | 'lt';
export type FieldOperator =
  | 'eq'
  | 'ne'
  | 'in'
  | 'not_in'
  | 'contains'
  | 'starts_with'
  | 'ends_with'
  | 'has_word'
  | Comparison
  | 'between'
  | 'is_set'
  | 'is_true'
  | 'within_days'
  | 'older_than_days';

export type FieldTest = { field: string } & { [operator in FieldOperator]?: Scalar | Scalar[] };
export interface EventPattern {
  event: string | string[];
  where?: FieldTest[];
}
export interface EventTest extends EventPattern {
  count?: { ge?: number; le?: number };
  within_days?: number;
  idle_days?: number;
}
export interface SequenceTest {
  sequence: EventPattern[];
  within_days?: number;
}
export type ScoreTest = { score: string; between?: [number, number] } & { [operator in Comparison]?: number };
export interface BandTest {
  band: string;
  in: string[];
}
export interface StageTest {
  reached: string;
}
export interface ScenarioTest {
  scenario: string;
}
export interface AllTest {
  all: Condition[];
}
export interface AnyTest {
  any: Condition[];
}
export interface NoneTest {
  none: Condition[];
}
export interface AtLeastTest {
  at_least: number;
  of: Condition[];
}
export type Condition =
  | FieldTest
  | EventTest
  | SequenceTest
  | ScoreTest
  | BandTest
  | StageTest
  | ScenarioTest
  | AllTest
  | AnyTest
  | NoneTest
  | AtLeastTest;

export type Decay =
  | 'none'
  | { kind: 'compound' | 'linear'; lose_percent: number; every_days: number; after_days?: number }
  | { kind: 'half_life'; days: number; after_days?: number }
  | { kind: 'expire'; every_days: number; after_days?: number };

interface RuleHead {
  id: string;
  score?: string;
  group?: string;
  label?: string;
  why?: string;
  enabled?: boolean;
}
export interface ConditionRule extends RuleHead {
  when: Condition;
  points: number;
}
export interface Limit {
  times: number;
  per_days?: number;
  per_property?: string;
  from?: number;
}
export interface EachRule extends RuleHead {
  each: EventPattern & { within_days?: number };
  points: number;
  at_most?: Limit;
  times_property?: string;
  decay?: Decay;
  max_points?: number;
}
export interface IdleRule extends RuleHead, EventPattern {
  each_idle_days: number;
  points: number;
  max_points?: number;
  past?: boolean;
}
export interface Range {
  from?: number | string;
  to?: number | string;
  points: number;
}
export interface RangesRule extends RuleHead {
  field: string;
  ranges: Range[];
}
export interface LookupRule extends RuleHead {
  field: string;
  points_for: Record<string, number>;
  otherwise?: number;
}
export type Rule = ConditionRule | EachRule | IdleRule | RangesRule | LookupRule;

export interface Group {
  score: string;
  label?: string;
  min?: number;
  max?: number;
  decay?: Decay;
}
export interface Band {
  label: string;
  ge?: number;
}
export interface Score {
  label?: string;
  start?: number;
  min?: number;
  max?: number;
  weight?: number;
  decay?: Decay;
  reset_by?: EventPattern;
  bands?: Band[];
}
export interface Stage {
  id: string;
  label?: string;
  enter: Condition;
  leave?: Condition;
}
export interface Disqualification {
  when: Condition;
  reason: string;
}

export interface Declaration {
  type: FieldType;
  label?: string;
}
export interface Ruleset {
  name?: string;
  description?: string;
  source?: string;
  left_out?: string[];
  fields?: Record<string, Declaration>;
  properties?: Record<string, Declaration>;
  created_field?: string;
  scores: Record<string, Score>;
  groups?: Record<string, Group>;
  rules: Rule[];
  scenarios?: Record<string, Condition>;
  disqualify?: Disqualification[];
  stages?: Stage[];
  sla?: Sla;
  qualification?: Record<string, Checklist>;
  nurture?: Nurture;
  economics?: Economics;
}
