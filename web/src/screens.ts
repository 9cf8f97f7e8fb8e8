// What is a chunk of its own; the upper half of Results is part of the first load.
import { lazy } from 'react';

const load = {
  leads: () => import('./features/leads'),
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
};

export const LeadsScreen = lazy(load.leads);
export const RulesScreen = lazy(load.rules);
export const DataScreen = lazy(load.data);
export const ReportScreen = lazy(load.report);
export const PrivacyScreen = lazy(load.privacy);
export const RuleSetsSheet = lazy(load.rule_sets);
export const ShareSheet = lazy(load.share);
export const LinkSheet = lazy(load.link);
export const ExportSheet = lazy(load.export);
export const SettingsSheet = lazy(load.settings);
export const ResultsBreakdown = lazy(load.breakdown);
export const ChartTools = lazy(load.chart_tools);
export const HelpSheet = lazy(load.help);
export const CommandsSheet = lazy(load.commands);

export const laterScreens = [
  ...Object.values(load),
  () => import('./features/rules/editor'),
  () => import('./ui/term-meaning'),
  () => import('./ui/tooltip-shown'),
];
