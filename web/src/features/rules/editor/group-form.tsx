import { t } from '../../../i18n';
import { setEntry } from '../../../ruleset/list-changes';
import { pointerStep } from '../../../ruleset/place';
import { put } from '../../../ruleset/put';
import { renameGroup } from '../../../ruleset/rename';
import type { Group } from '../../../ruleset/ruleset';
import { groupWords, scoreWords } from '../../../ruleset/words';
import { changeRules } from '../../../state/actions';
import { Select } from '../../../ui/select';
import { DecayFormFields } from './decay';
import { EntryNames } from './entry-names';
import { FaultsElsewhere, FormFactsOf, FormPart } from './form';
import { LimitFields } from './limit-fields';
import type { EntryFormProps } from './score-form';
import { useDraft } from './use-draft';

/** Everything that can be said of a group. */
export function GroupForm({ name, facts, onRenamed }: EntryFormProps) {
  const { ruleset } = facts;
  const step = (part: string) => ({ key: 'step.part' as const, values: { name: groupWords(ruleset, name), part } });
  const write = (next: Group, part: string) => changeRules(setEntry('groups', name, next), step(part));
  const { draft, issues, change } = useDraft<Group>(ruleset.groups?.[name] ?? { score: '' }, write);
  const path = `/groups/${pointerStep(name)}`;
  const rename = async (to: string) => {
    const faults = await changeRules(renameGroup(name, to), step(t('form.id')));
    if (faults.length === 0) onRenamed(to);
  };
  return (
    <FormFactsOf value={{ ...facts, issues, funnel: false }}>
      <div className="form" data-form={`group ${name}`}>
        <div className="form-grid">
          <EntryNames
            id={name}
            label={draft.label}
            isTaken={(to) => to in (ruleset.groups ?? {})}
            onLabel={(label) => change(put(draft, 'label', label), t('form.label'))}
            onId={rename}
          />
          <Select
            label={t('form.adds_to')}
            choices={Object.keys(ruleset.scores).map((id) => ({ id, name: scoreWords(ruleset, id) }))}
            value={draft.score}
            onChange={(score) => change(put(draft, 'score', score), t('form.adds_to'))}
          />
          <LimitFields limits={draft} path={path} onChange={change} />
        </div>
        <FormPart title={t('form.fading')}>
          <DecayFormFields
            decay={draft.decay}
            path={`${path}/decay`}
            inherited={ruleset.scores[draft.score]?.decay}
            onChange={(decay) => change(put(draft, 'decay', decay), t('form.fading'))}
          />
        </FormPart>
        <FaultsElsewhere path={path} />
      </div>
    </FormFactsOf>
  );
}
