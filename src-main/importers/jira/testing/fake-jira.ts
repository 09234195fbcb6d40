import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from '../../mlflow/testing/golden';

/** A ticket as a Jira holds it; what its interface gives of it is worked out as the published descriptions say. */
export interface FakeIssue {
  readonly id: string;
  key: string;
  formerKeys?: string[];
  created: string;
  updated: string;
  summary: string;
  description?: unknown;
  /** Id of its state. */
  status: string;
  priority?: string;
  resolutiondate?: string | null;
  assignee?: string;
  components?: string[];
  labels?: string[];
  histories?: { created: string; items: Record<string, unknown>[] }[];
}

export const JIRA_STATES = [
  { id: '1', name: 'Offen', category: 'new' },
  { id: '3', name: 'In Arbeit', category: 'indeterminate' },
  { id: '4', name: 'Monitoring', category: 'indeterminate' },
  { id: '5', name: 'Erledigt', category: 'done' },
  { id: '6', name: 'Geschlossen', category: 'done' },
];

export interface FakeJira {
  readonly answer: Answer;
  readonly issues: FakeIssue[];
  readonly asked: { readonly path: string; readonly body: Record<string, unknown> }[];
  /** The server's clock. */
  now: string;
  /** Most tickets of a page. */
  page: number;
  /** What the search knows of a ticket, where it lags behind. */
  readonly lagging: Map<string, FakeIssue | null>;
  /** Called before a page is given. */
  beforePage: (page: number) => void;
  /** Answers instead, where it returns true. */
  instead: (request: IncomingMessage, response: ServerResponse) => boolean;
}

const HISTORY_CUT = 40;
const project = ({ key }: FakeIssue): string => key.split('-')[0] ?? '';
const jiraTime = (instant: string): string => instant.replace('Z', '+0000');

