import type { Requests } from '../../../engine/reports';
import type { Report } from '../../../state/reports';

export type StagesReport = Report<Requests['stages']>;
export type TimesReport = Report<Requests['times']>;
export type CohortsReport = Report<Requests['cohorts']>;
export type RecordedReport = Report<Requests['recorded']>;
