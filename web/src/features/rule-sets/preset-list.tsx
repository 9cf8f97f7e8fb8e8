import { useEffect, useState } from 'react';
import { t } from '../../i18n';
import { openRules } from '../../state/rule-sets';
import { closeSheet } from '../../state/sheet';
import { Button } from '../../ui/button';
import { loadPresets, type Preset } from './presets';

function Origin({ preset: { source, leftOut } }: { preset: Preset }) {
  if (source === '' && leftOut.length === 0) return null;
  return (
    <details>
      <summary>{t('rule_sets.origin')}</summary>
      <p className="quiet-text" lang="en">
        {source}
      </p>
      {leftOut.length > 0 && (
        <>
          <h4>{t('rule_sets.left_out')}</h4>
          <ul className="left-out" lang="en">
            {leftOut.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}

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
            <div>
              <p>
                <b>{preset.name}</b>
                <span className="quiet-text" lang="en">
                  {preset.description}
                </span>
              </p>
              <Origin preset={preset} />
            </div>
            <Button aria-label={t('rule_sets.open_named', { name: preset.name })} onPress={() => open(preset)}>
              {t('rule_sets.open')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