/** A Jira that holds these tickets: Cloud as of 2026, or Data Center. */
export function fakeJira(sort: 'Cloud' | 'Server', issues: FakeIssue[]): FakeJira {
  const cloud = sort === 'Cloud';
  let pages = 0;
  const shown = (issue: FakeIssue, fields: readonly string[], expand: string): Record<string, unknown> => {
    if (fields.length === 0) return { id: issue.id };
    const state = JIRA_STATES.find(({ id }) => id === issue.status);
    const all: Record<string, unknown> = {
      summary: issue.summary,
      description: issue.description ?? null,
      status: { id: issue.status, name: state?.name, statusCategory: { key: state?.category } },
      priority: issue.priority === undefined ? null : { name: issue.priority },
      created: jiraTime(issue.created),
      resolutiondate: issue.resolutiondate ? jiraTime(issue.resolutiondate) : null,
      assignee: issue.assignee === undefined ? null : { displayName: issue.assignee },
      components: (issue.components ?? []).map((name) => ({ name })),
      labels: issue.labels ?? [],
      versions: [],
      project: { key: project(issue), name: project(issue) },
    };
    const histories = issue.histories ?? [];
    const given = cloud ? histories.slice(-HISTORY_CUT).reverse() : histories;
    return {
      id: issue.id,
      key: issue.key,
      fields: Object.fromEntries(Object.entries(all).filter(([name]) => fields.includes(name))),
      ...(expand.includes('changelog') && {
        changelog: {
          startAt: 0,
          maxResults: given.length,
          total: cloud ? given.length : histories.length,
          histories: given,
        },
      }),
    };
  };
  const found = (jql: string): FakeIssue[] => {
    const minutes = /updated >= -(\d+)m/.exec(jql)?.[1];
    const since = minutes === undefined ? '' : new Date(Date.parse(fake.now) - Number(minutes) * 60_000).toISOString();
    const keys = /project in \(([^)]*)\)/.exec(jql)?.[1]?.match(/[A-Z]+/g);
    const known = fake.issues.flatMap((issue) => {
      const seen = fake.lagging.has(issue.id) ? fake.lagging.get(issue.id) : issue;
      return seen ? [seen] : [];
    });
    return known
      .filter((issue) => issue.updated >= since && (keys?.includes(project(issue)) ?? true))
      .sort((a, b) => (a.created + a.id).localeCompare(b.created + b.id));
  };
  const search = (body: Record<string, unknown>): [number, unknown] => {
    fake.beforePage(pages++);
    const jql = String(body['jql']);
    const fields = (body['fields'] ?? []) as string[]; // of our own request
    const all = found(jql);
    const size = Math.min(Number(body['maxResults'] ?? 50), fake.page);
    const expand = String(body['expand'] ?? '');
    if (cloud) {
      if (!/\bproject\b|\blabels\b/.test(jql))
        return [400, { errorMessages: ['Unbounded JQL queries are not allowed here.'] }];
      const after = String(body['nextPageToken'] ?? '');
      const rest = all.filter((one) => one.created + one.id > after);
      const page = rest.slice(0, size);
      const last = page.at(-1);
      const more = rest.length > page.length && last !== undefined;
      return [
        200,
        {
          issues: page.map((one) => shown(one, fields, expand)),
          ...(more ? { nextPageToken: last.created + last.id } : { isLast: true }),
        },
      ];
    }
    const startAt = Number(body['startAt'] ?? 0);
    return [
      200,
      {
        startAt,
        maxResults: size,
        total: all.length,
        issues: all.slice(startAt, startAt + size).map((one) => shown(one, fields, expand)),
      },
    ];
  };
  const one = (path: string, url: URL): [number, unknown] => {
    const [, key = '', rest] = /\/issue\/([^/]+)(\/changelog)?$/.exec(path) ?? [];
    const issue = fake.issues.find((each) => [each.key, each.id, ...(each.formerKeys ?? [])].includes(key));
    if (!issue) return [404, { errorMessages: ['Issue does not exist or you do not have permission to see it.'] }];
    const histories = issue.histories ?? [];
    const startAt = Number(url.searchParams.get('startAt') ?? 0);
    const values = histories.slice(startAt, startAt + 25);
    if (rest !== undefined)
      return [200, { startAt, total: histories.length, isLast: startAt + 25 >= histories.length, values }];
    return [200, shown(issue, (url.searchParams.get('fields') ?? '').split(','), url.searchParams.get('expand') ?? '')];
  };
  const route = (path: string, url: URL, body: Record<string, unknown>): [number, unknown] => {
    if (path === '/rest/api/2/serverInfo')
      return [200, { baseUrl: fake_address(), version: '9.12.0', deploymentType: sort }];
    if (path === '/rest/api/2/search' && cloud)
      return [
        410,
        { errorMessages: ['The requested API has been removed. Please migrate to the /rest/api/3/search/jql API.'] },
      ];
    if (path === (cloud ? '/rest/api/3/search/jql' : '/rest/api/2/search')) return search(body);
    if (path.endsWith('/myself')) return [200, { displayName: 'Ana Petrov' }];
    if (path.endsWith('/status'))
      return [200, JIRA_STATES.map(({ id, name, category }) => ({ id, name, statusCategory: { key: category } }))];
    if (path.includes('/issue/')) return one(path, url);
    return [404, {}];
  };
  const fake_address = (): string => 'https://acme.atlassian.net';
  const fake: FakeJira = {
    issues,
    asked: [],
    now: '2026-12-01T06:00:00.000Z',
    page: 2,
    lagging: new Map(),
    beforePage: () => undefined,
    instead: () => false,
    answer: (request, response) => {
      let text = '';
      request.on('data', (piece: Buffer) => {
        text += piece.toString('utf8');
      });
      request.on('end', () => {
        const url = new URL(request.url ?? '', 'http://127.0.0.1');
        const body = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>; // of our own request
        fake.asked.push({ path: url.pathname, body });
        if (fake.instead(request, response)) return;
        const [status, content] = route(url.pathname, url, body);
        response.writeHead(status, { 'content-type': 'application/json', date: new Date(fake.now).toUTCString() });
        response.end(JSON.stringify(content));
      });
    },
  };
  return fake;
}

/** A move of its state, as a history keeps it. */
export const stateMove = (at: string, from: string, to: string): NonNullable<FakeIssue['histories']>[number] => ({
  created: jiraTime(at),
  items: [
    {
      field: 'status',
      fieldtype: 'jira',
      from,
      fromString: JIRA_STATES.find(({ id }) => id === from)?.name,
      to,
      toString: JIRA_STATES.find(({ id }) => id === to)?.name,
    },
  ],
});
