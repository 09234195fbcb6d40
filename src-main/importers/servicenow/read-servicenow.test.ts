import { describe, expect, it } from 'vitest';
import { fakeServer } from '../mlflow/testing/golden-server';
import { type KnownTicket, readTickets, type TicketReading } from '../tickets/read-tickets';
import { remoteTo } from '../tickets/testing/remote-to';
import { openServiceNow } from './read-servicenow';
import { withConditions } from './servicenow-query';
import { type FakeRecord, type FakeServiceNow, fakeServiceNow } from './testing/fake-servicenow';

const id = (number: number): string => String(number).padStart(32, '0');
const record = (number: number, more: Partial<FakeRecord> = {}): FakeRecord => ({
  sys_id: id(number),
  number: `INC00${number}`,
  short_description: `Ticket ${number}`,
  state: ['2', 'In Progress'],
  priority: ['2', '2 - High'],
  // Two hours ahead of UTC is what the account is shown.
  opened_at: [`2026-11-0${number % 9} 08:00:00`, `0${number % 9}.11.2026 10:00:00`],
  cmdb_ci: ['abc', 'Claims triage'],
  business_service: ['def', 'Claims'],
  assignment_group: ['ghi', 'ML operations'],
  active: 'true',
  sys_updated_on: '2026-11-20 08:00:00',
  ...more,
});
const eight = (): FakeRecord[] => [1, 2, 3, 4, 5, 6, 7, 8].map((number) => record(number));

async function reading(
  fake: FakeServiceNow,
  {
    since = null,
    known = [],
    scope = 'active=true',
  }: { since?: string | null; known?: KnownTicket[]; scope?: string } = {},
): Promise<TicketReading> {
  const { address } = await fakeServer(fake.answer);
  const source = await openServiceNow(remoteTo(address), scope, address, { whole: 3, short: 3 });
  return readTickets(source, { since, known, now: fake.now }, () => undefined);
}
const keys = ({ tickets }: TicketReading): string[] => tickets.map(({ key }) => key).sort();

