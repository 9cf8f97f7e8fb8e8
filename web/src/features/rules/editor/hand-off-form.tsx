import type { ReactNode } from 'react';
import { t } from '../../../i18n';
import { setPart } from '../../../ruleset/list-changes';
import { given, type Sla } from '../../../ruleset/measuring';
import { put } from '../../../ruleset/put';
import { stageWords } from '../../../ruleset/words';
import { changeRules } from '../../../state/actions';
import { AmountField } from '../../../ui/amount-field';
import { Select } from '../../../ui/select';
import { TokenField } from '../../../ui/token-field';
import { BusinessHoursForm } from './business-hours';
import { Faults, FaultsElsewhere, FormFactsOf, FormPart, Slot, useForm } from './form';
import { GivenPattern } from './given';
import { NameField } from './name-field';
import type { EntryFormProps } from './score-form';
import { useNames } from './suggestions';
import { useDraft } from './use-draft';

interface PartProps {
  sla: Sla;
  set: <K extends keyof Sla & string>(key: K, value: Sla[K] | undefined) => void;
}

function Clock({ sla, set }: PartProps) {
  const { ruleset } = useForm();
  const stages = (ruleset.stages ?? []).map(({ id }) => ({ id: `stage ${id}`, name: stageWords(ruleset, id) }));
  return (
    <>
      <div className="form-grid">
        <Slot path="/sla/stage">
          <Select
            label={t('form.handed_over_at')}
            choices={[{ id: 'given', name: t('form.stage_given') }, ...stages]}
            value={sla.stage === undefined ? 'given' : `stage ${sla.stage}`}
            onChange={(id) => set('stage', id === 'given' ? undefined : id.slice('stage '.length))}
          />
        </Slot>
        <Slot path="/sla/hours">
          <AmountField
            label={t('form.touch_within')}
            unit={t('form.hours')}
            least={1}
            most={8760}
            value={sla.hours}
            placeholder={String(given.hours)}
            onChange={(hours) => set('hours', hours)}
          />
        </Slot>
      </div>
      <BusinessHoursForm hours={sla.business_hours} onChange={(hours) => set('business_hours', hours)} />
    </>
  );
}

function Pattern({ sla, set, of, title }: PartProps & { of: 'touch' | 'accept' | 'reject'; title: string }) {
  return (
    <GivenPattern
      title={title}
      given={given[of]}
      pattern={sla[of]}
      path={`/sla/${of}`}
      onChange={(pattern) => set(of, pattern)}
    />
  );
}

function Contact({ sla, set }: PartProps) {
  const names = useNames('field');
  return (
    <FormPart title={t('form.contact')}>
      <p className="quiet-text">{t('form.contact_hint')}</p>
      <TokenField
        label={t('form.contact')}
        values={sla.contact ?? given.contact}
        suggestions={names}
        onChange={(fields) => set('contact', fields.length > 0 ? fields : undefined)}
      />
      <Faults path="/sla/contact" />
    </FormPart>
  );
}

/** What starts and ends the clock of sales, and how it answers; `name` says which of these. */
export function HandOffForm({ name, facts }: EntryFormProps) {
  const write = (next: Sla, part: string) =>
    changeRules(setPart('sla', next), { key: 'step.part', values: { name: t('rules.handoff'), part } });
  const { draft, issues, change } = useDraft<Sla>(facts.ruleset.sla ?? {}, write);
  const titles: Record<string, string> = {
    clock: t('handoff.clock_title'),
    touch: t('handoff.touch_title'),
    answer: t('handoff.answer_title'),
    contact: t('handoff.contact_title'),
  };
  const props: PartProps = { sla: draft, set: (key, value) => change(put(draft, key, value), titles[name] ?? '') };
  const parts: Record<string, ReactNode> = {
    clock: <Clock {...props} />,
    touch: <Pattern {...props} of="touch" title={t('form.touch')} />,
    answer: (
      <>
        <Pattern {...props} of="accept" title={t('form.accept')} />
        <Pattern {...props} of="reject" title={t('form.reject')} />
        <Slot path="/sla/reason">
          <NameField
            label={t('form.reject_reason')}
            of="property"
            value={draft.reason ?? given.reason}
            onChange={(reason) => props.set('reason', reason)}
          />
        </Slot>
      </>
    ),
    contact: <Contact {...props} />,
  };
  return (
    <FormFactsOf value={{ ...facts, issues, funnel: true }}>
      <div className="form" data-form={`sla ${name}`}>
        {parts[name]}
        <FaultsElsewhere path="/sla" />
      </div>
    </FormFactsOf>
  );
}
