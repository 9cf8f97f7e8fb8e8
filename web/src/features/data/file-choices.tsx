import { t } from '../../i18n';
import type { DraftFile } from '../../import/draft';
import { encodings } from '../../import/fields';
import { fileKinds } from '../../import/protocol';
import { tellOf } from '../../state/import';
import { useZones } from '../../state/zones';
import { Select } from '../../ui/select';
import { delimiters, delimiterWords, kindWords } from './words';

/** How a file is read: each guess, and what else it could be. */
export function FileChoices({ file }: { file: DraftFile }) {
  const { reading, choice } = file;
  const zones = useZones();
  const hasTimes = reading.columns.some(({ type }) => type === 'instant');
  const hasNumbers = reading.columns.some(({ type }) => type === 'number');
  const lines = Math.max(10, reading.header_row);
  return (
    <div className="file-choices">
      <Select
        label={t('data.kind')}
        choices={fileKinds.map((kind) => ({ id: kind, name: kindWords(kind) }))}
        value={reading.kind}
        onChange={(kind) => tellOf(file, { kind: kind as typeof reading.kind })}
      />
      <Select
        label={t('data.encoding')}
        choices={encodings.map((name) => ({ id: name, name }))}
        value={reading.encoding}
        onChange={(encoding) => tellOf(file, { encoding })}
      />
      <Select
        label={t('data.delimiter')}
        choices={delimiters.map((id) => ({ id, name: delimiterWords(id) }))}
        value={reading.delimiter}
        onChange={(delimiter) => tellOf(file, { delimiter })}
      />
      <Select
        label={t('data.header_row')}
        choices={Array.from({ length: lines }, (_, line) => ({ id: String(line + 1), name: String(line + 1) }))}
        value={String(reading.header_row)}
        onChange={(line) => tellOf(file, { header_row: Number(line) })}
      />
      {reading.date_order && (
        <Select
          label={t('data.date_order')}
          choices={(['day_first', 'month_first'] as const).map((id) => ({ id, name: t(`date_order.${id}`) }))}
          value={reading.date_order}
          onChange={(order) => tellOf(file, { date_order: order as 'day_first' | 'month_first' })}
        />
      )}
      {hasNumbers && (
        <Select
          label={t('data.decimal')}
          choices={[
            { id: '.', name: '1234.5' },
            { id: ',', name: '1234,5' },
          ]}
          value={reading.decimal}
          onChange={(decimal) => tellOf(file, { decimal: decimal as '.' | ',' })}
        />
      )}
      {hasTimes && (
        <Select
          label={t('data.zone')}
          choices={zones.map((zone) => ({ id: zone, name: zone.replaceAll('_', ' ') }))}
          value={choice.zone ?? 'UTC'}
          onChange={(zone) => tellOf(file, { zone })}
        />
      )}
    </div>
  );
}
