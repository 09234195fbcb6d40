import { describe, expect, it } from 'vitest';
import { fakeServer } from '../mlflow/testing/golden-server';
import { type KnownTicket, readTickets, type TicketReading } from '../tickets/read-tickets';
import { remoteTo } from '../tickets/testing/remote-to';
import type { Ticket } from '../tickets/ticket';
import { adfText } from './adf-text';
import { scopeJql } from './jira-search';
import { openJira } from './read-jira';
import { type FakeIssue, type FakeJira, fakeJira, stateMove } from './testing/fake-jira';

const day = (number: number, hour = 8): string =>
  `2026-11-${String(number).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`;

const issue = (number: number, more: Partial<FakeIssue> = {}): FakeIssue => ({
  id: String(10_000 + number),
  key: `OPS-${number}`,
  created: day(number),
  updated: day(number, 9),
  summary: `Ticket ${number}`,
  status: '1',
  ...more,
});
const five = (): FakeIssue[] => [1, 2, 3, 4, 5].map((number) => issue(number));

async function reading(
  fake: FakeJira,
  { since = null, known = [], scope = 'OPS' }: { since?: string | null; known?: KnownTicket[]; scope?: string } = {},
): Promise<TicketReading> {
  const { address } = await fakeServer(fake.answer);
  const source = await openJira(remoteTo(address), scope, address);
  return readTickets(source, { since, known, now: fake.now }, () => undefined);
}
const keys = ({ tickets }: Pick<TicketReading, 'tickets'>): string[] => tickets.map(({ key }: Ticket) => key).sort();
const known = (...names: string[]): KnownTicket[] => names.map((key) => ({ key, open: true }));

describe.each(['Cloud', 'Server'] as const)('a Jira of the sort %s', (sort) => {
  it('gives every ticket once over pages, with the search that it has', async () => {
    const fake = fakeJira(sort, five());
    const read = await reading(fake);
    expect(keys(read)).toEqual(['OPS-1', 'OPS-2', 'OPS-3', 'OPS-4', 'OPS-5']);
    expect(read).toMatchObject({ listed: 5, gone: [], cursor: fake.now });
    const searched = new Set(fake.asked.map(({ path }) => path).filter((path) => path.includes('search')));
    expect([...searched]).toEqual([sort === 'Cloud' ? '/rest/api/3/search/jql' : '/rest/api/2/search']);
  });

  it('tells the course from the history, not from the moment of the import', async () => {
    const histories = [
      stateMove(day(3, 9), '1', '3'),
      stateMove(day(3, 12), '3', '5'),
      stateMove(day(4, 8), '5', '3'),
      stateMove(day(4, 10), '3', '6'),
    ];
    const ticket = issue(3, {
      status: '6',
      histories,
      priority: 'High',
      assignee: 'Bo',
      components: ['Claims triage'],
      labels: ['ml'],
      resolutiondate: day(4, 10),
    });
    const [read] = (await reading(fakeJira(sort, [ticket]))).tickets;
    expect(read?.events).toEqual([
      { at: day(3), status: 'Offen' },
      { at: day(3, 9), status: 'In Arbeit' },
      { at: day(3, 12), status: 'Erledigt' },
      { at: day(4, 8), status: 'In Arbeit' },
      { at: day(4, 10), status: 'Geschlossen' },
    ]);
    expect(read).toMatchObject({
      url: 'https://acme.atlassian.net/browse/OPS-3',
      owner: 'Bo',
      facets: [
        { by: 'component', text: 'Claims triage' },
        { by: 'label', text: 'ml' },
        { by: 'project', text: 'OPS' },
      ],
    });
  });

  it('reads a history to its end, however long it is', async () => {
    const histories = Array.from({ length: 60 }, (_, index) => {
      const at = new Date(Date.parse(day(3)) + (index + 1) * 60_000).toISOString();
      return index % 2 === 0 ? stateMove(at, '1', '3') : stateMove(at, '3', '1');
    });
    const [read] = (await reading(fakeJira(sort, [issue(3, { histories })]))).tickets;
    expect(read?.events).toHaveLength(61);
    expect(read?.events[1]).toEqual({ at: '2026-11-03T08:01:00.000Z', status: 'In Arbeit' });
  });

  it('asks only for what changed, with time to spare for a search that lags', async () => {
    const fake = fakeJira(sort, five());
    const tickets = fake.issues;
    tickets[1] = issue(2, { updated: '2026-12-01T05:55:00.000Z' });
    const read = await reading(fake, {
      since: '2026-12-01T06:00:00.000Z',
      known: known('OPS-1', 'OPS-2', 'OPS-3', 'OPS-4', 'OPS-5'),
    });
    expect(keys(read)).toEqual(['OPS-2']);
    expect(read.gone).toEqual([]);
  });

  it('reads by its name what the search does not know to have changed', async () => {
    const fake = fakeJira(sort, five());
    // The list knows it, and the search by time still thinks that it is old.
    fake.lagging.set('10005', issue(5, { updated: day(1) }));
    fake.issues[4] = issue(5, { updated: '2026-12-01T05:59:00.000Z' });
    const read = await reading(fake, { since: fake.now, known: known('OPS-1', 'OPS-2', 'OPS-3', 'OPS-4') });
    expect(keys(read)).toEqual(['OPS-5']);
  });

  it('misses nothing where tickets change and vanish between two pages', async () => {
    const fake = fakeJira(
      sort,
      [1, 2, 3, 4, 5, 6, 7].map((number) => issue(number)),
    );
    fake.beforePage = (page) => {
      if (page === 1) {
        fake.issues.splice(0, 1);
        const changed = fake.issues.find(({ key }) => key === 'OPS-2');
        if (changed) changed.updated = fake.now;
      }
    };
    expect(keys(await reading(fake))).toEqual(
      expect.arrayContaining(['OPS-2', 'OPS-3', 'OPS-4', 'OPS-5', 'OPS-6', 'OPS-7']),
    );
  });

  it('follows a ticket that was moved, and says which was deleted', async () => {
    const moved = issue(2, {
      key: 'ML-7',
      formerKeys: ['OPS-2'],
      histories: [
        { created: day(9), items: [{ field: 'Key', from: '', fromString: 'OPS-2', to: '', toString: 'ML-7' }] },
      ],
    });
    const fake = fakeJira(sort, [issue(1), moved]);
    const read = await reading(fake, { since: fake.now, known: known('OPS-1', 'OPS-2', 'OPS-3') });
    expect(read.tickets).toMatchObject([{ key: 'ML-7', formerKeys: expect.arrayContaining(['OPS-2']) }]);
    expect(read.gone).toEqual(['OPS-3']);
  });
});

