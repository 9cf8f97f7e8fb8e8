import { formatDate } from '../../format';
import { t } from '../../i18n';
import { notNow, takeNewVersion, useNewVersion } from '../../state/offline';
import { dismissOpened, useMemory } from '../../state/remember';
import { openSheet } from '../../state/sheet';
import { useApp } from '../../state/store';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';

/** The data came from this device, not from the user's hands. */
function OpenedAgain() {
  const { opened, at } = useMemory();
  const source = useApp((state) => state.source);
  if (!opened || at === null || source?.kind !== 'tables') return null;
  return (
    <div className="note shell-note" role="status">
      <Icon name="data" />
      <p>{t('remember.opened', { name: source.leads.name, date: formatDate(at) })}</p>
      <Button onPress={() => openSheet('settings')}>{t('remember.change')}</Button>
      <Button look="quiet" icon="close" aria-label={t('remember.dismiss')} onPress={dismissOpened} />
    </div>
  );
}

function NewVersion() {
  const waiting = useNewVersion();
  if (!waiting) return null;
  return (
    <div className="note shell-note" role="status">
      <Icon name="redo" />
      <p>{t('update.ready')}</p>
      <Button onPress={takeNewVersion}>{t('update.reload')}</Button>
      <Button look="quiet" icon="close" aria-label={t('update.later')} onPress={notNow} />
    </div>
  );
}

/** What the page has to tell by itself. */
export function Notes() {
  return (
    <>
      <NewVersion />
      <OpenedAgain />
    </>
  );
}
