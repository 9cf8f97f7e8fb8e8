import { useState } from 'react';
import { t } from '../../i18n';
import { editRules } from '../../state/actions';
import { downloadRules } from '../../state/download';
import { useApp } from '../../state/store';
import { Button } from '../../ui/button';
import { FileButton } from '../../ui/file-button';
import { Tabs } from '../../ui/tabs';
import { LeadTest } from './lead-test';
import { RuleList } from './rule-list';
import { RuleText } from './rule-text';
import { useListForRule } from './show-rule';
import './style.css';

async function openRules([file]: File[]) {
  if (file) editRules(await file.text(), { key: 'step.open', values: { name: file.name } });
}

/** The list cannot be changed while the text has faults: it would show one thing and change another. */
function FaultyNote({ onText }: { onText: () => void }) {
  const valid = useApp((state) => state.valid?.text);
  return (
    <div className="note bad">
      <p>{t('rules.locked')}</p>
      <Button onPress={onText}>{t('rules.see_faults')}</Button>
      {valid !== undefined && (
        <Button onPress={() => editRules(valid, { key: 'step.back', values: {} })}>{t('rules.go_back')}</Button>
      )}
    </div>
  );
}

export default function Rules() {
  const ruleset = useApp((state) => state.valid?.ruleset);
  const faulty = useApp((state) => state.faulty);
  const [tab, setTab] = useState('list');
  useListForRule(() => setTab('list'));
  const list = (
    <>
      {faulty && <FaultyNote onText={() => setTab('text')} />}
      <LeadTest />
      {ruleset ? <RuleList ruleset={ruleset} locked={faulty} /> : <p className="loading">{t('page.loading')}</p>}
    </>
  );
  return (
    <div className="rules">
      <div className="screen-head">
        <h1>{ruleset?.name ?? t('nav.rules')}</h1>
        <FileButton icon="file" accept={['.json', 'application/json']} onFiles={openRules}>
          {t('rules.open')}
        </FileButton>
        <Button icon="download" onPress={downloadRules}>
          {t('rules.download')}
        </Button>
      </div>
      {ruleset?.description && <p className="quiet-text description">{ruleset.description}</p>}
      <Tabs
        label={t('nav.rules')}
        selected={tab}
        onChange={setTab}
        tabs={[
          { id: 'list', name: t('rules.as_list'), panel: list },
          { id: 'text', name: t('rules.as_text'), panel: <RuleText /> },
        ]}
      />
    </div>
  );
}
