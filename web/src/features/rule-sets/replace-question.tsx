import { formatDate } from '../../format';
import { t } from '../../i18n';
import type { KeptRules } from '../../state/rule-sets';
import { Button } from '../../ui/button';

interface ReplaceQuestionProps {
  there: KeptRules;
  onReplace: () => void;
  onCancel: () => void;
}

/** Other rules are kept under the name. */
export function ReplaceQuestion({ there, onReplace, onCancel }: ReplaceQuestionProps) {
  return (
    <div className="note warn" role="alert">
      <p>{t('rule_sets.replace', { name: there.name, date: formatDate(there.at) })}</p>
      <div className="actions">
        <Button look="primary" onPress={onReplace}>
          {t('rule_sets.replace_it')}
        </Button>
        <Button onPress={onCancel}>{t('rule_sets.cancel')}</Button>
      </div>
    </div>
  );
}
