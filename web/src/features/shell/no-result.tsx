import { t } from '../../i18n';
import { useApp } from '../../state/store';

/** The shapes of the screen to come, so that nothing jumps when the figures arrive. */
function Waiting() {
  return (
    <div className="waiting" aria-busy="true">
      <div className="waiting-head">
        <h1>{t('results.question')}</h1>
        <p className="quiet-text">{t('results.starting')}</p>
      </div>
      <div className="waiting-cards">
        <div className="card skeleton tall" />
        <div className="card skeleton tall" />
      </div>
    </div>
  );
}

function Unfit() {
  const ofRules = useApp((state) => state.issues.filter(({ severity }) => severity === 'error').length);
  const ofCells = useApp(
    (state) => state.cellIssues?.issues.filter(({ severity }) => severity === 'error').length ?? 0,
  );
  const faults = ofRules + ofCells;
  return (
    <div className="empty">
      <h1>{t('results.unfit')}</h1>
      <p>{t('results.unfit_hint', { count: faults })}</p>
      <a className="button primary" href={ofRules > 0 ? '#/rules' : '#/data'}>
        {t(ofRules > 0 ? 'results.see_rules' : 'results.open_data')}
      </a>
    </div>
  );
}

/** What stands where a result will be: on its way, in the way of faults, or not begun. */
export function NoResult() {
  const working = useApp((state) => state.working);
  const faulty = useApp((state) => state.faulty);
  if (working) return <Waiting />;
  if (faulty) return <Unfit />;
  return (
    <div className="empty">
      <h1>{t('results.none')}</h1>
      <p>{t('results.none_hint')}</p>
      <a className="button primary" href="#/data">
        {t('results.open_data')}
      </a>
    </div>
  );
}
