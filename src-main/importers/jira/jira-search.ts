import { allPages } from '../remote/pages';
import type { Remote } from '../remote/remote';
import { remoteProblem } from '../remote/remote-failure';
import { offsetPages } from '../tickets/offset-pages';
import { shaped } from '../tickets/shapes';
import { MOST_TICKETS } from '../tickets/ticket';
import { CenterPage, CloudPage } from './jira-shapes';

/** How one sort of Jira is searched. */
export interface JiraSearch {
  readonly product: 'Jira Cloud' | 'Jira Data Center';
  /** In front of every path. */
  readonly api: '/rest/api/3' | '/rest/api/2';
  /** A history may come cut off, and is then asked for by pages. */
  readonly cutsHistories: boolean;
  issues(jql: string, fields: readonly string[], expand: readonly string[], most: number): Promise<readonly unknown[]>;
}

const TICKETS = 'tickets';
const NARROWER = 'Narrow the connection by its project or JQL. Nothing was taken';

/**
 * `/search/jql`: pages by tokens, no total. A page may be smaller than what was asked for, and an empty one may have a next.
 * It answers nothing but ids unless fields are named.
 */
export const cloudSearch = (remote: Remote): JiraSearch => ({
  product: 'Jira Cloud',
  api: '/rest/api/3',
  cutsHistories: true,
  issues: async (jql, fields, expand, most) => {
    let left = most;
    return allPages(
      TICKETS,
      MOST_TICKETS,
      async (token) => {
        const answer = await remote.search('/rest/api/3/search/jql', {
          jql,
          fields,
          maxResults: Math.min(left, fields.length > 1 ? 100 : 5_000),
          ...(expand.length > 0 && { expand: expand.join(',') }),
          ...(token !== null && { nextPageToken: token }),
        });
        const page = shaped(CloudPage, answer, 'Jira Cloud');
        const items = page.issues ?? [];
        left -= items.length;
        return { items, next: page.isLast === true || left <= 0 ? null : page.nextPageToken };
      },
      NARROWER,
    );
  },
});

/** `/search`: pages by offset, with a total. */
export const centerSearch = (remote: Remote): JiraSearch => ({
  product: 'Jira Data Center',
  api: '/rest/api/2',
  cutsHistories: false,
  issues: (jql, fields, expand, most) =>
    offsetPages({
      what: TICKETS,
      most: Math.min(most, MOST_TICKETS),
      refuseMore: most >= MOST_TICKETS ? NARROWER : null,
      idOf: (issue) => (typeof issue === 'object' && issue !== null ? String(Reflect.get(issue, 'id')) : ''),
      fetchPage: async (startAt) => {
        const maxResults = Math.min(most, fields.length > 1 ? 100 : 1_000);
        const asked = { jql, fields, expand, startAt, maxResults };
        const page = shaped(CenterPage, await remote.search('/rest/api/2/search', asked), 'Jira Data Center');
        return { items: page.issues ?? [], total: page.total };
      },
    }),
});

/** A project's key, several, or a JQL of one's own; what it is sorted by is ours to say. */
export function scopeJql(scope: string): string {
  const typed = scope.trim();
  if (typed === '')
    throw remoteProblem(
      'The connection says nothing of which tickets it is about, and Jira searches only what is narrowed',
      'Give the key of a project such as OPS, or a JQL, in the connection',
    );
  if (/^[A-Z][A-Z0-9_]*(\s*,\s*[A-Z][A-Z0-9_]*)*$/.test(typed))
    return `project in (${typed
      .split(',')
      .map((key) => `"${key.trim()}"`)
      .join(', ')})`;
  return typed.replace(/\s+order\s+by\s+[^"'()]*$/i, '');
}
