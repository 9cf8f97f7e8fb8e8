import { Fragment } from 'react';
import { t } from '../../i18n';
import { isCharacters, onMac, type ShortcutId, shortcuts } from '../../shortcuts';
import { setCharacterKeys, useCharacterKeys } from '../../state/character-keys';
import { Keys } from '../../ui/keys';
import { Switch } from '../../ui/switch';

/** The shortcuts, with a switch for those that are characters alone. */
export function KeyTable({ ids }: { ids: ShortcutId[] }) {
  const on = useCharacterKeys();
  const label = t(onMac() ? 'keys.characters_mac' : 'keys.characters');
  return (
    <section className="help-part" aria-labelledby="help-keys">
      <h3 id="help-keys">{t('help.keys')}</h3>
      <dl className="key-table">
        {ids.map((id) => (
          <div key={id}>
            <dt>{t(`shortcut.${id}`)}</dt>
            <dd>
              {shortcuts[id].keys.map((keys, index) => (
                <Fragment key={keys}>
                  {index > 0 && <small>{t('keys.or')}</small>}
                  <span data-off={(!on && isCharacters(keys)) || undefined}>
                    <Keys keys={keys} />
                  </span>
                </Fragment>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <div className="key-switch">
        <div>
          <p>{label}</p>
          <p className="quiet-text">{t('keys.characters_hint')}</p>
        </div>
        <Switch label={label} selected={on} onChange={setCharacterKeys} />
      </div>
    </section>
  );
}
