import { describe, expect, it } from 'vitest';
import { fakeServer } from '../mlflow/testing/golden-server';
import { type KnownTicket, readTickets, type TicketReading } from '../tickets/read-tickets';
import { remoteTo } from '../tickets/testing/remote-to';
import { openPagerDuty } from './read-pagerduty';
import { type FakePage, type FakePagerDuty, fakePagerDuty } from './testing/fake-pagerduty';

const page = (number: number, more: Partial<FakePage> = {}): FakePage => ({
  id: `PT${number}`,
  number,
  created: '2026-11-03T08:00:00Z',
  updated: '2026-11-03T09:00:00Z',
  status: 'triggered',
  service: ['PIJ90N7', 'Claims scoring'],
  log: [{ type: 'trigger_log_entry', at: '2026-11-03T08:00:00Z' }],
  ...more,
});

async function reading(
  fake: FakePagerDuty,
  { since = null, known = [], scope = '' }: { since?: string | null; known?: KnownTicket[]; scope?: string } = {},
): Promise<TicketReading> {
  const { address } = await fakeServer(fake.answer);
  const source = await openPagerDuty(remoteTo(address), scope);
  return readTickets(source, { since, known, now: fake.now }, () => undefined);
}
const keys = ({ tickets }: TicketReading): string[] => tickets.map(({ key }) => key).sort();

describe('incidents of PagerDuty', () => {
  it('tell their course by their log', async () => {
    const entries = [
      ['trigger', '08:00'],
      ['notify', '08:01'],
      ['acknowledge', '08:05'],
      ['unacknowledge', '08:35'],
      ['acknowledge', '08:40'],
      ['annotate', '08:50'],
      ['resolve', '10:00'],
    ] as const;
    const log = entries.map(([type, time]) => ({ type: `${type}_log_entry`, at: `2026-11-03T${time}:00Z` }));
    const fake = fakePagerDuty([page(7, { status: 'resolved', priority: 'P2', log })]);
    const [read] = (await reading(fake)).tickets;
    expect(read).toMatchObject({
      key: '7',
      priority: 'P2',
      url: 'https://acme.pagerduty.com/incidents/PT7',
      facets: [
        { by: 'service', text: 'Claims scoring' },
        { by: 'group', text: 'ML operations' },
      ],
    });
    expect(read?.events.map(({ status }) => status)).toEqual([
      'triggered',
      'acknowledged',
      'triggered',
      'acknowledged',
      'resolved',
    ]);
    expect(read?.events[1]?.at).toBe('2026-11-03T08:05:00.000Z');
  });

  it('were not opened again where two entries are of one second, and an entry may be called anything', async () => {
    const at = '2026-11-03T08:00:00Z';
    const log = ['trigger_log_entry', 'acknowledge_log_entry', 'resolve_log_entry'].map((type) => ({ type, at }));
    const strange = ['constructor', 'toString', '__proto__'].map((type) => ({ type, at: '2026-11-03T09:00:00Z' }));
    const [read] = (await reading(fakePagerDuty([page(7, { status: 'resolved', log: [...log, ...strange] })]))).tickets;
    expect(read?.events.map(({ status }) => status)).toEqual(['triggered', 'acknowledged', 'resolved']);
  });

  it('come once each from years, and from a time with more than a search reaches', async () => {
    const many = Array.from({ length: 950 }, (_, index) =>
      page(index + 1, { created: new Date(Date.parse('2026-06-01T00:00:00Z') + index * 600_000).toISOString() }),
    );
    const fake = fakePagerDuty([page(2_000, { created: '2019-02-03T08:00:00Z' }), ...many]);
    fake.reach = 10_000;
    expect(keys(await reading(fake))).toHaveLength(951);
    const lists = fake.asked.filter(({ pathname }) => pathname === '/incidents');
    expect(lists.length).toBeLessThan(40);
  });

  it('are of the services that were named', async () => {
    const fake = fakePagerDuty([
      page(1),
      page(2, { service: ['POTHER1', 'Mail'] }),
      page(3, { service: ['PTHIRD1', 'Web'] }),
    ]);
    expect(keys(await reading(fake, { scope: 'PIJ90N7, PTHIRD1' }))).toEqual(['1', '3']);
    await expect(reading(fake, { scope: 'Claims scoring!' })).rejects.toThrow(/is no id of a service/);
  });

  it('that changed come again with their log, and no others are asked for theirs', async () => {
    const fake = fakePagerDuty([page(1), page(2, { updated: '2026-12-01T05:50:00Z' })]);
    const known = [1, 2, 3].map((number) => ({ key: String(number), open: true }));
    const read = await reading(fake, { since: fake.now, known });
    expect(keys(read)).toEqual(['2']);
    expect(read.gone).toEqual(['3']);
    expect(fake.asked.filter(({ pathname }) => pathname.endsWith('log_entries'))).toHaveLength(1);
  });

  it('are waited for when the service asks to', async () => {
    const fake = fakePagerDuty([page(1)]);
    let refused = 0;
    fake.instead = (request, response) => {
      if (!request.url?.includes('log_entries') || refused > 0) return false;
      refused += 1;
      response.writeHead(429, { 'retry-after': '1' });
      response.end('{"error":{"message":"Rate Limit Exceeded","code":2020}}');
      return true;
    };
    expect(keys(await reading(fake))).toEqual(['1']);
  });
});
