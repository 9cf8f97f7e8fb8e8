import { formatDate } from '../../format';
import { t } from '../../i18n';
import { useApp } from '../../state/store';
import { dataWords } from './header';

/** At the head of printed pages: by which rules, of what data, as of when. */
export function PrintHead() {
  const rules = useApp((state) => state.valid?.ruleset.name ?? '');
  const data = useApp(dataWords);
  const asOf = useApp((state) => state.result?.figures.asOf);
  return (
    <p className="print-head">
      {asOf === undefined
        ? t('print.head_unscored', { rules, data })
        : t('print.head', { rules, data, asOf: formatDate(asOf) })}
    </p>
  );
}
