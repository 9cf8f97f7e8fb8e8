// The forms of the rules screen, a chunk of their own.
import { useEffect, useRef } from 'react';
import type { Ruleset } from '../../../ruleset/ruleset';
import { useApp } from '../../../state/store';
import type { Open } from '../open-form';
import { AboutForm } from './about-form';
import { ChecklistForm } from './checklist-form';
import { GroupForm } from './group-form';
import { HandOffForm } from './hand-off-form';
import { MoneyForm } from './money-form';
import { SilenceForm, TrackForm } from './nurture-forms';
import { RuleForm } from './rule-form';
import { ScoreForm } from './score-form';
import { ReasonForm, ScenarioForm, StageForm } from './stage-form';
import './style.css';

const forms = {
  score: ScoreForm,
  group: GroupForm,
  stage: StageForm,
  scenario: ScenarioForm,
  reason: ReasonForm,
  checklist: ChecklistForm,
  track: TrackForm,
  sla: HandOffForm,
  nurture: SilenceForm,
  economics: MoneyForm,
};

interface EditorProps {
  ruleset: Ruleset;
  open: Open;
  onRenamed: (name: string) => void;
}

// What was just added is named first. The menu that added it has given the focus back by then.
function useFocus(fresh: boolean) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (fresh) place.current?.querySelector('input')?.focus();
  }, [fresh]);
  return place;
}

/** The form of one part of the rule file. */
export default function Editor(props: EditorProps) {
  const place = useFocus(props.open.fresh === true);
  return (
    <div ref={place} className="form-place">
      <Form {...props} />
    </div>
  );
}

function Form({ ruleset, open, onRenamed }: EditorProps) {
  const data = useApp((state) => state.data);
  const facts = { ruleset, data };
  if (open.kind === 'about') return <AboutForm facts={facts} />;
  if (open.kind === 'rule') {
    const index = ruleset.rules.findIndex(({ id }) => id === open.name);
    const rule = ruleset.rules[index];
    return rule ? <RuleForm rule={rule} index={index} facts={facts} onRenamed={onRenamed} /> : null;
  }
  const FormOfKind = forms[open.kind];
  return <FormOfKind key={open.name} name={open.name} facts={facts} onRenamed={onRenamed} />;
}
