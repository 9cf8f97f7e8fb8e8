import type { LoadProgress } from '../../engine/messages';
import { formatBytes, formatNumber, formatRate } from '../../format';
import { t } from '../../i18n';
import { cancelLoad } from '../../state/import';
import { Button } from '../../ui/button';
import { ProgressBar } from '../../ui/progress-bar';

function timeLeft(seconds: number): string {
  if (seconds < 100) return t('data.loading_left', { seconds: Math.round(seconds) });
  return t('data.loading_left_minutes', { minutes: Math.round(seconds / 60) });
}

/** Data on its way in: how far it is, how fast it goes, and a way out. */
export function LoadingCard({ progress }: { progress: LoadProgress }) {
  const { phase, bytes, totalBytes, rows, rowsASecond, secondsLeft } = progress;
  const parts = [
    t('data.loading_bytes', { done: formatBytes(bytes), all: formatBytes(totalBytes) }),
    t('data.loading_rows', { count: rows, number: formatNumber(rows) }),
    rowsASecond > 0 && t('data.loading_rate', { number: formatRate(rowsASecond) }),
    secondsLeft !== null && timeLeft(secondsLeft),
  ];
  return (
    <section className="card loading-card" aria-labelledby="loading-title">
      <div className="section-head">
        <h2 id="loading-title">{t('data.loading')}</h2>
        <p className="quiet-text">{t('data.loading_kept')}</p>
      </div>
      <p className="loading-phase">{t(`loading.${phase}`)}</p>
      <ProgressBar label={t('data.loading')} done={totalBytes > 0 ? bytes / totalBytes : 0} />
      <ul className="loading-parts">{parts.map((part, index) => part && <li key={String(index)}>{part}</li>)}</ul>
      <div className="actions">
        <Button onPress={cancelLoad}>{t('data.cancel')}</Button>
      </div>
    </section>
  );
}
