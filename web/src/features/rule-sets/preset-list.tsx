import { useEffect, useState } from 'react';
import { t } from '../../i18n';
import { openRules } from '../../state/rule-sets';
import { closeSheet } from '../../state/sheet';
import { Button } from '../../ui/button';
import { loadPresets, type Preset } from './presets';

/** Ready rule sets to start from. */
export function PresetList() {
  const [presets, setPresets] = useState<Preset[]>([]);
  useEffect(() => {
    loadPresets().then(setPresets);
  }, []);
  const open = ({ name, text }: Preset) => {
    openRules(name, text);
    closeSheet();
  };
  return (
    <section aria-labelledby="presets-title">
      <h3 id="presets-title">{t('rule_sets.presets')}</h3>
      <ul className="preset-list">
        {presets.map((preset) => (
          <li key={preset.name}>
            <p>
              <b>{preset.name}</b>
              <span className="quiet-text" lang="en">
                {preset.description}
              </span>
            </p>
            <Button aria-label={t('rule_sets.open_named', { name: preset.name })} onPress={() => open(preset)}>
              {t('rule_sets.open')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
