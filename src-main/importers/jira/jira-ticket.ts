import type { Facet } from '#domain/connections/ticket-facets';
import { instantOf } from '../tickets/shapes';
import type { Ticket, TicketEvent } from '../tickets/ticket';
import { adfText } from './adf-text';
import type { JiraHistory, JiraIssue } from './jira-shapes';
import type { JiraStates } from './jira-states';

/** @param site where its pages are */
export function jiraTicket(
  issue: JiraIssue,
  histories: readonly JiraHistory[],
  states: JiraStates,
  site: string,
): Ticket {
  const { fields } = issue;
  const changes = histories
    .flatMap(({ created, items }) => (items ?? []).map((item) => ({ ...item, at: instantOf(created) })))
    .sort((a, b) => (a.at ?? '').localeCompare(b.at ?? ''));
  return {
    id: issue.id,
    key: issue.key,
    formerKeys: changes.flatMap(({ field, was }) => (field === 'Key' && was !== '' && was !== issue.key ? [was] : [])),
    title: fields.summary,
    description: adfText(fields.description),
    priority: fields.priority,
    owner: fields.assignee,
    version: fields.versions.join(', '),
    change: '',
    reportedBy: '',
    url: `${site}/browse/${encodeURIComponent(issue.key)}`,
    openedAt: instantOf(fields.created) ?? '',
    acknowledgedAt: null,
    resolvedAt: instantOf(fields.resolutiondate),
    closedAt: null,
    reopenCount: 0,
    events: eventsOf(issue, changes, states),
    facets: facetsOf(issue),
  };
}

type Change = Omit<JiraHistory, 'created' | 'items'> & {
  readonly at: string | null;
  readonly field: string;
  readonly from: string;
  readonly to: string;
  readonly was: string;
  readonly became: string;
};

/** The state that it was created in, and each that it came into. What the history does not know yet comes last, without a time. */
function eventsOf(
  { fields: { status, created } }: JiraIssue,
  changes: readonly Change[],
  states: JiraStates,
): readonly TicketEvent[] {
  const moves = changes.filter(({ field }) => field === 'status');
  const now = states.word(status?.id ?? '', status?.name ?? '');
  const [first] = moves;
  const events: TicketEvent[] = [
    { at: instantOf(created), status: first ? states.word(first.from, first.was) : now },
    ...moves.map(({ at, to, became }) => ({ at, status: states.word(to, became) })),
  ];
  return events.at(-1)?.status === now ? events : [...events, { at: null, status: now }];
}

function facetsOf({ fields }: JiraIssue): readonly Facet[] {
  const project = fields.project?.name || fields.project?.key || '';
  return [
    ...fields.components.map((text): Facet => ({ by: 'component', text })),
    ...fields.labels.map((text): Facet => ({ by: 'label', text })),
    ...(project === '' ? [] : [{ by: 'project', text: project } as const]),
  ];
}
