// The sheet that lies over the page: one at most.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { LeadQuery } from '../engine/protocol';

export type Sheet = 'rule_sets' | 'share' | 'export' | 'link' | 'settings' | 'help' | 'commands';

/** Some leads that are to be exported, and as what. */
export interface ToExport {
  query: LeadQuery;
  count: number;
  name: string;
  form: 'csv' | 'hubspot' | 'mailchimp';
}

interface Open {
  sheet: Sheet | null;
  /** For the sheet of exports. */
  toExport: ToExport | null;
}

const store = createStore<Open>(() => ({ sheet: null, toExport: null }));

export const openSheet = (sheet: Sheet): void => store.setState({ sheet, toExport: null });
export const closeSheet = (): void => store.setState({ sheet: null, toExport: null });
export const exportLeads = (toExport: ToExport): void => store.setState({ sheet: 'export', toExport });
export const useToExport = (): ToExport | null => useStore(store, ({ toExport }) => toExport);
export const useSheet = (): Sheet | null => useStore(store, ({ sheet }) => sheet);
