import { useRef, useState } from 'react';
import { t } from '../../i18n';
import type { SettledResult } from '../../state/app-state';
import { rulesFileName, save } from '../../state/download';
import { goToPart, usePart } from '../../state/route';
import { openSheet } from '../../state/sheet';
import { useApp } from '../../state/store';
import { settled } from '../../state/transitions';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/checkbox';
import { CopyText } from '../../ui/copy-text';
import { Tabs } from '../../ui/tabs';
import { NoResult } from '../shell/no-result';
import { useReportFacts } from './facts';
import { ReportPage } from './report-page';
import { documentText, rulesDocument } from './rules-document';
import { RulesPage } from './rules-page';
import { savedPage } from './saved-page';
import './document.css';
import './style.css';

function useSaving(name: string, title: string) {
  const place = useRef<HTMLDivElement>(null);
  const savePage = () =>
    save(`${name}.html`, 'text/html;charset=utf-8', savedPage(title, place.current?.innerHTML ?? ''));
  return { place, savePage };
}

function OnePage({ result }: { result: SettledResult }) {
  const facts = useReportFacts(result);
  const [hidden, setHidden] = useState(false);
  const name = result.ruleset.name;
  const { place, savePage } = useSaving(`${rulesFileName(name)}-report`, name || t('page.name'));
  if (!facts) return <p className="loading">{t('page.loading')}</p>;
  return (
    <>
      <div className="actions report-actions">
        <Button look="primary" icon="print" onPress={() => print()}>
          {t('report.print')}
        </Button>
        <Button icon="download" onPress={savePage}>
          {t('report.save')}
        </Button>
        <Checkbox label={t('report.hide_names')} checked={hidden} onChange={setHidden} />
      </div>
      <div ref={place}>
        <ReportPage facts={facts} hidden={hidden} />
      </div>
    </>
  );
}

function Rules({ result }: { result: SettledResult }) {
  const document = rulesDocument(result.ruleset);
  const name = `${rulesFileName(result.ruleset.name)}-rules`;
  const { place, savePage } = useSaving(name, document.title);
  return (
    <>
      <div className="actions report-actions">
        <Button look="primary" icon="print" onPress={() => print()}>
          {t('report.print')}
        </Button>
        <Button icon="download" onPress={savePage}>
          {t('report.save')}
        </Button>
        <Button icon="download" onPress={() => save(`${name}.txt`, 'text/plain;charset=utf-8', documentText(document))}>
          {t('rules_text.save')}
        </Button>
        <CopyText label={t('rules_text.copy')} text={() => documentText(document)} />
      </div>
      <div ref={place}>
        <RulesPage document={document} />
      </div>
    </>
  );
}

/** What leaves the page on paper: the result on one page, and the rules in words. */
export default function Report() {
  const result = useApp((state) => state.result);
  const part = usePart('report');
  const shown = result && settled(result);
  if (!result) return <NoResult />;
  return (
    <div className="report">
      <div className="screen-head">
        <h1>{t('nav.report')}</h1>
        <div className="actions">
          <Button icon="download" onPress={() => openSheet('export')}>
            {t('data.export')}
          </Button>
        </div>
      </div>
      {shown ? (
        <Tabs
          label={t('nav.report')}
          selected={part}
          onChange={(id) => goToPart('report', id)}
          tabs={[
            { id: 'page', name: t('report.one_page'), panel: <OnePage result={shown} /> },
            { id: 'rules', name: t('rules_text.title'), panel: <Rules result={shown} /> },
          ]}
        />
      ) : (
        <p className="loading">{t('results.updating')}</p>
      )}
    </div>
  );
}
