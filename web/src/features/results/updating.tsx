import { useEffect, useState } from 'react';
import { formatShare } from '../../format';
import { t } from '../../i18n';
import type { Result } from '../../state/app-state';
import { useApp } from '../../state/store';

const LATE = 150; // milliseconds; what is quicker would only flicker

/** Whether what follows from the stages is out of date: when newer numbers are there, or a score takes a while. */
export function useUpdating(result: Result): boolean {
  const working = useApp((state) => state.working);
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!working) return;
    const timer = setTimeout(() => setLate(true), LATE);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [working]);
  return !result.stages || late;
}

/** Says so, and how far it is. */
export function Updating() {
  const done = useApp(({ scoring }) => (scoring?.phase === 'stages' ? Math.floor(scoring.done * 100) / 100 : 0));
  return (
    <p className="updating">
      <i aria-hidden="true" />
      <span>{t('results.updating')}</span>
      <small aria-hidden="true">{formatShare(done, 1)}</small>
    </p>
  );
}
