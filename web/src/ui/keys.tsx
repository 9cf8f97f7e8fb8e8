import { Fragment } from 'react';
import { t } from '../i18n';
import { keyNames, onMac } from '../shortcuts';

/** Keys as they stand on the keyboard: of one way, "Mod+Shift+z" or "g r". */
export function Keys({ keys }: { keys: string }) {
  return (
    <span className="keys">
      {keyNames(keys, onMac()).map((stroke, index) => (
        <Fragment key={stroke.join()}>
          {index > 0 && <small>{t('keys.then')}</small>}
          {stroke.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}
