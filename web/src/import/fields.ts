// What a column can be said to be, the commonest first.
import type { FileKind } from './protocol';

const people = [
  ...[
    'email',
    'first_name',
    'last_name',
    'full_name',
    'phone',
    'mobile',
    'job_title',
    'company',
    'website',
    'industry',
  ],
  ...['employees', 'annual_revenue', 'country', 'region', 'city', 'postal_code'],
];
const history = [
  ...['created_at', 'updated_at', 'last_activity_at', 'lead_source', 'source_detail', 'campaign', 'utm_source'],
  ...['utm_medium', 'utm_campaign', 'utm_term', 'utm_content', 'lifecycle_stage', 'lead_status', 'rating', 'grade'],
  ...['external_score', 'owner', 'tags', 'lists', 'opted_out', 'email_invalid', 'converted_at', 'is_converted'],
];
const stages = ['became_lead', 'became_mql', 'became_sql', 'became_opportunity', 'became_customer'];
const counters = ['pageviews', 'sessions', 'form_submissions', 'emails_delivered', 'emails_opened', 'emails_clicked'];
const leads = ['lead_id', ...people, ...history, ...stages, ...counters, 'visitor_id', 'other_id'];
const roles = ['lead_id', 'email', 'visitor_id', 'at', 'type', 'type_detail'];
const events = [...roles, 'asset', 'campaign', 'channel', 'source', 'value'];

export const fieldsOf: Record<FileKind, readonly string[]> = {
  leads,
  events,
  both: [...events, ...leads.filter((field) => !events.includes(field))],
  outcomes: events,
  costs: ['cost', 'month', 'channel', 'campaign', 'currency'],
};

export const eventTypes: readonly string[] = [
  ...['page_view', 'site_visit', 'site_search', 'form_start', 'form_submit', 'demo_request', 'trial_start', 'sign_up'],
  ...['login', 'content_download', 'content_view', 'link_click', 'email_sent', 'email_delivered', 'email_open'],
  ...['email_click', 'email_reply', 'email_bounce_hard', 'email_bounce_soft', 'email_unsubscribe'],
  ...['email_resubscribe', 'email_spam', 'sales_email_sent', 'sales_email_open', 'sales_email_click'],
  ...['sales_email_reply', 'sms_sent', 'sms_click', 'ad_click', 'social_click', 'chat', 'webinar_invite'],
  ...['webinar_register', 'webinar_attend', 'event_register', 'event_attend', 'event_no_show', 'video_view'],
  ...['video_complete', 'call', 'call_connected', 'meeting_booked', 'meeting_held', 'meeting_no_show', 'task', 'note'],
  ...['campaign_member', 'campaign_response', 'list_add', 'list_remove', 'score_change', 'field_change'],
  ...['stage_change', 'lead_created', 'lead_converted', 'sales_accepted', 'sales_rejected', 'sales_recycled'],
  ...['opportunity_created', 'opportunity_won', 'opportunity_lost', 'purchase', 'other', 'ignored'],
];

export const encodings: readonly string[] = [
  ...[
    'utf-8',
    'utf-16le',
    'utf-16be',
    'windows-1250',
    'windows-1251',
    'windows-1252',
    'iso-8859-2',
    'koi8-r',
    'ibm866',
  ],
];
