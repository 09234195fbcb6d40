import type { Remote } from '../remote/remote';
import { RemoteError, remoteProblem } from '../remote/remote-failure';
import { shaped } from '../tickets/shapes';
import type { Ticket, TicketServer, TicketSource, TicketWarning } from '../tickets/ticket';
import { MOST_TICKETS } from '../tickets/ticket';
import { centerSearch, cloudSearch, type JiraSearch, scopeJql } from './jira-search';
import { HistoryPage, type JiraHistory, JiraIssue, Key, Myself, ServerInfo, Statuses } from './jira-shapes';
import { JiraStates } from './jira-states';
import { jiraTicket } from './jira-ticket';

const FIELDS = [
  'summary',
  'description',
  'status',
  'priority',
  'created',
  'resolutiondate',
  'assignee',
  'components',
  'labels',
  'versions',
  'project',
];
/** A search learns of a change later than the ticket itself. */
const OVERLAP_MS = 15 * 60_000;
/** As many entries of a history come with a search of Jira Cloud; it need not say that there are more. */
const HISTORY_CUT = 40;
/** In an order that no change of a ticket moves. */
const IN_ORDER = 'ORDER BY created ASC, key ASC';

/** Asks a Jira what it is, and gives its tickets. @param address where its pages are, unless it says so itself */
export async function openJira(remote: Remote, scope: string, address: string): Promise<TicketSource> {
  remote.setHeader('x-atlassian-token', 'no-check'); // a POST that only searches is else taken for one of a browser
  const jql = scopeJql(scope);
  const asked = await remote.page('/rest/api/2/serverInfo');
  if (asked === null)
    throw remoteProblem(
      'There is no Jira at this address (404)',
      'Give the address that its pages begin with, such as https://NAME.atlassian.net. Nothing was taken',
    );
  const info = shaped(ServerInfo, asked.content, 'Jira');
  const isCloud = info.deploymentType.toLowerCase() === 'cloud';
  const search = isCloud ? cloudSearch(remote) : centerSearch(remote);
  const account = shaped(Myself, await remote.json(`${search.api}/myself`), search.product).displayName;
  const server: TicketServer = {
    product: search.product,
    version: isCloud ? 'Cloud' : `${info.version} (Data Center)`,
    account,
    date: asked.date,
  };
  const site = /^https?:\/\/[^\s/]+/.test(info.baseUrl) ? info.baseUrl.replace(/\/+$/, '') : address;
  const states = new JiraStates(
    shaped(Statuses, await remote.json(`${search.api}/status`), search.product).map((one) => ({
      id: one.id,
      name: one.name,
      category: one.statusCategory,
    })),
  );
  return new Jira(remote, search, server, jql, states, site);
}

class Jira implements TicketSource {
  readonly overlapMs = OVERLAP_MS;
  private readonly unreadable = new Set<unknown>();

  constructor(
    private readonly remote: Remote,
    private readonly search: JiraSearch,
    readonly server: TicketServer,
    private readonly jql: string,
    private readonly states: JiraStates,
    readonly site: string,
  ) {}

  statuses(): ReturnType<TicketSource['statuses']> {
    return this.states.meanings();
  }

  /** How long ago, not when: a date in JQL is one of the account's own time zone. */
  async changed(since: string | null, progress: Parameters<TicketSource['changed']>[1]): Promise<readonly Ticket[]> {
    progress('Reading the tickets', 0, null);
    const now = this.server.date === null ? Date.now() : Date.parse(this.server.date);
    const minutes = since === null ? null : Math.max(1, Math.ceil((now - Date.parse(since)) / 60_000) + 1);
    const when = minutes === null ? '' : ` AND updated >= -${minutes}m`;
    return this.whole(`(${this.jql})${when} ${IN_ORDER}`, MOST_TICKETS, progress);
  }

  latest(most: number): Promise<readonly Ticket[]> {
    return this.whole(`(${this.jql}) ORDER BY created DESC`, most, () => undefined);
  }

  async listed(progress: Parameters<TicketSource['listed']>[0]): Promise<ReadonlySet<string>> {
    progress('Listing what is there', 0, null);
    const issues = await this.searched(`(${this.jql}) ${IN_ORDER}`, ['key'], [], MOST_TICKETS);
    return new Set(issues.map((issue) => shaped(Key, issue, this.search.product).key));
  }

  async named(keys: readonly string[]): Promise<readonly Ticket[]> {
    const found: Ticket[] = [];
    for (const key of keys) {
      const path = `${this.search.api}/issue/${encodeURIComponent(key)}`;
      const answer = await this.remote.page(path, { fields: FIELDS.join(','), expand: 'changelog' });
      if (answer !== null) found.push(...(await this.tickets([answer.content])));
    }
    return found;
  }

  warnings(): readonly TicketWarning[] {
    const { size } = this.unreadable;
    return size === 0
      ? []
      : [
          {
            what: `${size === 1 ? 'One ticket' : `${size} tickets`} could not be read`,
            todo: 'Left out. Whoever administers Jira sees why in its log',
          },
        ];
  }

  private async whole(
    jql: string,
    most: number,
    progress: Parameters<TicketSource['changed']>[1],
  ): Promise<readonly Ticket[]> {
    const issues = await this.searched(jql, FIELDS, ['changelog'], most);
    progress('Reading the tickets', issues.length, issues.length);
    return this.tickets(issues);
  }

  /** An old search that is no more says so with 410: such a Jira is Cloud, whatever stands in front of it says. */
  private async searched(
    jql: string,
    fields: readonly string[],
    expand: readonly string[],
    most: number,
  ): Promise<readonly unknown[]> {
    try {
      return await this.search.issues(jql, fields, expand, most);
    } catch (error) {
      if (!isGone(error)) throw error;
      throw remoteProblem(
        'This Jira has its old search no more (410), and yet does not say that it is Jira Cloud',
        'Give the address of the site itself, such as https://NAME.atlassian.net, and not that of something in front of it. Nothing was taken',
      );
    }
  }

  private async tickets(issues: readonly unknown[]): Promise<readonly Ticket[]> {
    const found = new Map<string, Ticket>();
    for (const content of issues) {
      const issue = JiraIssue.safeParse(content);
      if (!issue.success) {
        this.unreadable.add(keyIn(content));
        continue;
      }
      const histories = await this.historyOf(issue.data);
      found.set(issue.data.id, jiraTicket(issue.data, histories, this.states, this.site));
    }
    return [...found.values()];
  }

  private async historyOf({ id, changelog }: JiraIssue): Promise<readonly JiraHistory[]> {
    const given = changelog?.histories ?? [];
    const cut = given.length >= HISTORY_CUT || (changelog?.total ?? 0) > given.length;
    if (!this.search.cutsHistories || !cut) return given;
    const all: JiraHistory[] = [];
    for (let page = 0; page < 100; page += 1) {
      const query = { startAt: String(all.length), maxResults: '100' };
      const answer = await this.remote.json(`${this.search.api}/issue/${encodeURIComponent(id)}/changelog`, query);
      const { values, total, isLast } = shaped(HistoryPage, answer, this.search.product);
      all.push(...(values ?? []));
      if ((values ?? []).length === 0 || isLast === true || all.length >= (total ?? Number.POSITIVE_INFINITY)) break;
    }
    return all;
  }
}

const isGone = (error: unknown): boolean => error instanceof RemoteError && error.problem.status === 410;
const keyIn = (content: unknown): unknown => Key.safeParse(content).data?.key ?? '';
