import { t } from '../../i18n';
import { goToPart, type PartOf, screenParts, usePart } from '../../state/route';
import { useApp } from '../../state/store';
import { Tabs } from '../../ui/tabs';
import { NoResult } from '../shell/no-result';
import { Channels } from './channels';
import { Contents } from './contents';
import { Review } from './review';
import { Stages } from './stages';

const panels = { stages: Stages, channels: Channels, content: Contents, review: Review };

/** How leads move from stage to stage, and what moved them. */
export default function Funnel() {
  const result = useApp((state) => state.result);
  const part = usePart('funnel');
  if (!result) return <NoResult />;
  const shown = (id: PartOf<'funnel'>) => {
    const Panel = panels[id];
    return <Panel result={result} />;
  };
  return (
    <div className="funnel-screen">
      <div className="screen-head">
        <h1>{t('nav.funnel')}</h1>
      </div>
      <Tabs
        label={t('nav.funnel')}
        selected={part}
        onChange={(id) => goToPart('funnel', id)}
        tabs={screenParts.funnel.map((id) => ({
          id,
          name: t(`part.${id}`),
          panel: (
            <>
              <p className="quiet-text part-about">{t(`part.about.${id}`)}</p>
              {shown(id)}
            </>
          ),
        }))}
      />
    </div>
  );
}
