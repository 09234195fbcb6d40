import type { IncidentFields } from '#contract/incidents/parts';
import { INCIDENT_STATUS_LABELS, INCIDENT_STATUSES } from '#domain/incidents/vocabulary';
import type { ChangeWords } from '../../components/journal/change-groups';
import { formatDateTime, formatMoney, formatNumber } from '../../lib/format';
import { CHOICE_FIELDS, isChoiceField } from './incident-cells';

type Field = keyof IncidentFields | 'status' | `postmortem.${keyof IncidentFields['postmortem']}`;

const LABELS: Readonly<Record<Exclude<Field, keyof typeof CHOICE_FIELDS | 'postmortem'>, string>> = {
  title: 'Title',
  description: 'Description',
  status: 'Status',
  openedAt: 'Opened',
  detectedAt: 'Detected',
  acknowledgedAt: 'First acknowledged',
  mitigatedAt: 'Mitigated',
  resolvedAt: 'Resolved',
  closedAt: 'Closed',
  changeReference: 'The change or release',
  personHours: 'Person-hours',
  costMinor: 'Cost',
  owner: 'Owner',
  mitigationOwner: 'Who mitigates it',
  mitigationDue: 'To be mitigated by',
  mitigation: 'What mitigated it',
  mitigationVersion: 'Version that mitigated it',
  links: 'Links',
  reviewedAt: 'Review held',
  modelId: 'Model',
  modelText: 'Model as its source calls it',
  version: 'Version',
  source: 'Source',
  externalId: 'Number there',
  externalUrl: 'Address there',
  'postmortem.owner': 'Owner of the postmortem',
  'postmortem.overview': 'Overview',
  'postmortem.whatHappened': 'What happened',
  'postmortem.contributingFactors': 'Contributing factors',
  'postmortem.impact': 'Impact',
  'postmortem.resolution': 'Resolution',
  'postmortem.actions': 'Actions',
};

const labelOf = (field: string): string =>
  isChoiceField(field) ? CHOICE_FIELDS[field].label : (new Map(Object.entries(LABELS)).get(field) ?? field);

function valueWords(field: string, value: unknown, currency: string): string {
  if (value === null || value === undefined || value === '') return '';
  if (isChoiceField(field))
    return CHOICE_FIELDS[field].choices.find((choice) => choice.value === String(value))?.label ?? String(value);
  if (Array.isArray(value)) return value.map(linkText).join(', ');
  if (typeof value === 'number') return field === 'costMinor' ? formatMoney(value, currency) : formatNumber(value, 2);
  const text = String(value);
  const status = field === 'status' ? INCIDENT_STATUSES.find((known) => known === text) : undefined;
  if (status !== undefined) return INCIDENT_STATUS_LABELS[status];
  return field.endsWith('At') ? formatDateTime(text) : text;
}

const linkText = (link: unknown): string =>
  typeof link === 'object' && link !== null && 'label' in link && 'url' in link
    ? [link.label, link.url].filter((part) => part !== '').join(': ')
    : String(link);

/** The journal of an incident in the words of its page. */
export const incidentWords = (currency: string): ChangeWords => ({
  label: labelOf,
  value: (field, value) => valueWords(field, value, currency),
});
