import { t } from '../../../i18n';
import { replaceTrack, setPart } from '../../../ruleset/list-changes';
import { type BuyerStep, buyerSteps, given, type Nurture, type Track } from '../../../ruleset/measuring';
import { put } from '../../../ruleset/put';
import { humanize } from '../../../ruleset/words';
import { changeRules } from '../../../state/actions';
import { useFieldValues } from '../../../state/field-values';
import { AmountField } from '../../../ui/amount-field';
import { TokenField } from '../../../ui/token-field';
import { ConditionForm } from './condition';
import { EntryNames } from './entry-names';
import { Faults, FaultsElsewhere, FormFactsOf, FormPart, Slot, useForm } from './form';
import type { EntryFormProps } from './score-form';
import { useDraft } from './use-draft';

interface StepProps {
  step: BuyerStep;
  contents: string[];
  path: string;
  onChange: (contents: string[]) => void;
}

function StepForm({ step, contents, path, onChange }: StepProps) {
  const { ruleset } = useForm();
  const values = useFieldValues('property', ruleset.economics?.content?.property ?? given.content.property);
  return (
    <div className="content-step">
      <span className="joint">{t(`form.${step}`)}</span>
      <TokenField label={t(`form.${step}`)} values={contents} {...values} onChange={onChange} />
      <Faults path={path} />
    </div>
  );
}

/** Which leads a track is for, and what it has for each step of a buyer. `name` is its id. */
export function TrackForm({ name, facts, onRenamed }: EntryFormProps) {
  const tracks = facts.ruleset.nurture?.tracks ?? [];
  const index = tracks.findIndex(({ id }) => id === name);
  const step = (of: string, part: string) => ({ key: 'step.part' as const, values: { name: of, part } });
  const write = (next: Track, part: string) =>
    changeRules(replaceTrack(name, next), step(next.label ?? humanize(next.id), part));
  const { draft, issues, change } = useDraft<Track>(tracks[index] ?? { id: name, when: { all: [] } }, write);
  const { content = {} } = draft;
  const path = `/nurture/tracks/${index}`;
  const rename = async (to: string) => {
    const faults = await changeRules(replaceTrack(name, put(draft, 'id', to)), step(to, t('form.id')));
    if (faults.length === 0) onRenamed(to);
  };
  const setContents = (of: BuyerStep, contents: string[]) => {
    const next = put(content, of, contents.length > 0 ? contents : undefined);
    change(put(draft, 'content', Object.keys(next).length > 0 ? next : undefined), t('form.contents'));
  };
  return (
    <FormFactsOf value={{ ...facts, issues, funnel: true }}>
      <div className="form" data-form={`track ${name}`}>
        <div className="form-grid">
          <EntryNames
            id={name}
            label={draft.label}
            isTaken={(to) => tracks.some(({ id }) => id === to)}
            onLabel={(label) => change(put(draft, 'label', label), t('form.label'))}
            onId={rename}
          />
        </div>
        <FormPart title={t('form.track_for')}>
          <ConditionForm
            condition={draft.when}
            path={`${path}/when`}
            onChange={(when) => change(put(draft, 'when', when), t('form.track_for'))}
          />
        </FormPart>
        <FormPart title={t('form.contents')}>
          <p className="quiet-text">{t('form.contents_hint')}</p>
          {buyerSteps.map((each) => (
            <StepForm
              key={each}
              step={each}
              contents={content[each] ?? []}
              path={`${path}/content/${each}`}
              onChange={(contents) => setContents(each, contents)}
            />
          ))}
        </FormPart>
        <FaultsElsewhere path={path} />
      </div>
    </FormFactsOf>
  );
}

/** After how long a silence a lead is about to be lost. */
export function SilenceForm({ facts }: EntryFormProps) {
  const part = t('track.silence_title');
  const write = (next: Nurture) =>
    changeRules(setPart('nurture', next), { key: 'step.part', values: { name: t('rules.tracks'), part } });
  const { draft, issues, change } = useDraft<Nurture>(facts.ruleset.nurture ?? {}, write);
  return (
    <FormFactsOf value={{ ...facts, issues, funnel: true }}>
      <div className="form" data-form="nurture silence">
        <Slot path="/nurture/silent_days">
          <AmountField
            label={t('form.silent_days')}
            unit={t('form.days')}
            least={1}
            value={draft.silent_days}
            placeholder={String(given.silentDays)}
            onChange={(days) => change(put(draft, 'silent_days', days), part)}
          />
        </Slot>
        <FaultsElsewhere path="/nurture" />
      </div>
    </FormFactsOf>
  );
}
