import type { ReactNode } from 'react';
import { formatGain } from '../../format';
import { t } from '../../i18n';
import { showLeads } from '../../state/actions';
import { useEditEffect } from '../../state/effects';
import { Tagged } from '../../ui/sentence';

/** So many leads, which it opens; of none there is nothing to open. */
export function CrossingLeads({ leads, name, children }: { leads: Uint32Array; name: string; children: ReactNode }) {
  if (leads.length === 0) return <span>{children}</span>;
  return (
    <button type="button" className="link" aria-label={name} onClick={() => showLeads({ only: leads })}>
      {children}
    </button>
  );
}

/** Who crossed the line by the last edit; read out once, when it is known. */
export function EditEffect() {
  const effect = useEditEffect();
  if (effect === null) return <p role="status" />;
  if (effect === 'asked') {
    return (
      <p role="status" className="edit-effect">
        <span aria-hidden="true">{t('effect.counting')}</span>
      </p>
    );
  }
  const { gained, lost, leadsGained, leadsLost } = effect;
  if (gained + lost === 0) {
    return (
      <p role="status" className="edit-effect">
        {t('effect.nothing')}
      </p>
    );
  }
  const text = t('effect.last', { gained: formatGain(gained), lost: formatGain(-lost) });
  const tags = [
    (inside: string) => (
      <CrossingLeads leads={leadsGained} name={t('effect.gained_leads', { number: inside })}>
        {inside}
      </CrossingLeads>
    ),
    (inside: string) => (
      <CrossingLeads leads={leadsLost} name={t('effect.lost_leads', { number: inside })}>
        {inside}
      </CrossingLeads>
    ),
  ];
  return (
    <p role="status" className="edit-effect">
      <Tagged text={text} tags={tags} />
    </p>
  );
}
