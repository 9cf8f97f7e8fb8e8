import type { Requests } from '../../../engine/reports';
import type { Report } from '../../../state/reports';
import type { Choice } from './choice';

export interface ChannelsShown {
  report: Report<Requests['channels']>;
  choice: Choice;
  stale: boolean;
}
