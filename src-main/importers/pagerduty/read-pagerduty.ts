import type { Remote } from '../remote/remote';
import { remoteProblem } from '../remote/remote-failure';
import { shaped } from '../tickets/shapes';
import { MOST_TICKETS, type Progress, type Ticket, type TicketServer, type TicketSource } from '../tickets/ticket';
import { IncidentsPage, type LogEntry, LogPage, OneIncident, PagerDutyIncident } from './pagerduty-shapes';
import { PAGERDUTY_STATES, pagerDutyTicket } from './pagerduty-ticket';

const PRODUCT = 'PagerDuty';
const OVERLAP_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** A search may span half a year, and give ten thousand incidents. */
const SPAN_MS = 150 * DAY_MS;
const PAGE = 100;
const REACH = 10_000;
/** A log is asked for incident by incident, within what the service takes in a minute. */
const MOST_LOGS = 8_000;
const AT_ONCE = 4;
const ID = /^[A-Za-z0-9]{1,40}$/;

/** Asks PagerDuty whether the key may read, and gives its incidents. @param scope ids of services; '' for all */
export async function openPagerDuty(remote: Remote, scope: string): Promise<TicketSource> {
  remote.setHeader('accept', 'application/vnd.pagerduty+json;version=2');
  const services = scope.split(/[\s,;]+/).filter((id) => id !== '');
  const wrong = services.find((id) => !ID.test(id));
  if (wrong !== undefined)
    throw remoteProblem(
      `“${wrong.slice(0, 60)}” is no id of a service in PagerDuty`,
      'An id such as PIJ90N7 stands in the address of the service’s page. Give those, parted by commas',
    );
  const query = { limit: '1', date_range: 'all', sort_by: 'created_at:asc' };
  const asked = await remote.page('/incidents', { ...query, 'service_ids[]': services });
  if (asked === null)
    throw remoteProblem(
      'There is no PagerDuty at this address (404)',
      'Give https://api.pagerduty.com, or https://api.eu.pagerduty.com for an account in the EU. Nothing was taken',
    );
  const [first] = shaped(IncidentsPage, asked.content, PRODUCT).incidents;
  const oldest = first === undefined ? null : shaped(PagerDutyIncident, first, PRODUCT).created_at;
  const server = { product: PRODUCT, version: '', account: '', date: asked.date };
  return new PagerDuty(remote, server, services, oldest);
}

class PagerDuty implements TicketSource {
  readonly overlapMs = OVERLAP_MS;
  private all: readonly PagerDutyIncident[] | null = null;

  constructor(
    private readonly remote: Remote,
    readonly server: TicketServer,
    private readonly services: readonly string[],
    private readonly oldest: string | null,
  ) {}

  statuses(): ReturnType<TicketSource['statuses']> {
    return PAGERDUTY_STATES;
  }

  /** No search asks for what changed, so all are listed; only of those that did the log is read. */
  async changed(since: string | null, progress: Progress): Promise<readonly Ticket[]> {
    const all = await this.everything(progress);
    const touched = ({ updated_at, last_status_change_at, created_at }: PagerDutyIncident): boolean => {
      const known = [updated_at, last_status_change_at, created_at].map((text) => Date.parse(text));
      const latest = Math.max(...known.filter((ms) => !Number.isNaN(ms)));
      return since === null || !(latest < Date.parse(since));
    };
    return this.withLogs(all.filter(touched), progress);
  }

  async latest(most: number): Promise<readonly Ticket[]> {
    const { incidents } = await this.page({
      date_range: 'all',
      sort_by: 'created_at:desc',
      limit: String(Math.min(most, PAGE)),
    });
    return incidents.map((incident) => pagerDutyTicket(incident, []));
  }

  async listed(progress: Progress): Promise<ReadonlySet<string>> {
    return new Set((await this.everything(progress)).map((incident) => pagerDutyTicket(incident, []).key));
  }

  async named(keys: readonly string[]): Promise<readonly Ticket[]> {
    const found: PagerDutyIncident[] = [];
    for (const key of keys.filter((one) => ID.test(one))) {
      const answer = await this.remote.page(`/incidents/${key}`);
      if (answer !== null)
        found.push(shaped(PagerDutyIncident, shaped(OneIncident, answer.content, PRODUCT).incident, PRODUCT));
    }
    return this.withLogs(found, () => undefined);
  }

