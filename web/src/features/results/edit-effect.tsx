import { formatGain } from '../../format';
import { t } from '../../i18n';
import { useEditEffect } from '../../state/effects';
import { Tagged } from '../../ui/sentence';
import { CrossingLeads } from '../shell/crossing-leads';

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
      <CrossingLeads leads={leadsGained} label={{ key: 'effect.gained_leads', values: { number: inside } }}>
        {inside}
      </CrossingLeads>
    ),
    (inside: string) => (
      <CrossingLeads leads={leadsLost} label={{ key: 'effect.lost_leads', values: { number: inside } }}>
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
