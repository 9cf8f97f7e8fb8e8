import { t } from '../../i18n';
import { goToPart, screenParts, usePart } from '../../state/route';
import { useScope } from '../../state/scope';
import { useApp } from '../../state/store';
import { Tabs } from '../../ui/tabs';
import { NoResult } from '../shell/no-result';
import { NurtureTab } from './nurture';
import { QueueTab } from './queue';
import './style.css';

/** Who goes to sales today, and what the others need first. */
export default function Sales() {
  const result = useApp((state) => state.result);
  const part = usePart('sales');
  const { query } = useScope();
  if (!result) return <NoResult />;
  const panels = { queue: <QueueTab query={query} />, nurture: <NurtureTab query={query} /> };
  return (
    <div className="sales-screen">
      <div className="screen-head">
        <h1>{t('nav.sales')}</h1>
        <p className="quiet-text">{t(`part.about.${part}`)}</p>
      </div>
      <Tabs
        label={t('nav.sales')}
        selected={part}
        onChange={(id) => goToPart('sales', id)}
        tabs={screenParts.sales.map((id) => ({ id, name: t(`part.${id}`), panel: panels[id] }))}
      />
    </div>
  );
}
