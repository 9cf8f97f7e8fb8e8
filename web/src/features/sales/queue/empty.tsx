import { t } from '../../../i18n';
import { handOffStage } from '../../../ruleset/hand-off';
import type { Ruleset } from '../../../ruleset/ruleset';
import { ruleHref } from '../../../state/route';

/** Why the list is empty, and what to do. */
export function NobodyWaits({ ruleset, list }: { ruleset: Ruleset; list: 'contactable' | 'anonymous' }) {
  const stage = handOffStage(ruleset);
  if (!stage) {
    return (
      <div className="empty card">
        <h2>{t('sales.no_stages')}</h2>
        <p>{t('sales.no_stages.what')}</p>
        <a className="button primary" href={ruleHref('card-stages')}>
          {t('sales.no_stages.make')}
        </a>
      </div>
    );
  }
  const name = stage.label ?? stage.id;
  return (
    <div className="empty card">
      <h2>{t(`sales.empty.${list}`)}</h2>
      {list === 'contactable' && <p>{t('sales.empty.what', { stage: name })}</p>}
    </div>
  );
}
