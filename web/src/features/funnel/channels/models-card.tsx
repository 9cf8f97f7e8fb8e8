import type { CSSProperties } from 'react';
import { ChartCard } from '../../../charts/chart-card';
import { type ChannelRow, models } from '../../../engine/reports';
import { formatShare } from '../../../format';
import { t } from '../../../i18n';
import { Figures } from '../figures';
import type { ChannelsShown } from './channels-report';
import { rowName, WHOLE } from './estimates';
import { extremes } from './verdict';

const percent = (share: number) => formatShare(Math.round(share * 1000), 1000);

/** Of all credit for the conversions, by each model. */
export function ModelsCard({ report: { answer, result }, choice, stale }: ChannelsShown) {
  const { model: chosen, aim, by } = choice;
  const whole = answer.conversions * WHOLE;
  if (whole === 0) return null;
  const share = (row: ChannelRow, model: (typeof models)[number]) => row.credit[model] / whole;
  const rows = answer.rows
    .map((row, index) => ({ row, index, name: rowName(row) }))
    .filter(({ row }) => models.some((model) => row.credit[model] > 0))
    .sort((a, b) => b.row.credit[chosen] - a.row.credit[chosen]);
  const most = Math.max(0.01, ...rows.flatMap(({ row }) => models.map((model) => share(row, model))));
  const [worst] = [...rows].sort((a, b) => b.row.disagreement - a.row.disagreement);
  if (!worst) return null;
  const { least, most: highest } = extremes(worst.row);
  return (
    <ChartCard
      title={t(`channels.models.${aim}`)}
      summary={t('channels.models_summary', {
        channel: worst.name,
        low: percent(share(worst.row, least)),
        least: t(`channels.model.${least}`),
        high: percent(share(worst.row, highest)),
        most: t(`channels.model.${highest}`),
      })}
      asOf={result.figures.asOf}
      table={{
        columns: [t(`channels.by.${by}`), ...models.map((id) => t(`channels.model.${id}`)), t('channels.disagreement')],
        rows: rows.map(({ row, name }) => [name, ...models.map((id) => share(row, id)), row.disagreement]),
      }}
      stale={stale}
      isTable
    >
      <div className="model-shares">
        <Figures
          columns={[
            t(`channels.by.${by}`),
            ...models.map((id) => t(`channels.model.${id}`)),
            t('channels.disagreement'),
          ]}
          rows={rows.map(({ row, index, name }) => ({
            id: index,
            name,
            cells: [
              ...models.map((id) => (
                <span
                  key={id}
                  className={id === chosen ? 'heat chosen' : 'heat'}
                  style={{ '--fullness': share(row, id) / most } as CSSProperties}
                >
                  {percent(share(row, id))}
                </span>
              )),
              percent(row.disagreement),
            ],
          }))}
        />
      </div>
    </ChartCard>
  );
}
