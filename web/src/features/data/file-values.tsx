import { formatNumber } from '../../format';
import { t } from '../../i18n';
import type { DraftFile } from '../../import/draft';
import { eventTypes } from '../../import/fields';
import { tellOf } from '../../state/import';
import { Select } from '../../ui/select';
import { typeWords } from './words';

const KEPT = '-';
const SHOWN = 60;

/** What each type of event of a file is called here. */
export function FileTypes({ file }: { file: DraftFile }) {
  const { event_types: types } = file.reading;
  if (types.length === 0) return null;
  const open = types.filter(({ canonical }) => canonical === 'other').length;
  return (
    <details className="file-types" open={open > 0}>
      <summary>
        {t('data.event_types', { count: types.length })}
        {open > 0 && <b className="open-types"> {t('data.open_types', { count: open })}</b>}
      </summary>
      <ul>
        {types.slice(0, SHOWN).map(({ raw, canonical, count }) => {
          const known = eventTypes.includes(canonical);
          return (
            <li key={`${raw} ${canonical}`}>
              <span className="raw">{raw}</span>
              <span className="quiet-text">{t('data.times', { count, number: formatNumber(count) })}</span>
              <Select
                label={t('data.type_means', { raw })}
                labelHidden
                choices={[
                  ...(known ? [] : [{ id: KEPT, name: t('data.type_kept') }]),
                  ...eventTypes.map((type) => ({ id: type, name: typeWords(type) })),
                ]}
                value={known ? canonical : KEPT}
                onChange={(type) => tellOf(file, { types: { ...file.choice.types, [raw]: type } })}
              />
            </li>
          );
        })}
      </ul>
    </details>
  );
}
