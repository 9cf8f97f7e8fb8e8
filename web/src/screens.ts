// What is a chunk of its own; the upper half of Results is part of the first load.
import { type ComponentType, lazy } from 'react';
import { laterTexts } from './i18n/language';

const load = {
  leads: () => import('./features/leads'),
  sales: () => import('./features/sales'),
  funnel: () => import('./features/funnel'),
  rules: () => import('./features/rules'),
  data: () => import('./features/data'),
  report: () => import('./features/report'),
  privacy: () => import('./features/privacy'),
  rule_sets: () => import('./features/rule-sets'),
  share: () => import('./features/share'),
  link: () => import('./features/share/offered'),
  export: () => import('./features/export'),
  settings: () => import('./features/settings'),
  breakdown: () => import('./features/results/breakdown'),
  chart_tools: () => import('./charts/chart-tools'),
  help: () => import('./features/help'),
  commands: () => import('./features/commands'),
  term_meaning: () => import('./ui/term-meaning'),
};

// Each shows when its texts are there too.
function later<P>(chunk: () => Promise<{ default: ComponentType<P> }>) {
  return lazy(async () => (await Promise.all([chunk(), laterTexts()]))[0]);
}

export const LeadsScreen = later(load.leads);
export const SalesScreen = later(load.sales);
export const FunnelScreen = later(load.funnel);
export const RulesScreen = later(load.rules);
export const DataScreen = later(load.data);
export const ReportScreen = later(load.report);
export const PrivacyScreen = later(load.privacy);
export const RuleSetsSheet = later(load.rule_sets);
export const ShareSheet = later(load.share);
export const LinkSheet = later(load.link);
export const ExportSheet = later(load.export);
export const SettingsSheet = later(load.settings);
export const ResultsBreakdown = later(load.breakdown);
export const ChartTools = later(load.chart_tools);
export const HelpSheet = later(load.help);
export const CommandsSheet = later(load.commands);
export const TermMeaning = later(load.term_meaning);

export const laterScreens = [
  ...Object.values(load),
  () => import('./features/rules/editor'),
  () => import('./ui/tooltip-shown'),
];
