import { type RefObject, useState } from 'react';
import type { Instant } from '../engine/protocol';
import { formatDate } from '../format';
import { t } from '../i18n';
import { save } from '../state/download';
import { Menu } from '../ui/menu';
import { asCsv, asTsv, type ChartTable } from './chart-table';
import { pictureOf, pngOf, textOf } from './picture';

export interface ChartToolsProps {
  title: string;
  asOf: Instant;
  table: ChartTable;
  chart: RefObject<HTMLElement | null>;
}

const fileName = (title: string, asOf: Instant): string =>
  `${title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}-${new Date(asOf).toISOString().slice(0, 10)}`;

/** Copies or saves a chart. */
export default function ChartTools({ title, asOf, table, chart }: ChartToolsProps) {
  const [said, setSaid] = useState('');
  const name = fileName(title, asOf);
  const picture = () => chart.current && pictureOf(chart.current, title, t('chart.as_of', { date: formatDate(asOf) }));
  const actions: Record<string, () => Promise<void>> = {
    copy: async () => {
      await navigator.clipboard.writeText(asTsv(table));
      setSaid(t('chart.copied'));
    },
    csv: async () => save(`${name}.csv`, 'text/csv;charset=utf-8', asCsv(table)),
    svg: async () => {
      const drawn = picture();
      if (drawn) save(`${name}.svg`, 'image/svg+xml', textOf(drawn));
    },
    png: async () => {
      const drawn = picture();
      if (drawn) save(`${name}.png`, 'image/png', await pngOf(drawn));
    },
  };
  const choose = async (id: string) => {
    setSaid('');
    try {
      await actions[id]?.();
    } catch {
      setSaid(t('chart.not_done'));
    }
  };
  const choices = [
    { id: 'copy', name: t('chart.copy') },
    { id: 'csv', name: t('chart.csv') },
    { id: 'svg', name: t('chart.svg') },
    { id: 'png', name: t('chart.png') },
  ];
  return (
    <span className="chart-tools">
      <span className="quiet-text" role="status">
        {said}
      </span>
      <Menu
        label={t('chart.tools', { chart: title })}
        icon="download"
        iconOnly
        parts={[{ id: 'all', choices }]}
        onChoose={choose}
      />
    </span>
  );
}