describe('what Jira says in other words', () => {
  it('is told from a search that is no more', async () => {
    const fake = fakeJira('Cloud', five());
    fake.instead = (request, response) => {
      if (!request.url?.includes('serverInfo')) return false;
      response.end(JSON.stringify({ baseUrl: '', version: '9', deploymentType: 'Server' }));
      return true;
    };
    await expect(reading(fake)).rejects.toThrow(/old search no more \(410\).*Give the address of the site itself/);
  });

  it('is a token that comes again and again', async () => {
    const fake = fakeJira('Cloud', five());
    fake.instead = (request, response) => {
      if (!request.url?.includes('search')) return false;
      response.end(JSON.stringify({ issues: [], nextPageToken: 'same' }));
      return true;
    };
    await expect(reading(fake)).rejects.toThrow(/same page of its tickets again and again/);
  });

  it('is more than anybody would look at', async () => {
    const fake = fakeJira('Server', five());
    fake.instead = (request, response) => {
      if (!request.url?.includes('search')) return false;
      response.end(JSON.stringify({ startAt: 0, total: 10_000_000, issues: [{ id: '1', key: 'OPS-1' }] }));
      return true;
    };
    await expect(reading(fake)).rejects.toThrow(/more than 100,000 tickets. Narrow the connection/);
  });

  it('waits when it is asked to', async () => {
    const fake = fakeJira('Cloud', five());
    let refused = 0;
    fake.instead = (request, response) => {
      if (!request.url?.includes('search') || refused > 0) return false;
      refused += 1;
      response.writeHead(429, { 'retry-after': '1' });
      response.end('{"errorMessages":["Rate limit exceeded."]}');
      return true;
    };
    expect(keys(await reading(fake))).toHaveLength(5);
    expect(refused).toBe(1);
  });

  it('is a formatted text', () => {
    const paragraph = (...content: unknown[]): unknown => ({ type: 'paragraph', content });
    const text = (one: string): unknown => ({ type: 'text', text: one });
    expect(
      adfText({
        type: 'doc',
        version: 1,
        content: [
          paragraph(
            text('Scores are '),
            text('late'),
            { type: 'hardBreak' },
            { type: 'mention', attrs: { text: '@Bo' } },
          ),
          { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('one'))] }] },
          { type: 'table', content: [{ type: 'tableRow', content: [paragraph(text('a')), paragraph(text('b'))] }] },
        ],
      }),
    ).toBe('Scores are late\n@Bo\none\n\na | b');
    expect(adfText('plain')).toBe('plain');
    expect(adfText(null)).toBe('');
  });

  it.each([
    ['OPS', 'project in ("OPS")'],
    ['OPS, ML', 'project in ("OPS", "ML")'],
    ['project = OPS order by created', 'project = OPS'],
    ['labels = "order by chance"', 'labels = "order by chance"'],
  ])('is a scope: %s', (typed, jql) => {
    expect(scopeJql(typed)).toBe(jql);
  });
});
