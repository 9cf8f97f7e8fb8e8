import { useState } from 'react';
import { t } from '../../i18n';
import { downloadRules } from '../../state/download';
import { inTheWay, type KeptRules, keepRules, openRules, useUnsaved } from '../../state/rule-sets';
import { closeSheet } from '../../state/sheet';
import { useApp } from '../../state/store';
import { Button } from '../../ui/button';
import { FileButton } from '../../ui/file-button';
import type { Tell } from './keeping-note';
import { NameForm } from './name-form';
import { ReplaceQuestion } from './replace-question';

async function openFile([file]: File[]) {
  if (!file) return;
  openRules(file.name, await file.text());
  closeSheet();
}

/** The rule set that is open: into a file first, into this browser second. */
export function OpenRules({ tell }: { tell: Tell }) {
  const name = useApp((state) => state.valid?.ruleset.name) || t('rule_sets.unnamed');
  const count = useApp((state) => state.valid?.ruleset.rules.length ?? 0);
  const unsaved = useUnsaved();
  const [naming, setNaming] = useState(false);
  const [blocked, setBlocked] = useState<KeptRules | null>(null);
  const keepNow = (as: string) => {
    setBlocked(null);
    setNaming(false);
    tell({ name: as, outcome: keepRules(as) });
  };
  const keepUnless = (as: string) => {
    const there = inTheWay(as);
    if (there) setBlocked(there);
    else keepNow(as);
  };
  return (
    <section className="open-rules" aria-labelledby="open-rules-title">
      <h3 id="open-rules-title">{name}</h3>
      <p className="quiet-text">
        {t(unsaved ? 'rule_sets.unsaved' : 'rule_sets.safe', { rules: t('rule_sets.rules', { count }) })}
      </p>
      <div className="actions">
        <Button look="primary" icon="download" onPress={downloadRules}>
          {t('rule_sets.save_file')}
        </Button>
        <FileButton icon="file" accept={['.json', 'application/json']} onFiles={openFile}>
          {t('rule_sets.open_file')}
        </FileButton>
        <Button onPress={() => keepUnless(name)}>{t('rule_sets.keep')}</Button>
        <Button onPress={() => setNaming(true)}>{t('rule_sets.keep_as')}</Button>
      </div>
      {naming && !blocked && <NameForm name={name} onName={keepUnless} onCancel={() => setNaming(false)} />}
      {blocked && (
        <ReplaceQuestion there={blocked} onReplace={() => keepNow(blocked.name)} onCancel={() => setBlocked(null)} />
      )}
    </section>
  );
}
