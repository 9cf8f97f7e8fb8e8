// Stages, named conditions and disqualification: what is made of a condition.
import { t } from '../../../i18n';
import { replaceStage, setEntry, setReason } from '../../../ruleset/list-changes';
import { pointerStep } from '../../../ruleset/place';
import { put } from '../../../ruleset/put';
import { renameScenario, renameStage } from '../../../ruleset/rename';
import type { Condition, Disqualification, Stage } from '../../../ruleset/ruleset';
import { firstCondition } from '../../../ruleset/starters';
import { humanize } from '../../../ruleset/words';
import { changeRules } from '../../../state/actions';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/text-field';
import { ConditionForm } from './condition';
import { EntryNames } from './entry-names';
import { FaultsElsewhere, FormFactsOf, FormPart, Slot } from './form';
import type { EntryFormProps } from './score-form';
import { useDraft } from './use-draft';

const step = (name: string, part: string) => ({ key: 'step.part' as const, values: { name, part } });

/** One stage: when it is entered, and when left. `name` is its id. */
export function StageForm({ name, facts, onRenamed }: EntryFormProps) {
  const stages = facts.ruleset.stages ?? [];
  const index = stages.findIndex(({ id }) => id === name);
  const write = (next: Stage, part: string) =>
    changeRules(replaceStage(name, next), step(next.label ?? humanize(next.id), part));
  const { draft, issues, change } = useDraft<Stage>(stages[index] ?? { id: name, enter: { all: [] } }, write);
  const path = `/stages/${index}`;
  const rename = async (to: string) => {
    const faults = await changeRules(renameStage(name, to), step(to, t('form.id')));
    if (faults.length === 0) onRenamed(to);
  };
  return (
    <FormFactsOf value={{ ...facts, issues, funnel: true }}>
      <div className="form" data-form={`stage ${name}`}>
        <div className="form-grid">
          <EntryNames
            id={name}
            label={draft.label}
            isTaken={(to) => stages.some(({ id }) => id === to)}
            onLabel={(label) => change(put(draft, 'label', label), t('form.label'))}
            onId={rename}
          />
        </div>
        <FormPart title={t('form.enter')}>
          <ConditionForm
            condition={draft.enter}
            path={`${path}/enter`}
            onChange={(enter) => change(put(draft, 'enter', enter), t('form.enter'))}
          />
        </FormPart>
        <FormPart title={t('form.leave')}>
          {draft.leave ? (
            <>
              <ConditionForm
                condition={draft.leave}
                path={`${path}/leave`}
                onChange={(leave) => change(put(draft, 'leave', leave), t('form.leave'))}
              />
              <Button look="quiet" icon="close" onPress={() => change(put(draft, 'leave', undefined), t('form.leave'))}>
                {t('form.never_left')}
              </Button>
            </>
          ) : (
            <>
              <p className="quiet-text">{t('form.leave_none')}</p>
              <Button
                look="quiet"
                icon="add"
                onPress={() => change(put(draft, 'leave', { event: '*', idle_days: 90 }), t('form.leave'))}
              >
                {t('form.add_leave')}
              </Button>
            </>
          )}
        </FormPart>
        <FaultsElsewhere path={path} />
      </div>
    </FormFactsOf>
  );
}

/** A condition with a name, to be used in others. */
export function ScenarioForm({ name, facts, onRenamed }: EntryFormProps) {
  const { scenarios = {} } = facts.ruleset;
  const write = (next: Condition, part: string) =>
    changeRules(setEntry('scenarios', name, next), step(humanize(name), part));
  const { draft, issues, change } = useDraft<Condition>(scenarios[name] ?? firstCondition('all', facts), write);
  const path = `/scenarios/${pointerStep(name)}`;
  const rename = async (to: string) => {
    const faults = await changeRules(renameScenario(name, to), step(humanize(to), t('form.name')));
    if (faults.length === 0) onRenamed(to);
  };
  return (
    <FormFactsOf value={{ ...facts, issues, funnel: true }}>
      <div className="form" data-form={`scenario ${name}`}>
        <TextField
          label={t('form.name')}
          value={name}
          onChange={(to) => to !== '' && !(to in scenarios) && rename(to)}
        />
        <FormPart title={t('form.condition')}>
          <ConditionForm condition={draft} path={path} onChange={(next) => change(next, t('form.condition'))} />
        </FormPart>
        <FaultsElsewhere path={path} />
      </div>
    </FormFactsOf>
  );
}

/** Why leads are disqualified, and when. `name` is its place in the list. */
export function ReasonForm({ name, facts }: EntryFormProps) {
  const index = Number(name);
  const write = (next: Disqualification, part: string) => changeRules(setReason(index, next), step(next.reason, part));
  const now = facts.ruleset.disqualify?.[index] ?? { when: { all: [] }, reason: '' };
  const { draft, issues, change } = useDraft<Disqualification>(now, write);
  const path = `/disqualify/${index}`;
  return (
    <FormFactsOf value={{ ...facts, issues, funnel: true }}>
      <div className="form" data-form={`reason ${name}`}>
        <Slot path={`${path}/reason`}>
          <TextField
            label={t('form.reason')}
            value={draft.reason}
            onChange={(reason) => change(put(draft, 'reason', reason), t('form.reason'))}
          />
        </Slot>
        <FormPart title={t('form.condition')}>
          <ConditionForm
            condition={draft.when}
            path={`${path}/when`}
            onChange={(when) => change(put(draft, 'when', when), t('form.condition'))}
          />
        </FormPart>
        <FaultsElsewhere path={path} />
      </div>
    </FormFactsOf>
  );
}
