import { z } from 'zod';
import { Text } from '../tickets/shapes';

const Reference = z.object({ id: Text, summary: Text });
const Maybe = Reference.nullish().transform((one) => one?.summary ?? '');

export const PagerDutyIncident = z.object({
  id: z.string().min(1),
  incident_number: z.number().nullish(),
  title: Text,
  status: Text,
  urgency: Text,
  html_url: Text,
  created_at: Text,
  updated_at: Text,
  last_status_change_at: Text,
  resolved_at: Text,
  service: Maybe,
  priority: Maybe,
  teams: z
    .array(Reference)
    .nullish()
    .transform((teams) => (teams ?? []).map(({ summary }) => summary)),
  assignments: z
    .array(z.object({ assignee: Maybe }))
    .nullish()
    .transform((all) => (all ?? []).map(({ assignee }) => assignee).filter((name) => name !== '')),
  resolve_reason: z
    .object({ type: Text, incident: Maybe })
    .nullish()
    .catch(null)
    .transform((reason) => reason ?? null),
});
export type PagerDutyIncident = z.output<typeof PagerDutyIncident>;

const more = z
  .boolean()
  .nullish()
  .transform((said) => said === true);
export const IncidentsPage = z.object({ incidents: z.array(z.unknown()), more });
export const OneIncident = z.object({ incident: z.unknown() });
export const LogEntry = z.object({ type: Text, created_at: Text });
export type LogEntry = z.output<typeof LogEntry>;
export const LogPage = z.object({ log_entries: z.array(LogEntry), more });