describe('incidents of ServiceNow', () => {
  it('come once each over pages, with times in UTC and names as people see them', async () => {
    const fake = fakeServiceNow([...eight(), record(9, { active: 'false' })]);
    const read = await reading(fake);
    expect(keys(read)).toEqual(eight().map(({ number }) => number));
    expect(read.listed).toBe(8);
    expect(read.tickets[0]).toMatchObject({
      key: 'INC001',
      openedAt: '2026-11-01T08:00:00.000Z',
      priority: '2 - High',
      url: expect.stringMatching(/\/incident\.do\?sys_id=0+1$/),
      events: [{ at: null, status: 'In Progress' }],
      facets: [
        { by: 'configuration_item', text: 'Claims triage' },
        { by: 'service', text: 'Claims' },
        { by: 'group', text: 'ML operations' },
      ],
    });
    expect(read.warnings).toEqual([expect.objectContaining({ what: expect.stringMatching(/may not read sys_audit/) })]);
  });

  it('come whole where rows that nobody may see empty a page, counted or not', async () => {
    for (const countsRows of [true, false]) {
      const fake = fakeServiceNow(eight());
      fake.countsRows = countsRows;
      fake.hidden.add(id(5));
      fake.hidden.add(id(8));
      expect(keys(await reading(fake))).toEqual(['INC001', 'INC002', 'INC003', 'INC004', 'INC006', 'INC007']);
    }
    const fake = fakeServiceNow(eight());
    for (const number of [1, 2, 3]) fake.hidden.add(id(number));
    expect(keys(await reading(fake))).toEqual(['INC004', 'INC005', 'INC006', 'INC007', 'INC008']);
  });

  it('tell when they came into a state where the audit may be read', async () => {
    const audit = (at: string, from: string, to: string) => ({
      sys_id: id(Number(at.slice(11, 13))),
      documentkey: id(1),
      fieldname: 'incident_state',
      oldvalue: from,
      newvalue: to,
      sys_created_on: at,
    });
    const fake = fakeServiceNow(
      [record(1, { state: ['3', 'On Hold'] }), record(2, { active: 'false' })],
      [
        audit('2026-11-01 09:00:00', '1', '2'),
        audit('2026-11-01 11:00:00', '2', '6'),
        audit('2026-11-01 12:00:00', '6', '2'),
        audit('2026-11-01 13:00:00', '2', '3'),
      ],
    );
    const { tickets, warnings } = await reading(fake);
    expect(tickets[0]?.events).toEqual([
      { at: '2026-11-01T08:00:00.000Z', status: 'New' },
      { at: '2026-11-01T09:00:00.000Z', status: 'In Progress' },
      { at: '2026-11-01T11:00:00.000Z', status: 'Resolved' },
      { at: '2026-11-01T12:00:00.000Z', status: 'In Progress' },
      { at: '2026-11-01T13:00:00.000Z', status: 'On Hold' },
    ]);
    expect(warnings).toEqual([]);
    fake.mayReadAudit = false;
    expect((await reading(fake)).tickets[0]).toMatchObject({ acknowledgedAt: null, events: [{ at: null }] });
  });

  it('tell moves within one second in the order in which each begins where the last ended', async () => {
    const moves = [
      ['08:30', '3', '2'],
      ['08:10', '1', '2'],
      ['08:30', '2', '6'],
      ['08:30', '2', '3'],
      ['08:05', 'constructor', '1'],
    ] as const;
    const fake = fakeServiceNow(
      [record(1, { state: ['6', 'Resolved'] })],
      [...moves, ...moves].map(([time, oldvalue, newvalue], index) => ({
        sys_id: id(index),
        documentkey: id(1),
        fieldname: index < moves.length ? 'incident_state' : 'state',
        oldvalue,
        newvalue,
        sys_created_on: `2026-11-01 ${time}:00`,
      })),
    );
    const [ticket] = (await reading(fake)).tickets;
    expect(ticket?.events.map(({ status }) => status)).toEqual([
      'constructor',
      'New',
      'In Progress',
      'On Hold',
      'In Progress',
      'Resolved',
    ]);
  });

  it('that changed come again, whatever time zone the account has', async () => {
    const fake = fakeServiceNow(eight());
    fake.records[1] = record(2, { sys_updated_on: '2026-11-30 17:00:00' });
    const known = eight().map(({ number: key }) => ({ key, open: true }));
    expect(keys(await reading(fake, { since: '2026-12-01T06:00:00.000Z', known }))).toEqual(['INC002']);
    expect(fake.queries.some((query) => query.includes('sys_updated_on>=2026-11-30 15:00:00'))).toBe(true);
  });

  it('that left the scope are followed, and those that are deleted are said', async () => {
    const fake = fakeServiceNow([record(1), record(2, { active: 'false', state: ['7', 'Closed'] })]);
    const known = ['INC001', 'INC002', 'INC003'].map((key) => ({ key, open: true }));
    const read = await reading(fake, { since: '2026-12-01T06:00:00.000Z', known });
    expect(keys(read)).toEqual(['INC002']);
    expect(read.gone).toEqual(['INC003']);
  });

  it('are not taken for those of a query that ServiceNow did not understand', async () => {
    const read = await reading(fakeServiceNow(eight()), { scope: 'no_such_field=1' });
    expect(read.warnings[0]?.what).toMatch(/query of the connection leaves no incident out/);
  });

  it('are not read where there are ten million', async () => {
    const fake = fakeServiceNow(eight());
    fake.instead = (_request, response) => {
      response.writeHead(200, { 'x-total-count': '10000000' });
      response.end(JSON.stringify({ result: [{ sys_id: id(1) }] }));
      return true;
    };
    await expect(reading(fake)).rejects.toThrow(/more than 100,000 rows for this query. Narrow/);
  });

  it.each([
    ['a page of a sleeping instance', '<html><body>hibernating</body></html>', /a web page and no data/],
    ['another program', '{"data": []}', /does not answer as ServiceNow does/],
  ])('are told from %s', async (_name, body, why) => {
    const fake = fakeServiceNow([]);
    fake.instead = (_request, response) => {
      response.end(body);
      return true;
    };
    await expect(reading(fake)).rejects.toThrow(why);
  });

  it.each([
    ['', 'x>1'],
    ['a=1^ORa=2', 'a=1^ORa=2^x>1'],
    ['a=1^NQb=2', 'a=1^x>1^NQb=2^x>1'],
    ['a=1^ORDERBYDESCopened_at', 'a=1^x>1'],
  ])('are asked for with each part of %s narrowed', (query, whole) => {
    expect(withConditions(query, ['x>1'])).toBe(whole);
  });
});
