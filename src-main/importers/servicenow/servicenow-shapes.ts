import { z } from 'zod';
import { Text } from '../tickets/shapes';

/** With `sysparm_display_value=all` each field is a pair; a field that somebody may not see is left out. */
const Pair = z
  .union([
    z.object({ value: Text, display_value: Text }),
    Text.transform((text) => ({ value: text, display_value: text })),
  ])
  .nullish()
  .catch(null)
  .transform((pair) => ({ value: pair?.value ?? '', shown: pair?.display_value ?? '' }));

const FIELDS = [
  'sys_id',
  'number',
  'short_description',
  'description',
  'state',
  'incident_state',
  'priority',
  'opened_at',
  'work_start',
  'resolved_at',
  'closed_at',
  'reopen_count',
  'assigned_to',
  'assignment_group',
  'cmdb_ci',
  'business_service',
  'category',
  'caused_by',
  'contact_type',
] as const;
type Field = (typeof FIELDS)[number];
export const INCIDENT_FIELDS: readonly Field[] = FIELDS;

export const IncidentRecord = z.object(
  Object.fromEntries(FIELDS.map((field) => [field, Pair])) as Record<Field, typeof Pair>, // one for each
);
export type IncidentRecord = z.output<typeof IncidentRecord>;

/** A list that somebody may not see comes as an empty one, or with an error beside it. */
export const Rows = z.object({ result: z.array(z.unknown()) });
export const NumberRecord = z.object({ sys_id: Text, number: Text });
export const AuditRecord = z.object({
  sys_id: Text,
  documentkey: Text,
  newvalue: Text,
  oldvalue: Text,
  sys_created_on: Text,
});
export type AuditRecord = z.output<typeof AuditRecord>;

/** `2026-01-02 10:00:00`, which a value always is in UTC, whatever the account shows. */
export function utcOf(value: string): string | null {
  const parts = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})$/.exec(value);
  const ms = parts ? Date.parse(`${parts[1]}T${parts[2]}Z`) : Number.NaN;
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}

/** An instant as a query compares it. */
export const utcText = (instant: string): string => instant.slice(0, 19).replace('T', ' ');
