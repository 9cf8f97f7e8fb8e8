import { formatNumber } from '../../format';
import { t } from '../../i18n';
import { useApp } from '../../state/store';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { ProgressBar } from '../../ui/progress-bar';
import type { Choices } from './choices';
import { canCopy, MOST_LEADS } from './clipboard';
import type { Made, Order } from './make';
import { type Exporter, type Outcome, useExport } from './use-export';
import { MOST_ROWS } from './xlsx';

/** What stands in the way; null: nothing. */
function useObstacle(order: Order | null): string | null {
  const leads = useApp(({ result, list }) => {
    if (order?.choices.leads === 'given') return order.query.only?.length ?? 0;
    if (order?.choices.leads === 'all') return result?.figures.numLeads ?? 0;
    return order?.choices.leads === 'listed' ? (list.selection?.count ?? 0) : 0;
  });
  if (!order) return t('export.no_columns');
  const { form } = order.choices;
  if (form === 'clipboard' && !canCopy()) return t('export.no_clipboard');
  if (form === 'clipboard' && leads > MOST_LEADS)
    return t('export.too_many_to_copy', { most: formatNumber(MOST_LEADS) });
  if (form === 'xlsx' && leads > MOST_ROWS) return t('export.too_many_rows', { most: formatNumber(MOST_ROWS) });
  return null;
}

function Lost({ made, exporter, onUtf8 }: { made: Made; exporter: Exporter; onUtf8: () => void }) {
  const { count, characters } = made.lost;
  return (
    <div className="note warn export-lost" role="alert">
      <Icon name="warning" />
      <p>{t('export.lost', { count, number: formatNumber(count), characters: characters.join(' ') })}</p>
      <div className="actions">
        <Button
          look="primary"
          onPress={() => {
            exporter.answer(false);
            onUtf8();
          }}
        >
          {t('export.lost_utf8')}
        </Button>
        <Button onPress={() => exporter.answer(true)}>{t('export.lost_save')}</Button>
      </div>
    </div>
  );
}

function words(outcome: Outcome): string {
  if (outcome.kind === 'saved') {
    const { name, leads, cut } = outcome.made;
    const saved = t('export.saved', { name, count: leads, number: formatNumber(leads) });
    return cut > 0 ? t('export.saved_cut', { saved, count: cut, number: formatNumber(cut) }) : saved;
  }
  if (outcome.kind === 'copied')
    return t('export.copied', { count: outcome.leads, number: formatNumber(outcome.leads) });
  return outcome.kind === 'cancelled' ? t('export.cancelled') : '';
}

export interface FinishProps {
  /** null: there is nothing to write. */
  order: Order | null;
  onChange: (change: Partial<Choices>) => void;
}

/** The button that does it, and what comes of it. */
export function Finish({ order, onChange }: FinishProps) {
  const exporter = useExport();
  const { outcome } = exporter;
  const obstacle = useObstacle(order);
  const copies = order?.choices.form === 'clipboard';
  const running = outcome.kind === 'running';
  return (
    <div className="export-finish">
      {obstacle && <p className="note">{obstacle}</p>}
      {outcome.kind === 'asks' && (
        <Lost made={outcome.made} exporter={exporter} onUtf8={() => onChange({ encoding: 'utf-8-bom' })} />
      )}
      {outcome.kind === 'not_copied' && (
        <p className="note bad">
          <Icon name="warning" /> {t('export.not_copied')}
        </p>
      )}
      <div className="actions">
        {running ? (
          <Button onPress={exporter.cancel}>{t('export.cancel')}</Button>
        ) : (
          <Button
            look="primary"
            icon={copies ? 'copy' : 'download'}
            isDisabled={!order || obstacle !== null}
            onPress={() => order && exporter.start(order, t('export.sheet'))}
          >
            {t(copies ? 'export.copy' : 'export.download')}
          </Button>
        )}
        {running && <ProgressBar label={t('export.progress')} done={outcome.done} />}
        <p className="quiet-text" role="status">
          {words(outcome)}
        </p>
      </div>
    </div>
  );
}
