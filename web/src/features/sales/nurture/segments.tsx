import { everyLead } from '../../../engine/protocol';
import type { Lift, NurtureReport } from '../../../engine/reports';
import { formatNumber, formatShare } from '../../../format';
import { t } from '../../../i18n';
import { fail } from '../../../state/actions';
import { leadsOf, type Report } from '../../../state/reports';
import { exportLeads } from '../../../state/sheet';
import { Menu } from '../../../ui/menu';
import { CellLink } from '../../funnel/cell-link';

export const nurtureRequest = { report: 'nurture' } as const;
export type NurtureShown = Report<typeof nurtureRequest>;

export type Track = NurtureReport['tracks'][number];
type Segment = Track['segments'][number];

const LEADS = 'sales.segment.leads';

const points = (share: number): string => formatNumber(Math.round(share * 1000) / 10);

/** What a content does for the leads of the track, or that this cannot be told. */
export function liftWords(next: string | null, lift: Lift | null): string {
  if (next === null) return t('sales.lift.all_used');
  if (!lift || lift.with.share === null || lift.without.share === null) return t('sales.lift.too_few');
  const values = {
    with: formatShare(lift.with.count, lift.with.of),
    without: formatShare(lift.without.count, lift.without.of),
    low: points(lift.difference.low),
    high: points(lift.difference.high),
  };
  const sure = lift.difference.low > 0 ? 'more' : lift.difference.high < 0 ? 'fewer' : 'unsure';
  return t(`sales.lift.${sure}`, values);
}

const formsOffered = ['mailchimp', 'hubspot', 'csv'] as const;

interface SegmentRowProps {
  report: NurtureShown;
  track: Track;
  segment: Segment;
  /** How many rows of this step begin here; 0: it began before. */
  ofStep: number;
}

function SegmentRow({ report, track, segment: { step, next, leads, lift }, ofStep }: SegmentRowProps) {
  const cell = { track: track.id, step, next };
  const name = t('sales.segment', { track: track.label || track.id, next: next ?? t('sales.segment.nothing_left') });
  const take = async (form: (typeof formsOffered)[number]) => {
    const only = Uint32Array.from(await leadsOf(report.request, cell, report.query));
    exportLeads({ query: { ...everyLead, only }, count: only.length, name, form });
  };
  return (
    <tr>
      {ofStep > 0 && (
        <th scope="rowgroup" rowSpan={ofStep}>
          {t(`sales.step.${step}`)}
        </th>
      )}
      <td className="segment-next">
        <b>{next ?? t('sales.segment.nothing_left')}</b>
        <small>{liftWords(next, lift)}</small>
      </td>
      <td className="segment-count">
        <CellLink report={report} cell={cell} count={leads} words={LEADS} values={{ segment: name }} />
      </td>
      <td>
        <Menu
          label={t('sales.segment.export', { segment: name })}
          icon="download"
          iconOnly
          parts={[{ id: 'forms', choices: formsOffered.map((id) => ({ id, name: t(`sales.segment.for.${id}`) })) }]}
          onChoose={(id) => take(formsOffered.find((form) => form === id) ?? 'csv').catch(fail)}
        />
      </td>
    </tr>
  );
}

/** A track: its leads by how far they are and what to send them next. */
export function TrackCard({ report, track }: { report: NurtureShown; track: Track }) {
  const id = `track-${track.id}`;
  return (
    <section className="card track" aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{track.label || track.id}</h2>
        <span className="quiet-text">
          {t('sales.leads', { count: track.leads, number: formatNumber(track.leads) })}
        </span>
      </div>
      {track.segments.length === 0 ? (
        <p className="quiet-text">{t('sales.track.empty')}</p>
      ) : (
        <table className="segments-table">
          <thead>
            <tr>
              <th scope="col">{t('sales.segment.step')}</th>
              <th scope="col">{t('sales.segment.next')}</th>
              <th scope="col" className="segment-count">
                {t('chart.leads')}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {track.segments.map((segment, index, all) => (
              <SegmentRow
                key={`${segment.step} ${segment.next}`}
                report={report}
                track={track}
                segment={segment}
                ofStep={
                  all[index - 1]?.step === segment.step ? 0 : all.filter(({ step }) => step === segment.step).length
                }
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
