import type { Keeping } from '../../browser-storage';
import { t } from '../../i18n';
import { type KeptRules, restoreKeptRules } from '../../state/rule-sets';
import { Button } from '../../ui/button';

/** What was done last: kept under a name, or not; or deleted, which can be taken back. */
export type Said = { name: string; outcome: Keeping } | { deleted: KeptRules };
export type Tell = (said: Said | null) => void;

export function KeepingNote({ said, tell }: { said: Said | null; tell: Tell }) {
  if (!said) return <div role="status" />;
  if ('deleted' in said) {
    const { deleted } = said;
    const restore = () => tell({ name: deleted.name, outcome: restoreKeptRules(deleted) });
    return (
      <div className="note" role="status">
        <p>{t('rule_sets.deleted', { name: deleted.name })}</p>
        <Button onPress={restore}>{t('rule_sets.restore')}</Button>
      </div>
    );
  }
  return (
    <div className={said.outcome === 'kept' ? 'note good' : 'note bad'} role="status">
      <p>{t(`keeping.${said.outcome}`, { name: said.name })}</p>
    </div>
  );
}
