// What is worth a look in the result: rules without effect, data that was left out.
import type { DataReport } from '../../engine/protocol';
import { formatNumber } from '../../format';
import { t } from '../../i18n';
import type { Result } from '../../state/app-state';

export interface Check {
  text: string;
  href: string;
}

export function checks(result: Result, data: DataReport | null): Check[] {
  const found: Check[] = [];
  const add = (key: Parameters<typeof t>[0], count: number, href: string) => {
    if (count > 0) found.push({ text: t(key, { count, number: formatNumber(count) }), href });
  };
  const counts = [...result.ruleLeads.values()];
  add('check.rules_none', counts.filter((leads) => leads === 0).length, '#/rules');
  add('check.rules_all', counts.filter((leads) => leads === result.figures.numLeads).length, '#/rules');
  add('check.left_out', (data?.leads.leftOut ?? 0) + (data?.events?.leftOut ?? 0), '#/data');
  add('check.orphans', data?.orphans ?? 0, '#/data');
  return found;
}
