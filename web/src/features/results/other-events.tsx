import { formatNumber, listAll } from '../../format';
import { t } from '../../i18n';
import { unaskedTypes } from '../../ruleset/event-types';
import { eventTypesUsed } from '../../ruleset/names-used';
import type { Result } from '../../state/app-state';
import { useApp } from '../../state/store';
import { Icon } from '../../ui/icon';

const FEW = 5;

/** Said when the rules know none of the types of event in the data: other people's events have other names. */
export function OtherEvents({ result }: { result: Result }) {
  const data = useApp((state) => state.data);
  const types = unaskedTypes(result.ruleset, data);
  const asks = eventTypesUsed(result.ruleset).size > 0;
  if (types.length === 0 || !asks || types.length < (data?.eventTypes.length ?? 0)) return null;
  const most = types.slice(0, FEW);
  const named = most.map(({ type, count }) => t('check.type_count', { type, number: formatNumber(count) }));
  const rest = types.length - most.length;
  return (
    <div className="note">
      <Icon name="warning" />
      <p>
        {t('results.other_events', {
          types: listAll([...named, ...(rest > 0 ? [t('check.more', { count: rest })] : [])]),
        })}
      </p>
      <a className="button" href="#/rules">
        {t('check.see_rules')}
      </a>
    </div>
  );
}
