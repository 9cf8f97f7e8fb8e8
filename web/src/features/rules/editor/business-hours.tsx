import { formatWeekday } from '../../../format';
import { t } from '../../../i18n';
import { type BusinessHours, weekdays } from '../../../ruleset/measuring';
import { put } from '../../../ruleset/put';
import { useZones } from '../../../state/zones';
import { Checkbox } from '../../../ui/checkbox';
import { ComboBox } from '../../../ui/combo-box';
import { Select } from '../../../ui/select';
import { TextField } from '../../../ui/text-field';
import { Faults, FormPart, Slot } from './form';

const USUAL: BusinessHours = { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', until: '17:00' };
const PATH = '/sla/business_hours';

interface HoursProps<T> {
  hours: T;
  onChange: (hours: T) => void;
}

function Hours({ hours, onChange }: HoursProps<BusinessHours>) {
  const zones = useZones().map((value) => ({ value }));
  const end = (key: 'from' | 'until') => (
    <Slot path={`${PATH}/${key}`}>
      <TextField
        label={t(`form.hours_${key}`)}
        value={hours[key]}
        placeholder="09:00"
        onChange={(time) => onChange(put(hours, key, time.trim()))}
      />
    </Slot>
  );
  return (
    <>
      <div className="weekdays">
        {weekdays.map((day, index) => (
          <Checkbox
            key={day}
            label={formatWeekday(index)}
            checked={hours.days.includes(day)}
            onChange={(checked) => {
              const days = weekdays.filter((each) => (each === day ? checked : hours.days.includes(each)));
              onChange(put(hours, 'days', days));
            }}
          />
        ))}
      </div>
      <Faults path={`${PATH}/days`} />
      <div className="form-grid">
        {end('from')}
        {end('until')}
        <Slot path={`${PATH}/zone`}>
          <ComboBox
            label={t('form.zone')}
            optional
            value={hours.zone ?? 'UTC'}
            suggestions={zones}
            onChange={(zone) => onChange(put(hours, 'zone', zone === '' || zone === 'UTC' ? undefined : zone))}
          />
        </Slot>
      </div>
    </>
  );
}

/** Whether the clock of sales runs always, or on some days and hours alone. */
export function BusinessHoursForm({ hours, onChange }: HoursProps<BusinessHours | undefined>) {
  return (
    <FormPart title={t('form.clock_runs')}>
      <Select
        label={t('form.clock_runs')}
        labelHidden
        choices={[
          { id: 'always', name: t('form.clock_always') },
          { id: 'hours', name: t('form.clock_hours') },
        ]}
        value={hours ? 'hours' : 'always'}
        onChange={(id) => onChange(id === 'always' ? undefined : USUAL)}
      />
      {hours && <Hours hours={hours} onChange={onChange} />}
      <Faults path={PATH} alone />
    </FormPart>
  );
}
