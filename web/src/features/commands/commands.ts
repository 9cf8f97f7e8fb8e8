// What can be done from the keyboard by name: a list that any feature may add to.
import { t } from '../../i18n';
import { chooseLanguage, type Language, languageNow, languages } from '../../i18n/language';
import type { ShortcutId } from '../../shortcuts';
import { openSample, redo, undo } from '../../state/actions';
import { downloadRules } from '../../state/download';
import { go, goToMain, goToPart, mainScreens, screenParts } from '../../state/route';
import { chooseSetting, settingChoices, settingsNow } from '../../state/settings';
import { openSheet } from '../../state/sheet';
import { stepsNow, store } from '../../state/store';
import type { IconName } from '../../ui/icon';
import { chooseFiles } from './choose-files';

/** In the order in which they are shown. */
export const sections = ['screens', 'edit', 'files', 'page'] as const;

export interface Command {
  id: string;
  section: (typeof sections)[number];
  icon: IconName;
  /** In the language of the page, as it is now. */
  name: () => string;
  shortcut?: ShortcutId;
  /** Whether there is anything to do now; always, when left out. */
  possible?: () => boolean;
  run: () => void;
}

const screens = mainScreens.map(
  (screen): Command => ({
    id: screen,
    section: 'screens',
    icon: screen,
    name: () => t('command.go', { screen: t(`nav.${screen}`) }),
    shortcut: screen,
    run: () => goToMain(screen),
  }),
);

const partCommand = <S extends 'sales' | 'funnel'>(screen: S, part: (typeof screenParts)[S][number]): Command => ({
  id: `${screen}-${part}`,
  section: 'screens',
  icon: screen,
  name: () => t('command.go_part', { screen: t(`nav.${screen}`), part: t(`part.${part}`) }),
  run: () => goToPart(screen, part),
});

// The first of each is the screen itself.
const parts = [
  ...screenParts.sales.slice(1).map((part) => partCommand('sales', part)),
  ...screenParts.funnel.slice(1).map((part) => partCommand('funnel', part)),
];

const stepName = (way: 'undo' | 'redo') => {
  const step = stepsNow()[way];
  return step ? t(`header.${way}_step`, { step: t(step.key, step.values) }) : t(`header.${way}`);
};
const scored = () => store.getState().result !== null;

const edits: Command[] = [
  {
    id: 'undo',
    section: 'edit',
    icon: 'undo',
    name: () => stepName('undo'),
    shortcut: 'undo',
    possible: () => stepsNow().undo !== null,
    run: undo,
  },
  {
    id: 'redo',
    section: 'edit',
    icon: 'redo',
    name: () => stepName('redo'),
    shortcut: 'redo',
    possible: () => stepsNow().redo !== null,
    run: redo,
  },
];

const files: Command[] = [
  { id: 'choose-files', section: 'files', icon: 'file', name: () => t('command.choose_files'), run: chooseFiles },
  { id: 'sample', section: 'files', icon: 'sample', name: () => t('command.sample'), run: openSample },
  {
    id: 'export',
    section: 'files',
    icon: 'download',
    name: () => t('command.export'),
    shortcut: 'export',
    possible: scored,
    run: () => openSheet('export'),
  },
  {
    id: 'rules-text',
    section: 'files',
    icon: 'rules',
    name: () => t('command.rules_text'),
    possible: scored,
    run: () => go('/report/rules'),
  },
  { id: 'save-rules', section: 'files', icon: 'download', name: () => t('command.save_rules'), run: downloadRules },
  { id: 'share', section: 'files', icon: 'share', name: () => t('command.share'), run: () => openSheet('share') },
  { id: 'print', section: 'files', icon: 'print', name: () => t('command.print'), run: () => print() },
];

const themes = settingChoices.theme.map(
  (theme): Command => ({
    id: `theme-${theme}`,
    section: 'page',
    icon: 'settings',
    name: () => t(`command.theme.${theme}`),
    possible: () => settingsNow().theme !== theme,
    run: () => chooseSetting('theme', theme),
  }),
);

const ofLanguages = (Object.keys(languages) as Language[]).map(
  (language): Command => ({
    id: `language-${language}`,
    section: 'page',
    icon: 'language',
    name: () => t('command.language', { language: languages[language].name }),
    possible: () => languageNow() !== language,
    run: () => chooseLanguage(language),
  }),
);

const sheets: Command[] = (['rule_sets', 'settings'] as const).map((sheet) => ({
  id: sheet,
  section: 'page',
  icon: sheet === 'settings' ? 'settings' : 'rules',
  name: () => t(`command.${sheet}`),
  run: () => openSheet(sheet),
}));

const help: Command = {
  id: 'help',
  section: 'page',
  icon: 'help',
  name: () => t('command.help'),
  shortcut: 'help',
  run: () => openSheet('help'),
};

export const commands: Command[] = [
  ...screens,
  ...parts,
  ...edits,
  ...files,
  ...sheets,
  help,
  ...themes,
  ...ofLanguages,
];
