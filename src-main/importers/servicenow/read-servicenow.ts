import type { Remote } from '../remote/remote';
import { RemoteError, remoteProblem } from '../remote/remote-failure';
import { shaped } from '../tickets/shapes';
import type { Progress, Ticket, TicketServer, TicketSource, TicketWarning } from '../tickets/ticket';
import { allRows, withConditions } from './servicenow-query';
import { AuditRecord, INCIDENT_FIELDS, IncidentRecord, NumberRecord, Rows, utcText } from './servicenow-shapes';
import { ServiceNowStates, serviceNowTicket } from './servicenow-ticket';

const PRODUCT = 'ServiceNow';
const INCIDENTS = '/api/now/table/incident';
/** A query compares a time in the time zone of the account, which nobody tells: none is further from UTC. */
const OVERLAP_MS = 15 * 3_600_000;
/** Rows of a page: of whole incidents, and of numbers alone. */
const PAGES = { whole: 500, short: 5_000 };
/** So many ids fit into an address. */
const AT_ONCE = 50;

/** Asks an instance of ServiceNow whether the account may read, and gives its incidents. @param query an encoded query; '' for all */
export async function openServiceNow(
  remote: Remote,
  query: string,
  address: string,
  pages = PAGES,
): Promise<TicketSource> {
  const first = { sysparm_fields: 'sys_id', sysparm_limit: '1' };
  const scoped = await remote.page(INCIDENTS, { ...first, sysparm_query: withConditions(query, []) });
  if (scoped === null)
    throw remoteProblem(
      'There is no ServiceNow at this address (404)',
      'Give the address of the instance, such as https://NAME.service-now.com. Nothing was taken',
    );
  shaped(Rows, scoped.content, PRODUCT);
  // A condition that an instance does not understand it leaves out, and then gives everything.
  const whole = query === '' || scoped.total === null ? null : await remote.page(INCIDENTS, first);
  const narrows = whole === null || scoped.total !== whole.total;
  const server = { product: PRODUCT, version: '', account: '', date: scoped.date };
  return new ServiceNow(remote, server, query, address, narrows, pages);
}

class ServiceNow implements TicketSource {
  readonly overlapMs = OVERLAP_MS;
  private readonly states = new ServiceNowStates();
  private audited: 'unknown' | 'seen' | 'hidden' = 'unknown';
  private withoutOpening = 0;

  constructor(
    private readonly remote: Remote,
    readonly server: TicketServer,
    private readonly query: string,
    readonly site: string,
    private readonly narrows: boolean,
    private readonly pages: typeof PAGES,
  ) {}

  statuses(): ReturnType<TicketSource['statuses']> {
    return this.states.meanings();
  }

  changed(since: string | null, progress: Progress): Promise<readonly Ticket[]> {
    const conditions = since === null ? [] : [`sys_updated_on>=${utcText(since)}`];
    return this.whole(withConditions(this.query, conditions), progress);
  }

  async latest(most: number): Promise<readonly Ticket[]> {
    const answer = await this.remote.page(INCIDENTS, {
      sysparm_query: `${withConditions(this.query, [])}^ORDERBYDESCsys_created_on`.replace(/^\^/, ''),
      sysparm_fields: INCIDENT_FIELDS.join(','),
      sysparm_display_value: 'all',
      sysparm_exclude_reference_link: 'true',
      sysparm_limit: String(most),
    });
    return this.tickets(shaped(Rows, answer?.content, PRODUCT).result);
  }

  async listed(progress: Progress): Promise<ReadonlySet<string>> {
    const rows = await allRows(
      this.remote,
      { table: 'incident', query: this.query, fields: ['sys_id', 'number'], displayed: false, page: this.pages.short },
      (done) => progress('Listing what is there', done, null),
    );
    return new Set(rows.map((row) => shaped(NumberRecord, row, PRODUCT).number).filter((number) => number !== ''));
  }

  async named(keys: readonly string[]): Promise<readonly Ticket[]> {
    const found: Ticket[] = [];
    // What holds a `^` is no number, and would be a query of its own.
    const numbers = keys.filter((key) => /^[\w.-]{1,80}$/.test(key));
    for (let at = 0; at < numbers.length; at += AT_ONCE)
      found.push(...(await this.whole(`numberIN${numbers.slice(at, at + AT_ONCE).join(',')}`, () => undefined)));
    return found;
  }

  warnings(): readonly TicketWarning[] {
    return [
      ...(this.narrows
        ? []
        : [
            {
              what: 'The query of the connection leaves no incident out',
              todo: 'ServiceNow skips a condition that it does not understand and then gives all. See whether each field in it is spelt as in the address of a filtered list',
            },
          ]),
      ...(this.audited === 'hidden'
        ? [
            {
              what: 'This account may not read sys_audit, so nothing tells when a ticket was acknowledged or reopened',
              todo: 'Resolved and closed are taken from the ticket. Ask for the right to read sys_audit where the rest is wanted',
            },
          ]
        : []),
      ...(this.withoutOpening > 0
        ? [
            {
              what: `${this.withoutOpening} tickets do not say when they were opened`,
              todo: 'The account may not see the field opened_at; ask for the right to read it',
            },
          ]
        : []),
    ];
  }

  private async whole(query: string, progress: Progress): Promise<readonly Ticket[]> {
    const rows = await allRows(
      this.remote,
      { table: 'incident', query, fields: INCIDENT_FIELDS, displayed: true, page: this.pages.whole },
      (done) => progress('Reading the tickets', done, null),
    );
    return this.tickets(rows);
  }

  private async tickets(rows: readonly unknown[]): Promise<readonly Ticket[]> {
    const records = rows.map((row) => shaped(IncidentRecord, row, PRODUCT)).filter(({ number }) => number.value !== '');
    for (const record of records) this.states.learn(record);
    const audits = await this.auditsOf(records.map(({ sys_id }) => sys_id.value));
    const found = new Map<string, Ticket>();
    for (const record of records) {
      const id = record.sys_id.value;
      const ticket = serviceNowTicket(record, audits.get(id) ?? [], this.states, this.site);
      if (ticket.openedAt === '') this.withoutOpening += 1;
      found.set(id, ticket);
    }
    return [...found.values()];
  }

  /** When each came into its states, where the account may see that. */
  private async auditsOf(ids: readonly string[]): Promise<ReadonlyMap<string, readonly AuditRecord[]>> {
    const audits = new Map<string, AuditRecord[]>();
    for (let at = 0; at < ids.length && this.audited !== 'hidden'; at += AT_ONCE) {
      const some = ids.slice(at, at + AT_ONCE).filter((id) => /^[\w-]{1,64}$/.test(id));
      const query = `tablename=incident^documentkeyIN${some.join(',')}^fieldname=incident_state^ORfieldname=state`;
      const fields = ['sys_id', 'documentkey', 'newvalue', 'oldvalue', 'sys_created_on'];
      try {
        const rows = await allRows(
          this.remote,
          { table: 'sys_audit', query, fields, displayed: false, page: this.pages.short },
          () => undefined,
        );
        for (const row of rows) {
          const one = shaped(AuditRecord, row, PRODUCT);
          audits.set(one.documentkey, [...(audits.get(one.documentkey) ?? []), one]);
        }
        if (rows.length > 0) this.audited = 'seen';
      } catch (error) {
        // Without the right to read it, the tickets are read all the same.
        if (!(error instanceof RemoteError) || ![400, 401, 403, 404].includes(error.problem.status)) throw error;
        this.audited = 'hidden';
      }
    }
    if (ids.length > 0 && this.audited === 'unknown') this.audited = 'hidden';
    return audits;
  }
}
