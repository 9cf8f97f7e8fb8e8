import { t } from '../../i18n';
import type { Draft } from '../../state/app-state';
import { dropDraft, leadsOf, useDraft } from '../../state/import';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { DraftTableCard } from './draft-table';
import { IssueList } from './issue-list';

/** What was given and not yet accepted. */
export function DraftCard({ draft }: { draft: Draft }) {
  const leads = leadsOf(draft);
  const own = draft.tables.some(({ kind }) => kind === 'leads');
  return (
    <section className="card draft" aria-labelledby="draft-title" aria-busy={draft.reading}>
      <div className="section-head">
        <h2 id="draft-title">{t('data.preview')}</h2>
        <p className="quiet-text">{t('data.preview_hint')}</p>
      </div>
      {draft.reading && <p className="loading">{t('data.reading')}</p>}
      {draft.tables.map((table) => (
        <DraftTableCard key={`${table.kind} ${table.name}`} table={table} />
      ))}
      {draft.refused && (
        <div className="refused" role="alert">
          <div className="note bad">
            <Icon name="warning" />
            <p>{t('data.refused')}</p>
          </div>
          <IssueList report={draft.refused.leads} />
          {draft.refused.events && <IssueList report={draft.refused.events} />}
        </div>
      )}
      {!own && draft.tables.length > 0 && (
        <p className="note">{leads ? t('data.joins', { name: leads.name }) : t('data.needs_leads')}</p>
      )}
      <div className="actions">
        <Button look="primary" isDisabled={!leads || draft.reading || draft.tables.length === 0} onPress={useDraft}>
          {t('data.use')}
        </Button>
        <Button onPress={dropDraft}>{t('data.cancel')}</Button>
      </div>
    </section>
  );
}
