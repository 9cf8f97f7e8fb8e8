import { useEffect, useState } from 'react';
import { t } from '../../i18n';
import { refreshKeptRules } from '../../state/rule-sets';
import { closeSheet } from '../../state/sheet';
import { Dialog } from '../../ui/dialog';
import { KeepingNote, type Said } from './keeping-note';
import { KeptList } from './kept-list';
import { OpenRules } from './open-rules';
import { PresetList } from './preset-list';
import './style.css';

/** Opens, saves and names rule sets. */
export default function RuleSets() {
  const [said, tell] = useState<Said | null>(null);
  useEffect(refreshKeptRules, []);
  return (
    <Dialog title={t('rule_sets.title')} onClose={closeSheet}>
      <div className="rule-sets">
        <OpenRules tell={tell} />
        <KeepingNote said={said} tell={tell} />
        <KeptList tell={tell} />
        <PresetList />
        <p className="quiet-text">{t('rule_sets.hint')}</p>
      </div>
    </Dialog>
  );
}
