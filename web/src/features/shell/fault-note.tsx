import { t, textOr } from '../../i18n';
import { dismissFault } from '../../state/actions';
import { useApp } from '../../state/store';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';

/** What went wrong with the engine or a file, until it is dismissed. */
export function FaultNote() {
  const fault = useApp((state) => state.fault);
  if (!fault) return null;
  return (
    <div className="note bad fault" role="alert">
      <Icon name="warning" />
      <p>
        {textOr(`fault.${fault.code}`, fault.message)}
        {fault.code === 'engine_failed' && <small> {fault.message}</small>}
      </p>
      <Button look="quiet" icon="close" aria-label={t('fault.dismiss')} onPress={dismissFault} />
    </div>
  );
}
