import { t } from '../../i18n';
import { eventFiles, filesOf, leadFiles } from '../../import/draft';
import type { Draft } from '../../state/app-state';
import { dropDraft, isUsable, saveMapping, tellOfAll, useDraft } from '../../state/import';
import { useApp } from '../../state/store';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/checkbox';
import { Icon } from '../../ui/icon';
import { DraftFileCard } from './draft-file';
import { IssueList } from './issue-list';
import { refusalWords } from './words';

/** What was given and not yet accepted. */
export function DraftCard({ draft }: { draft: Draft }) {
  const origin = useApp((state) => state.origin);
  const { files, options, refused } = draft;
  const all = filesOf(files, origin);
  const leads = leadFiles(all);
  const events = eventFiles(all);
  const joined = all.length > files.length;
  return (
    <section className="card draft" aria-labelledby="draft-title" aria-busy={draft.reading}>
      <div className="section-head">
        <h2 id="draft-title">{t('data.preview')}</h2>
        <p className="quiet-text">{t('data.preview_hint')}</p>
      </div>
      {draft.reading && <p className="loading">{t('data.reading')}</p>}
      {draft.refusals.map((refusal) => (
        <div key={`${refusal.name} ${refusal.code}`} className="note bad" role="alert">
          <Icon name="warning" />
          <p>
            <b>{refusal.name}</b> {refusalWords(refusal)}
          </p>
        </div>
      ))}
      {files.map((file) => (
        <DraftFileCard key={file.path} file={file} />
      ))}
      {refused && (
        <div className="refused" role="alert">
          <div className="note bad">
            <Icon name="warning" />
            <p>{t('data.refused')}</p>
          </div>
          {refused !== 'files' && (
            <>
              <IssueList report={refused.leads} />
              {refused.events && <IssueList report={refused.events} />}
            </>
          )}
        </div>
      )}
      {joined && <p className="note">{t('data.joins', { name: leads.map(({ name }) => name).join(', ') })}</p>}
      {events.length > 0 && (
        <div className="of-all">
          <Checkbox
            label={t('data.orphan_leads')}
            checked={options.orphans === 'leads'}
            onChange={(on) => tellOfAll({ orphans: on ? 'leads' : 'keep' })}
          />
          <p className="quiet-text">{t(leads.length > 0 ? 'data.orphan_leads_hint' : 'data.needs_leads')}</p>
        </div>
      )}
      {leads.length > 1 && (
        <div className="of-all">
          <Checkbox
            label={t('data.merge_by_email')}
            checked={options.merge_by_email ?? true}
            onChange={(on) => tellOfAll({ merge_by_email: on })}
          />
          <p className="quiet-text">{t('data.merge_by_email_hint')}</p>
        </div>
      )}
      <div className="actions">
        <Button look="primary" isDisabled={!isUsable(draft, origin)} onPress={useDraft}>
          {t('data.use')}
        </Button>
        <Button onPress={dropDraft}>{t('data.cancel')}</Button>
        {files.length > 0 && (
          <Button look="quiet" icon="download" onPress={saveMapping}>
            {t('data.save_mapping')}
          </Button>
        )}
      </div>
    </section>
  );
}
