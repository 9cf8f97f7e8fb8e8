import { useEffect } from 'react';
import { ruleHref, useRuleInAddress } from '../../state/route';

/** For the list of rules: brings the rule that the address names into view, with the focus. */
export function useShownRule(): void {
  const id = useRuleInAddress();
  useEffect(() => {
    const row = id && document.querySelector<HTMLElement>(`[data-rule="${CSS.escape(id)}"]`);
    if (!row) return;
    row.tabIndex = -1;
    row.scrollIntoView({ block: 'center' });
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