  warnings(): readonly never[] {
    return [];
  }

  private async everything(progress: Progress): Promise<readonly PagerDutyIncident[]> {
    if (this.all !== null) return this.all;
    const found = new Map<string, PagerDutyIncident>();
    const until = (this.server.date === null ? Date.now() : Date.parse(this.server.date)) + DAY_MS;
    const begin = this.oldest === null ? until : Date.parse(this.oldest);
    const spans: { from: number; to: number }[] = [];
    for (let from = Number.isNaN(begin) ? until : begin; from < until; from += SPAN_MS)
      spans.push({ from, to: Math.min(until, from + SPAN_MS) });
    for (let span = spans.shift(); span; span = spans.shift()) {
      if (!(await this.readSpan(span, found))) {
        const middle = Math.floor((span.from + span.to) / 2);
        spans.unshift({ from: span.from, to: middle }, { from: middle, to: span.to });
      }
      progress('Listing what is there', found.size, null);
      if (found.size > MOST_TICKETS)
        throw remoteProblem(
          `PagerDuty has more than ${MOST_TICKETS.toLocaleString('en')} incidents of these services`,
          'Narrow the connection to some services. Nothing was taken',
        );
    }
    this.all = [...found.values()];
    return this.all;
  }

  /** @returns false: it holds more than one search can give */
  private async readSpan(span: { from: number; to: number }, found: Map<string, PagerDutyIncident>): Promise<boolean> {
    const [since, until] = [span.from, span.to].map((ms) => new Date(ms).toISOString());
    for (let offset = 0; ; offset += PAGE) {
      if (offset + PAGE > REACH) {
        if (span.to - span.from > 1_000) return false;
        throw remoteProblem(
          'PagerDuty has more incidents in one second than it gives',
          'Narrow the connection to some services. Nothing was taken',
        );
      }
      const query = {
        since: since ?? '',
        until: until ?? '',
        sort_by: 'created_at:asc',
        limit: String(PAGE),
        offset: String(offset),
      };
      const { incidents, more } = await this.page(query);
      for (const incident of incidents) found.set(incident.id, incident);
      if (!more || incidents.length === 0) return true;
    }
  }

  private async page(
    query: Readonly<Record<string, string>>,
  ): Promise<{ readonly incidents: readonly PagerDutyIncident[]; readonly more: boolean }> {
    const answer = await this.remote.page('/incidents', { ...query, 'service_ids[]': this.services });
    const { incidents, more } = shaped(IncidentsPage, answer?.content, PRODUCT);
    return { incidents: incidents.map((one) => shaped(PagerDutyIncident, one, PRODUCT)), more };
  }

  private async withLogs(incidents: readonly PagerDutyIncident[], progress: Progress): Promise<readonly Ticket[]> {
    if (incidents.length > MOST_LOGS)
      throw remoteProblem(
        `The course of ${incidents.length.toLocaleString('en')} incidents would have to be asked for one by one`,
        'Narrow the connection to some services, or bring the older ones from a file first. Nothing was taken',
      );
    const tickets: Ticket[] = [];
    for (let at = 0; at < incidents.length; at += AT_ONCE) {
      const some = incidents.slice(at, at + AT_ONCE);
      const logs = await Promise.all(some.map(({ id }) => this.logOf(id)));
      tickets.push(...some.map((incident, index) => pagerDutyTicket(incident, logs[index] ?? [])));
      progress('Reading their logs', tickets.length, incidents.length);
    }
    return tickets;
  }

  private async logOf(id: string): Promise<readonly LogEntry[]> {
    const all: LogEntry[] = [];
    for (let offset = 0; offset + PAGE <= REACH; offset += PAGE) {
      const query = { limit: String(PAGE), offset: String(offset) };
      const answer = await this.remote.page(`/incidents/${encodeURIComponent(id)}/log_entries`, query);
      if (answer === null) break;
      const { log_entries: entries, more } = shaped(LogPage, answer.content, PRODUCT);
      all.push(...entries);
      if (!more || entries.length === 0) break;
    }
    return all;
  }
}
