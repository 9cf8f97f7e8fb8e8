import { t } from '../../../i18n';
import { moved, setEntry } from '../../../ruleset/list-changes';
import { pointerStep } from '../../../ruleset/place';
import { put } from '../../../ruleset/put';
import { renameBand, renameScore } from '../../../ruleset/rename';
import type { Band, Score } from '../../../ruleset/ruleset';
import { eventOf } from '../../../ruleset/starters';
import { scoreWords } from '../../../ruleset/words';
import { changeRules } from '../../../state/actions';
import { AmountField } from '../../../ui/amount-field';
import { Button } from '../../../ui/button';
import { Select } from '../../../ui/select';
import { TextField } from '../../../ui/text-field';
import { DecayFormFields } from './decay';
import { EntryNames } from './entry-names';
import { Faults, FaultsElsewhere, type FormFacts, FormFactsOf, FormPart } from './form';
import { LimitFields } from './limit-fields';
import { PatternForm } from './pattern';
import { useDraft } from './use-draft';

export interface EntryFormProps {
  name: string;
  facts: Pick<FormFacts, 'ruleset' | 'data'>;
  onRenamed: (name: string) => void;
}

const POINTS = { least: -1_000_000_000, decimals: 3 };

interface BandsProps {
  bands: Band[];
  path: string;
  onChange: (bands: Band[]) => void;
  onRename: (index: number, label: string) => void;
}

function Bands({ bands, path, onChange, onRename }: BandsProps) {
  return (
    <>
      <p className="quiet-text">{t('form.bands_hint')}</p>
      <ol className="point-lines">
        {bands.map((band, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a band is its place: the first that holds counts
          <li key={index}>
            <TextField
              label={t('form.band_label')}
              labelHidden={index > 0}
              value={band.label}
              onChange={(label) => label !== '' && onRename(index, label)}
            />
            <AmountField
              label={t('form.band_from')}
              labelHidden={index > 0}
              {...POINTS}
              value={band.ge}
              placeholder={t('form.always')}
              onChange={(ge) => onChange(bands.with(index, put(band, 'ge', ge)))}
            />
            <div className="step-tools">
              <Button
                look="quiet"
                icon="up"
                aria-label={t('form.band_up', { band: band.label })}
                isDisabled={index === 0}
                onPress={() => onChange(moved(bands, index, -1))}
              />
              <Button
                look="quiet"
                icon="down"
                aria-label={t('form.band_down', { band: band.label })}
                isDisabled={index === bands.length - 1}
                onPress={() => onChange(moved(bands, index, 1))}
              />
              <Button
                look="quiet"
                icon="close"
                aria-label={t('form.remove_band', { band: band.label })}
                onPress={() => onChange(bands.toSpliced(index, 1))}
              />
            </div>
            <Faults path={`${path}/${index}`} />
          </li>
        ))}
      </ol>
      <Button look="quiet" icon="add" onPress={() => onChange(withBand(bands))}>
        {t('form.add_band')}
      </Button>
    </>
  );
}

// Above the others, from ten points more on: that is where a new label is wanted, and where it holds.
function withBand(bands: Band[]): Band[] {
  const label = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('').find((each) => !bands.some((band) => band.label === each));
  const top = Math.max(0, ...bands.map(({ ge = 0 }) => ge));
  return [{ label: label ?? '+', ge: top + 10 }, ...bands];
}

/** Everything that can be said of a score. */
export function ScoreForm({ name, facts, onRenamed }: EntryFormProps) {
  const { ruleset } = facts;
  const step = (part: string) => ({ key: 'step.part' as const, values: { name: scoreWords(ruleset, name), part } });
  const write = (next: Score, part: string) => changeRules(setEntry('scores', name, next), step(part));
  const { draft, issues, change } = useDraft<Score>(ruleset.scores[name] ?? {}, write);
  const path = `/scores/${pointerStep(name)}`;
  const set = <K extends keyof Score & string>(key: K, value: Score[K] | undefined, part: string) =>
    change(put(draft, key, value), part);
  const rename = async (to: string) => {
    const faults = await changeRules(renameScore(name, to), step(t('form.id')));
    if (faults.length === 0) onRenamed(to);
  };
  return (
    <FormFactsOf value={{ ...facts, issues, funnel: false }}>
      <div className="form" data-form={`score ${name}`}>
        <div className="form-grid">
          <EntryNames
            id={name}
            label={draft.label}
            isTaken={(to) => to in ruleset.scores}
            onLabel={(label) => set('label', label, t('form.label'))}
            onId={rename}
          />
          <AmountField
            label={t('form.start')}
            {...POINTS}
            value={draft.start}
            placeholder="0"
            onChange={(points) => set('start', points, t('form.start'))}
          />
          <LimitFields limits={draft} path={path} onChange={change} />
          <AmountField
            label={t('form.weight')}
            unit="%"
            value={draft.weight}
            placeholder="100"
            onChange={(weight) => set('weight', weight, t('form.weight'))}
          />
        </div>
        <FormPart title={t('form.fading')}>
          <DecayFormFields
            decay={draft.decay}
            path={`${path}/decay`}
            onChange={(decay) => set('decay', decay, t('form.fading'))}
          />
        </FormPart>
        <FormPart title={t('form.reset')}>
          <Select
            label={t('form.reset')}
            labelHidden
            choices={[
              { id: 'never', name: t('form.reset_never') },
              { id: 'event', name: t('form.reset_after') },
            ]}
            value={draft.reset_by ? 'event' : 'never'}
            onChange={(id) => set('reset_by', id === 'never' ? undefined : { event: eventOf(facts) }, t('form.reset'))}
          />
          {draft.reset_by && (
            <PatternForm
              pattern={draft.reset_by}
              path={`${path}/reset_by`}
              onChange={(pattern) => set('reset_by', pattern, t('form.reset'))}
            />
          )}
        </FormPart>
        <FormPart title={t('form.bands')}>
          <Bands
            bands={draft.bands ?? []}
            path={`${path}/bands`}
            onChange={(bands) => set('bands', bands.length > 0 ? bands : undefined, t('form.bands'))}
            onRename={(index, label) => changeRules(renameBand(name, index, label), step(t('form.bands')))}
          />
        </FormPart>
        <FaultsElsewhere path={path} />
      </div>
    </FormFactsOf>
  );
}
