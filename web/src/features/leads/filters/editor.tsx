import type { Condition } from '../../../ruleset/ruleset';
import { RuleEditor, ScenarioEditor, StageEditor } from './choice-editors';
import { EventEditor } from './event-editor';
import { FieldEditor } from './field-editor';
import { editorOf, type Filter } from './filter';
import { RangeEditor } from './range-editor';
import { TextEditor } from './text-editor';

export interface EditorProps<F> {
  filter: F;
  onChange: (filter: F) => void;
}

/** The form of one filter. */
export function Editor({ filter, onChange }: EditorProps<Filter>) {
  const onCondition = (condition: Condition) => onChange({ kind: 'condition', condition });
  if (filter.kind === 'stages') return <StageEditor filter={filter} onChange={onChange} />;
  if (filter.kind === 'range') return <RangeEditor filter={filter} onChange={onChange} />;
  if (filter.kind === 'rule') return <RuleEditor filter={filter} onChange={onChange} />;
  if (filter.kind !== 'condition') return null;
  const { condition } = filter;
  if ('field' in condition) return <FieldEditor test={condition} onChange={onCondition} />;
  if ('scenario' in condition) return <ScenarioEditor scenario={condition.scenario} onChange={onCondition} />;
  if ('event' in condition && editorOf(filter) === 'event')
    return <EventEditor test={condition} onChange={onCondition} />;
  return <TextEditor condition={condition} onChange={onCondition} />;
}
