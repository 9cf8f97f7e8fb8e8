import { formatGain, formatNumber } from '../../format';
import { t } from '../../i18n';
import { useRuleEffect } from '../../state/effects';
import { useApp } from '../../state/store';
import { Tagged } from '../../ui/sentence';
import { GainedBy, LeadsOfRule, LostBy } from '../shell/crossing-leads';

interface RuleWorthProps {
  id: string;
  title: string;
  enabled: boolean;
}

function Effect({ id, title }: { id: string; title: string }) {
  const { crossing, former } = useRuleEffect(id);
  if (!crossing) return <p />;
  const { gained, lost } = crossing;
  return (
    <p className={former ? 'stale' : undefined}>
      {gained + lost === 0 ? (
        t('rules.no_effect')
      ) : (
        <Tagged
          text={t('rules.effect', { gained: formatGain(gained), lost: formatGain(-lost) })}
          tags={[
            () => <GainedBy rule={title} crossing={crossing} />,
            () => <LostBy rule={title} crossing={crossing} />,
          ]}
        />
      )}
    </p>
  );
}

/** How many leads a rule gives points, and who is qualified, or is not, because of it. */
export function RuleWorth({ id, title, enabled }: RuleWorthProps) {
  const leads = useApp((state) => state.result?.ruleLeads.get(id));
  if (leads === undefined || !enabled) return <div className="rule-worth" />;
  return (
    <div className="rule-worth">
      <p>
        <LeadsOfRule id={id} title={title} leads={leads}>
          {t('rules.leads', { count: leads, number: formatNumber(leads) })}
        </LeadsOfRule>
      </p>
      <Effect id={id} title={title} />
    </div>
  );
}
