import { formatBytes, formatDate } from '../../format';
import { type MessageKey, t } from '../../i18n';
import { setRemembering, useMemory } from '../../state/remember';
import { chooseSetting, type SettingName, settingChoices, useSettings } from '../../state/settings';
import { closeSheet } from '../../state/sheet';
import { Dialog } from '../../ui/dialog';
import { Icon } from '../../ui/icon';
import { RadioGroup } from '../../ui/radio-group';
import { Switch } from '../../ui/switch';
import { Forget } from '../privacy/forget';
import './style.css';

function Setting({ name }: { name: SettingName }) {
  const settings = useSettings();
  return (
    <RadioGroup
      label={t(`settings.${name}`)}
      choices={settingChoices[name].map((choice) => ({
        id: choice,
        name: t(`settings.${name}_${choice}` as MessageKey),
      }))}
      value={settings[name]}
      onChange={(choice) => chooseSetting(name, choice)}
    />
  );
}

function Remember() {
  const { on, state, at, bytes } = useMemory();
  return (
    <section className="remember" aria-labelledby="remember-title">
      <div className="remember-head">
        <h3 id="remember-title">{t('remember.title')}</h3>
        <Switch label={t('remember.title')} selected={on} onChange={setRemembering} />
      </div>
      <p className="quiet-text">{t('remember.what')}</p>
      <div role="status">
        {on && state === 'writing' && <p className="note">{t('remember.writing')}</p>}
        {on && state === 'failed' && (
          <p className="note bad">
            <Icon name="warning" /> {t('remember.failed')}
          </p>
        )}
        {on && state === 'idle' && at !== null && (
          <p className="note good">
            <Icon name="check" /> {t('remember.kept', { size: formatBytes(bytes), date: formatDate(at) })}
          </p>
        )}
        {on && state === 'idle' && at === null && <p className="note">{t('remember.nothing_yet')}</p>}
      </div>
    </section>
  );
}

/** How the page looks, and what it keeps. */
export default function Settings() {
  return (
    <Dialog look="sheet" title={t('settings.title')} onClose={closeSheet}>
      <div className="settings">
        <Setting name="theme" />
        <Setting name="density" />
        <Setting name="motion" />
        <Remember />
        <Forget />
      </div>
    </Dialog>
  );
}
