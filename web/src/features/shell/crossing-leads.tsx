import type { ReactNode } from 'react';
import type { Crossing } from '../../engine/protocol';
import { formatGain, formatNumber } from '../../format';
import { t } from '../../i18n';
import { showLeads } from '../../state/actions';
import type { Label } from '../../state/app-state';

/** So many leads, which it opens under this label; of none there is nothing to open. */
export function CrossingLeads({ leads, label, children }: { leads: Uint32Array; label: Label; children: ReactNode }) {
  if (leads.length === 0) return <span>{children}</span>;
  return (
    <button
      type="button"
      className="link"
      aria-label={t(label.key, label.values)}
      onClick={() => showLeads({ only: leads }, label)}
    >
      {children}
    </button>
  );
}

/** The leads that are qualified because of a rule: "+18". */
export function GainedBy({ rule, crossing: { gained, leadsGained } }: { rule: string; crossing: Crossing }) {
  const number = formatGain(gained);
  return (
    <CrossingLeads leads={leadsGained} label={{ key: 'effect.gained_by', values: { rule, number } }}>
      {number}
    </CrossingLeads>
  );
}

/** The leads that it keeps from being qualified: "-3". */
export function LostBy({ rule, crossing: { lost, leadsLost } }: { rule: string; crossing: Crossing }) {
  const number = formatGain(-lost);
  return (
    <CrossingLeads leads={leadsLost} label={{ key: 'effect.lost_by', values: { rule, number } }}>
      {number}
    </CrossingLeads>
  );
}

interface LeadsOfRuleProps {
  id: string;
  title: string;
  leads: number;
  children: ReactNode;
}

/** The leads that a rule gives points. */
export function LeadsOfRule({ id, title, leads, children }: LeadsOfRuleProps) {
  if (leads === 0) return children;
  return (
    <button
      type="button"
      className="link"
      aria-label={t('effect.leads_of', { rule: title, count: leads, number: formatNumber(leads) })}
      onClick={() => showLeads({ rule: id })}
    >
      {children}
    </button>
  );
}
