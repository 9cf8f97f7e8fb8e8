import { formatGain, formatNumber } from '../../format';
import { t } from '../../i18n';
import { showLeads } from '../../state/actions';
import { useRuleEffect } from '../../state/effects';
import { useApp } from '../../state/store';
import { Tagged } from '../../ui/sentence';
import { CrossingLeads } from '../shell/crossing-leads';

interface RuleWorthProps {
  id: string;
  title: string;
  enabled: boolean;
}

function Effect({ id, title }: { id: string; title: string }) {
  const { crossing, former } = useRuleEffect(id);
  if (!crossing) return <p />;
  const { gained, lost, leadsGained, leadsLost } = crossing;
  if (gained + lost === 0) return <p className={former ? 'stale' : undefined}>{t('rules.no_effect')}</p>;
  const part = (leads: Uint32Array, key: 'effect.gained_by' | 'effect.lost_by') => (number: string) => (
    <CrossingLeads leads={leads} label={{ key, values: { rule: title, number } }}>
      {number}
    </CrossingLeads>
  );
  return (
    <p className={former ? 'stale' : undefined}>
      <Tagged
        text={t('rules.effect', { gained: formatGain(gained), lost: formatGain(-lost) })}
        tags={[part(leadsGained, 'effect.gained_by'), part(leadsLost, 'effect.lost_by')]}
      />
    </p>
  );
}

/** How many leads a rule gives points, and who is qualified, or is not, because of it. */
export function RuleWorth({ id, title, enabled }: RuleWorthProps) {
  const leads = useApp((state) => state.result?.ruleLeads.get(id));
  if (leads === undefined || !enabled) return <div className="rule-worth" />;
  const number = formatNumber(leads);
  return (
    <div className="rule-worth">
      <p>
        {leads > 0 ? (
          <button
            type="button"
            className="link"
            aria-label={t('effect.leads_of', { rule: title, count: leads, number })}
            onClick={() => showLeads({ rule: id })}
          >
            {t('rules.leads', { count: leads, number })}
          </button>
        ) : (
          t('rules.leads', { count: leads, number })
        )}
      </p>
      <Effect id={id} title={title} />
    </div>
  );
}
