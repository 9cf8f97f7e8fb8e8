import { formatNumber } from '../../format';
import { t } from '../../i18n';
import { redo, undo } from '../../state/actions';
import type { AppState, Step } from '../../state/app-state';
import { useUnsaved } from '../../state/rule-sets';
import { openSheet } from '../../state/sheet';
import { useApp, useSteps } from '../../state/store';
import { Button } from '../../ui/button';
import { Icon, type IconName } from '../../ui/icon';
import { HelpButton } from './help-button';
import { LanguageSelect } from './language-select';

/** What is open, and how many leads it has. */
export function dataWords({ source, data }: AppState): string {
  if (!source || !data) return t('header.no_data');
  const count = data.numLeads;
  if (source.kind === 'sample') return t('header.sample', { count, number: formatNumber(count) });
  return t('header.data', { name: source.leads.name, count, number: formatNumber(count) });
}

function StepButton({ icon, step, onPress }: { icon: 'undo' | 'redo'; step: Step | null; onPress: () => void }) {
  const words = step ? t(`header.${icon}_step`, { step: t(step.key, step.values) }) : t(`header.${icon}`);
  return <Button look="quiet" icon={icon} shortcut={icon} aria-label={words} isDisabled={!step} onPress={onPress} />;
}

function Chip({ href, icon, text }: { href: string; icon: IconName; text: string }) {
  return (
    <a className="chip" href={href}>
      <Icon name={icon} />
      <span>{text}</span>
    </a>
  );
}

export function Header() {
  const name = useApp((state) => state.valid?.ruleset.name ?? '');
  const data = useApp(dataWords);
  const steps = useSteps();
  const unsaved = useUnsaved();
  return (
    <header className="header">
      <button
        type="button"
        className="rule-set-name"
        aria-label={t(unsaved ? 'header.rule_sets_unsaved' : 'header.rule_sets', { name: name || t('page.name') })}
        onClick={() => openSheet('rule_sets')}
      >
        <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
          <rect width="32" height="32" rx="8" />
          <path d="M8 22v-5M14 22v-9M20 22V8" />
        </svg>
        <span className="name">{name || t('page.name')}</span>
        {unsaved && <span className="unsaved">*</span>}
        <Icon name="down" />
      </button>
      <div className="chips">
        <Chip href="#/data" icon="data" text={data} />
        <Chip href="#/privacy" icon="lock" text={t('header.private')} />
      </div>
      <div className="header-tools">
        {steps.undo && (
          <span className="last-step" aria-hidden="true">
            {t(steps.undo.key, steps.undo.values)}
          </span>
        )}
        <span className="wide-only">
          <Button
            look="quiet"
            icon="search"
            shortcut="commands"
            aria-label={t('header.commands')}
            onPress={() => openSheet('commands')}
          />
        </span>
        <StepButton icon="undo" step={steps.undo} onPress={undo} />
        <StepButton icon="redo" step={steps.redo} onPress={redo} />
        <Button look="quiet" icon="share" aria-label={t('header.share')} onPress={() => openSheet('share')} />
        <LanguageSelect />
        <Button look="quiet" icon="settings" aria-label={t('header.settings')} onPress={() => openSheet('settings')} />
        <span className="wide-only">
          <HelpButton />
        </span>
      </div>
    </header>
  );
}
