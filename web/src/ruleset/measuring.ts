// What reports ask of a rule file: hand-off, checklists, nurture and money. Their meaning is rules/measuring.md.
import type { Condition, EventPattern } from './ruleset';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];
export interface BusinessHours {
  days: Weekday[];
  from: string;
  until: string;
  zone?: string;
}
export interface Sla {
  stage?: string;
  hours?: number;
  touch?: EventPattern;
  accept?: EventPattern;
  reject?: EventPattern;
  reason?: string;
  contact?: string[];
  business_hours?: BusinessHours;
}

export interface ChecklistItem {
  id: string;
  label?: string;
  when: Condition;
  ask?: string;
}
export interface Checklist {
  label?: string;
  at_least?: number;
  items: ChecklistItem[];
}

export const buyerSteps = ['awareness', 'consideration', 'decision'] as const;
export type BuyerStep = (typeof buyerSteps)[number];
export interface Track {
  id: string;
  label?: string;
  when: Condition;
  content?: { [step in BuyerStep]?: string[] };
}
export interface Nurture {
  silent_days?: number;
  tracks?: Track[];
}

export type ColumnName = { property: string } | { field: string };
export type ValueSource = (EventPattern & { property: string }) | { field: string };
export type ContentSource = Partial<EventPattern> & { property: string };

export const roles = ['mql', 'sal', 'sql', 'opportunity', 'customer'] as const;
export type Role = (typeof roles)[number];
export interface Economics {
  currency?: string;
  value?: ValueSource;
  touch?: EventPattern;
  channel?: ColumnName;
  campaign?: ColumnName;
  content?: ContentSource;
  half_life_days?: number;
  margin_percent?: number;
  stages?: { [role in Role]?: string };
}

/** What is taken where the rule file says nothing. */
export const given = {
  hours: 24,
  touch: {
    event: [
      'call',
      'call_connected',
      'sales_email',
      'meeting_booked',
      'meeting_held',
      'sales_accepted',
      'sales_rejected',
    ],
  },
  accept: { event: 'sales_accepted' },
  reject: { event: 'sales_rejected' },
  reason: 'reason',
  contact: ['email', 'phone'],
  silentDays: 30,
  value: { event: ['opportunity_won', 'won'], property: 'value' },
  content: { event: ['ebook_download', 'content_download', 'webinar_attend'], property: 'asset' },
  halfLifeDays: 7,
  marginPercent: 100,
};

/** A checklist as the condition that its name stands for. */
export const checklistCondition = ({ at_least: least, items }: Checklist): Condition => ({
  at_least: least ?? items.length,
  of: items.map(({ when }) => when),
});
