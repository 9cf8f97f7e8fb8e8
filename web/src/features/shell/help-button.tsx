import { t } from '../../i18n';
import { openSheet } from '../../state/sheet';
import { Button } from '../../ui/button';

/** In the header; on phones, where that is full, at the foot of the page. */
export function HelpButton() {
  return (
    <Button look="quiet" icon="help" shortcut="help" aria-label={t('header.help')} onPress={() => openSheet('help')} />
  );
}
