import { useEffect } from 'react';
import { ruleHref, useRuleInAddress } from '../../state/route';

// A rule, or a card of the parts behind the rules by the id of its title.
const shownBy = (id: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-rule="${CSS.escape(id)}"]`) ??
  document.getElementById(id)?.closest<HTMLElement>('.card') ??
  null;

/** For the list of rules: brings the rule or card that the address names into view, with the focus. */
export function useShownRule(): void {
  const id = useRuleInAddress();
  useEffect(() => {
    const row = id && shownBy(id);
    if (!row) return;
    row.tabIndex = -1;
    row.scrollIntoView({ block: row.dataset.rule ? 'center' : 'start' });
    row.focus({ preventScroll: true });
    if (location.hash === ruleHref(id)) location.replace('#/rules'); // so that it can be asked for again
  });
}

/** For what holds the list: calls `showList` when the address names a rule. */
export function useListForRule(showList: () => void): void {
  const id = useRuleInAddress();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each rule that is asked for
  useEffect(() => {
    if (id !== '') showList();
  }, [id]);
}
