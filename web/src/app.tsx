import { Suspense, useEffect } from 'react';
import { Results } from './features/results';
import { DropTarget } from './features/shell/drop-target';
import { FaultNote } from './features/shell/fault-note';
import { Header } from './features/shell/header';
import { useKeysAtChoice } from './features/shell/language-select';
import { Navigation } from './features/shell/navigation';
import { Notes } from './features/shell/notes';
import { PrintHead } from './features/shell/print-head';
import { Sheets } from './features/shell/sheets';
import { useShortcuts } from './features/shell/shortcuts';
import { StatusLine } from './features/shell/status-line';
import { type MessageKey, t } from './i18n';
import { useLanguage } from './i18n/language';
import {
  DataScreen,
  FunnelScreen,
  LeadsScreen,
  PrivacyScreen,
  ReportScreen,
  RulesScreen,
  SalesScreen,
} from './screens';
import { type Route, useRoute } from './state/route';
import { LanguageProvider } from './ui/language-provider';

function Screen({ route }: { route: Route }) {
  switch (route.screen) {
    case 'results':
      return <Results />;
    case 'leads':
      return <LeadsScreen openId={null} />;
    case 'lead':
      return <LeadsScreen openId={route.id} />;
    case 'sales':
      return <SalesScreen />;
    case 'funnel':
      return <FunnelScreen />;
    case 'rules':
      return <RulesScreen />;
    case 'data':
      return <DataScreen />;
    case 'report':
      return <ReportScreen />;
    case 'privacy':
      return <PrivacyScreen />;
  }
}

const titles: Record<Route['screen'], MessageKey> = {
  results: 'nav.results',
  leads: 'nav.leads',
  lead: 'nav.leads',
  sales: 'nav.sales',
  funnel: 'nav.funnel',
  rules: 'nav.rules',
  data: 'nav.data',
  report: 'nav.report',
  privacy: 'nav.privacy',
};

export function App() {
  const route = useRoute();
  const language = useLanguage();
  useShortcuts();
  useKeysAtChoice(language);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the title is in the language of the page
  useEffect(() => {
    document.title = t('page.title', { screen: t(titles[route.screen]) });
  }, [route.screen, language]);
  return (
    <LanguageProvider key={language}>
      <div className="shell">
        <button type="button" className="skip" onClick={() => document.getElementById('main')?.focus()}>
          {t('nav.skip')}
        </button>
        <Header />
        <Navigation screen={route.screen} />
        <main id="main" tabIndex={-1}>
          <PrintHead />
          <FaultNote />
          <Notes />
          <Suspense fallback={<p className="loading">{t('page.loading')}</p>}>
            <Screen route={route} />
          </Suspense>
        </main>
        <StatusLine />
        <DropTarget />
        <Sheets />
      </div>
    </LanguageProvider>
  );
}
