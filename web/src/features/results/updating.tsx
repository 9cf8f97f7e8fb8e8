import { formatShare } from '../../format';
import { t } from '../../i18n';
import { useApp } from '../../state/store';

/** Says that what stands here depends on the stages, which are not known yet. */
export function Updating() {
  const done = useApp(({ scoring }) => (scoring?.phase === 'stages' ? Math.floor(scoring.done * 100) / 100 : 0));
  return (
    <p className="updating">
      <i aria-hidden="true" />
      <span>{t('results.updating')}</span> <small aria-hidden="true">{formatShare(done, 1)}</small>
    </p>
  );
}
