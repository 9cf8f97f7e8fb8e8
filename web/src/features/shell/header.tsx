import { formatNumber } from '../../format';
import { t } from '../../i18n';
import { redo, undo } from '../../state/actions';
import type { AppState, Step } from '../../state/app-state';
import { openSheet } from '../../state/sheet';
import { useApp, useSteps } from '../../state/store';
import { Button } from '../../ui/button';
import { Icon, type IconName } from '../../ui/icon';
import { LanguageSelect } from './language-select';
import { ThemeButton } from './theme-button';

function dataWords({ source, data }: AppState): string {
  if (!source || !data) return t('header.no_data');
  const count = data.numLeads;
  if (source.kind === 'sample') return t('header.sample', { count, number: formatNumber(count) });
  return t('header.data', { name: source.leads.name, count, number: formatNumber(count) });
}

function StepButton({ icon, step, onPress }: { icon: 'undo' | 'redo'; step: Step | null; onPress: () => void }) {
  const words = step ? t(`header.${icon}_step`, { step: t(step.key, step.values) }) : t(`header.${icon}`);
  return <Button look="quiet" icon={icon} aria-label={words} isDisabled={!step} onPress={onPress} />;
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
  return (
    <header className="header">
      <a className="rule-set-name" href="#/rules">
        <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
          <rect width="32" height="32" rx="8" />
          <path d="M8 22v-5M14 22v-9M20 22V8" />
        </svg>
        <span>{name || t('page.name')}</span>
      </a>
      <div className="chips">
        <Chip href="#/data" icon="data" text={data} />
        <Chip href="#/data" icon="lock" text={t('header.private')} />
      </div>
      <div className="header-tools">
        {steps.undo && (
          <span className="last-step" aria-hidden="true">
            {t(steps.undo.key, steps.undo.values)}
          </span>
        )}
        <StepButton icon="undo" step={steps.undo} onPress={undo} />
        <StepButton icon="redo" step={steps.redo} onPress={redo} />
        <Button look="quiet" icon="share" aria-label={t('header.share')} onPress={() => openSheet('share')} />
        <LanguageSelect />
        <ThemeButton />
      </div>
    </header>
  );
}
