import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from '../../mlflow/testing/golden';

export interface FakePage {
  readonly id: string;
  readonly number: number;
  readonly created: string;
  updated: string;
  status: 'triggered' | 'acknowledged' | 'resolved';
  readonly service: readonly [id: string, name: string];
  readonly priority?: string;
  readonly log: { readonly type: string; readonly at: string }[];
}

export interface FakePagerDuty {
  readonly answer: Answer;
  readonly incidents: FakePage[];
  readonly asked: URL[];
  /** Most that a search reaches; the service has ten thousand. */
  reach: number;
  now: string;
  instead: (request: IncomingMessage, response: ServerResponse) => boolean;
}

const HALF_YEAR_MS = 184 * 86_400_000;

/** The REST API of PagerDuty, as its published description has it. */
export function fakePagerDuty(incidents: FakePage[]): FakePagerDuty {
  const shown = (one: FakePage): Record<string, unknown> => ({
    id: one.id,
    type: 'incident',
    incident_number: one.number,
    title: `Page ${one.number}`,
    created_at: one.created,
    updated_at: one.updated,
    status: one.status,
    last_status_change_at: one.log.at(-1)?.at ?? one.created,
    resolved_at: one.status === 'resolved' ? one.log.at(-1)?.at : null,
    html_url: `https://acme.pagerduty.com/incidents/${one.id}`,
    urgency: 'high',
    service: { id: one.service[0], type: 'service_reference', summary: one.service[1] },
    priority: one.priority === undefined ? null : { id: 'P1', summary: one.priority },
    teams: [{ id: 'PQ9K7I8', type: 'team_reference', summary: 'ML operations' }],
    assignments: one.status === 'resolved' ? [] : [{ at: one.created, assignee: { id: 'U1', summary: 'Bo' } }],
    resolve_reason: null,
  });
  const list = ({ searchParams: query }: URL): [number, unknown] => {
    const services = query.getAll('service_ids[]');
    const limit = Math.min(Number(query.get('limit') ?? 25), 100);
    const offset = Number(query.get('offset') ?? 0);
    if (offset + limit > fake.reach && offset > 0)
      return [400, { error: { message: 'Invalid Input Provided', errors: ['Offset and limit too large'] } }];
    const whole = query.get('date_range') === 'all';
    const since = query.get('since') ?? '';
    const until = query.get('until') ?? '9';
    if (!whole && Date.parse(until) - Date.parse(since) > HALF_YEAR_MS)
      return [400, { error: { message: 'Invalid Input Provided', errors: ['Range too long'] } }];
    const found = fake.incidents
      .filter(({ service }) => services.length === 0 || services.includes(service[0]))
      .filter(
        ({ created }) => whole || (Date.parse(created) >= Date.parse(since) && Date.parse(created) < Date.parse(until)),
      )
      .sort((a, b) => a.created.localeCompare(b.created));
    const page = found.slice(offset, offset + limit);
    return [200, { incidents: page.map(shown), limit, offset, total: null, more: found.length > offset + page.length }];
  };
  const route = (url: URL): [number, unknown] => {
    if (url.pathname === '/incidents') return list(url);
    const [, name = '', log] = /^\/incidents\/([^/]+)(\/log_entries)?$/.exec(url.pathname) ?? [];
    const one = fake.incidents.find(({ id, number }) => id === name || String(number) === name);
    if (!one) return [404, { error: { message: 'Not Found', code: 2100 } }];
    if (log === undefined) return [200, { incident: shown(one) }];
    const entries = one.log.map(({ type, at }) => ({ type, created_at: at })).reverse();
    return [200, { log_entries: entries, limit: 100, offset: 0, more: false }];
  };
  const fake: FakePagerDuty = {
    incidents,
    asked: [],
    reach: 10_000,
    now: '2026-12-01T06:00:00.000Z',
    instead: () => false,
    answer: (request, response) => {
      const url = new URL(request.url ?? '', 'http://127.0.0.1');
      fake.asked.push(url);
      if (fake.instead(request, response)) return;
      const [status, content] = route(url);
      response.writeHead(status, { 'content-type': 'application/json', date: new Date(fake.now).toUTCString() });
      response.end(JSON.stringify(content));
    },
  };
  return fake;
}
