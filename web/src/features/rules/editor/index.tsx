// The forms of the rules screen, a chunk of their own.
import type { Ruleset } from '../../../ruleset/ruleset';
import { useApp } from '../../../state/store';
import type { Open } from '../open-form';
import { AboutForm } from './about-form';
import { GroupForm } from './group-form';
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
};

interface EditorProps {
  ruleset: Ruleset;
  open: Open;
  onRenamed: (name: string) => void;
}

/** The form of one part of the rule file. */
export default function Editor({ ruleset, open, onRenamed }: EditorProps) {
  const data = useApp((state) => state.data);
  const facts = { ruleset, data };
  if (open.kind === 'about') return <AboutForm facts={facts} />;
  if (open.kind === 'rule') {
    const index = ruleset.rules.findIndex(({ id }) => id === open.name);
    const rule = ruleset.rules[index];
    return rule ? <RuleForm rule={rule} index={index} facts={facts} onRenamed={onRenamed} /> : null;
  }
  const Form = forms[open.kind];
  return <Form key={open.name} name={open.name} facts={facts} onRenamed={onRenamed} />;
}
