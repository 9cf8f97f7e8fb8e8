// The rules in the order of what they change.
import type { ChartTable } from '../../../charts/chart-table';
import type { Crossing } from '../../../engine/protocol';
import { t } from '../../../i18n';
import { ruleTitle } from '../../../ruleset/rule-sentence';
import type { Result } from '../../../state/app-state';

export interface RuleEffect {
  id: string;
  title: string;
  leads: number;
  /** null: not known yet. */
  crossing: Crossing | null;
  /** It is that of the rules before the last edit. */
  former: boolean;
}

const size = ({ crossing }: RuleEffect): number => (crossing ? crossing.gained + crossing.lost : -1);

type Known = ReadonlyMap<string, Crossing>;

/** Every enabled rule: those that change most first, then those of which it is not known, by their leads. */
export function ruleEffects({ ruleset, ruleLeads }: Result, known: Known, former: Known): RuleEffect[] {
  const enabled = ruleset.rules.filter(({ enabled }) => enabled !== false);
  const effects = enabled.map((rule): RuleEffect => {
    const { id } = rule;
    const crossing = known.get(id) ?? former.get(id) ?? null;
    return { id, title: ruleTitle(rule), leads: ruleLeads.get(id) ?? 0, crossing, former: !known.has(id) };
  });
  return effects.sort((a, b) => size(b) - size(a) || b.leads - a.leads);
}

/** Crossings stand in it as far as they are known; `staged`: there is a line to cross. */
export function effectsTable(effects: RuleEffect[], staged: boolean): ChartTable {
  return {
    columns: [t('effect.rule'), t('chart.leads'), ...(staged ? [t('effect.gained'), t('effect.lost')] : [])],
    rows: effects.map(({ title, leads, crossing }) => [
      title,
      leads,
      ...(staged ? [crossing?.gained ?? '', crossing?.lost ?? ''] : []),
    ]),
  };
}
