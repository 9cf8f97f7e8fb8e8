import { formatNumber, formatShare } from '../../../format';
import { t } from '../../../i18n';
import { courseOf, marksOf, shareLeft, spanOf } from '../../../ruleset/fading';
import { closeDecay, type DecayForm, type DecayKind, openDecay } from '../../../ruleset/parts';
import type { Decay } from '../../../ruleset/ruleset';
import { AmountField } from '../../../ui/amount-field';
import { Select } from '../../../ui/select';
import { Faults } from './form';

const KINDS: DecayKind[] = ['inherit', 'none', 'compound', 'linear', 'half_life', 'expire'];
const WIDTH = 220;
const HEIGHT = 64;
const POINTS = 160;

/** Points left over days, with the same in words. */
function DecayDrawing({ decay }: { decay: Exclude<Decay, 'none'> }) {
  const span = spanOf(decay);
  const smooth = decay.kind === 'half_life';
  const line = courseOf(decay, POINTS)
    .map(({ day, share }) => [(day / span) * WIDTH, (1 - share) * HEIGHT])
    .map(([x, y], i) => (i === 0 ? `M${x} ${y}` : smooth ? `L${x} ${y}` : `H${x}V${y}`))
    .join('');
  const marks = marksOf(decay);
  const words = marks.map((day) => t('decay.left', { days: day, share: formatShare(shareLeft(decay, day), 1) }));
  return (
    <figure className="decay-drawing">
      <svg viewBox={`-1 -2 ${WIDTH + 2} ${HEIGHT + 4}`} aria-hidden="true">
        <path className="decay-area" d={`${line}L${WIDTH} ${HEIGHT}L0 ${HEIGHT}Z`} />
        <path className="decay-line" d={line} />
      </svg>
      <p className="decay-axis" aria-hidden="true">
        <span>{t('decay.today')}</span>
        <span>{t('decay.day', { day: formatNumber(span) })}</span>
      </p>
      <figcaption>{words.join(' · ')}</figcaption>
    </figure>
  );
}

export interface DecayProps {
  decay: Decay | undefined;
  path: string;
  /** What holds where none is set: that of the group or score around it, if there is one. */
  inherited?: Decay | undefined;
  onChange: (decay: Decay | undefined) => void;
}

/** How points fade with the age of an event. */
export function DecayFormFields({ decay, path, inherited, onChange }: DecayProps) {
  const form = openDecay(decay);
  const set = (change: Partial<DecayForm>) => onChange(closeDecay({ ...form, ...change }));
  const drawn = decay ?? inherited;
  const days = (key: 'days' | 'after', label: string, least: number) => (
    <AmountField
      label={label}
      unit={t('form.days')}
      least={least}
      value={form[key]}
      onChange={(value) => (key === 'after' || value !== undefined) && set({ [key]: value })}
    />
  );
  const own = form.kind !== 'inherit' && form.kind !== 'none';
  return (
    <div className="decay">
      <div className="inline-fields">
        <Select
          label={t('form.fading')}
          labelHidden
          choices={KINDS.map((id) => ({ id, name: t(`fading.${id}`) }))}
          value={form.kind}
          onChange={(kind) => set({ kind: kind as DecayKind })}
        />
        {(form.kind === 'compound' || form.kind === 'linear') && (
          <AmountField
            label={t('form.lose')}
            unit="%"
            most={100}
            decimals={3}
            value={form.percent}
            onChange={(percent) => percent !== undefined && set({ percent })}
          />
        )}
        {own && days('days', t(`fading_days.${form.kind}` as 'fading_days.compound'), 1)}
        {own && days('after', t('form.after_days'), 0)}
      </div>
      <Faults path={path} />
      {drawn && drawn !== 'none' && <DecayDrawing decay={drawn} />}
    </div>
  );
}
