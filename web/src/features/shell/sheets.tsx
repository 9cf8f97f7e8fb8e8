import { type ComponentType, type LazyExoticComponent, Suspense } from 'react';
import {
  CommandsSheet,
  ExportSheet,
  HelpSheet,
  LinkSheet,
  RuleSetsSheet,
  SettingsSheet,
  ShareSheet,
} from '../../screens';
import { type Sheet, useSheet } from '../../state/sheet';

const sheets: Record<Sheet, LazyExoticComponent<ComponentType>> = {
  rule_sets: RuleSetsSheet,
  share: ShareSheet,
  export: ExportSheet,
  link: LinkSheet,
  settings: SettingsSheet,
  help: HelpSheet,
  commands: CommandsSheet,
};

/** The sheet that is open, if one is. */
export function Sheets() {
  const sheet = useSheet();
  if (!sheet) return null;
  const Open = sheets[sheet];
  return (
    <Suspense fallback={null}>
      <Open />
    </Suspense>
  );
}
