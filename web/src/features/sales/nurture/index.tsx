import type { LeadQuery } from '../../../engine/protocol';
import { formatNumber } from '../../../format';
import { t } from '../../../i18n';
import { hasTracks } from '../../../ruleset/hand-off';
import { useReport } from '../../../state/reports';
import { ruleHref } from '../../../state/route';
import { StrongPart } from '../../../ui/sentence';
import { CellLink, type CellOf, wordsOf } from '../../funnel/cell-link';
import { ScopeBar } from '../../scope';
import { FadingCard } from './fading';
import './style.css';
import { nurtureRequest, TrackCard } from './segments';

function NoTracks() {
  return (
    <section className="empty card">
      <h2>{t('sales.no_tracks')}</h2>
      <p>{t('sales.no_tracks.what')}</p>
      <a className="button primary" href={ruleHref('card-tracks')}>
        {t('sales.no_tracks.make')}
      </a>
    </section>
  );
}

/** What to send those who are not ready, and who is about to be lost. */
export function NurtureTab({ query }: { query: LeadQuery }) {
  const { report } = useReport(nurtureRequest, query);
  if (!report) return <div className="skeleton tall" aria-busy="true" />;
  const { notReady, withoutTrack, tracks } = report.answer;
  const trackless: CellOf = { cell: { set: 'withoutTrack' }, count: withoutTrack, words: 'cell.without_track' };
  const counted = (count: number) => ({ count, number: formatNumber(count) });
  return (
    <div className="nurture">
      <div className="nurture-head">
        <p>
          <StrongPart text={t('sales.not_ready', counted(notReady))} />
        </p>
        <ScopeBar ruleset={report.result.ruleset} />
      </div>
      {hasTracks(report.result.ruleset) ? (
        <>
          <div className="tracks">
            {tracks.map((track) => (
              <TrackCard key={track.id} report={report} track={track} />
            ))}
          </div>
          {withoutTrack > 0 && (
            <p className="note">
              {t('sales.without_track', counted(withoutTrack))}{' '}
              <CellLink report={report} {...trackless}>
                {wordsOf(trackless)}
              </CellLink>
            </p>
          )}
        </>
      ) : (
        <NoTracks />
      )}
      <FadingCard query={query} />
    </div>
  );
}
