import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from '../../mlflow/testing/golden';

export interface FakeRecord {
  readonly sys_id: string;
  readonly number: string;
  /** As it is stored: UTC, `2026-11-03 08:00:00`. */
  sys_updated_on: string;
  readonly [field: string]: string | readonly [value: string, shown: string];
}
export interface FakeAudit {
  readonly sys_id: string;
  readonly documentkey: string;
  readonly fieldname: string;
  readonly oldvalue: string;
  readonly newvalue: string;
  readonly sys_created_on: string;
}

export interface FakeServiceNow {
  readonly answer: Answer;
  records: FakeRecord[];
  audit: FakeAudit[];
  /** Ids that the account may not see: they are counted, and taken out of a page after it was made. */
  readonly hidden: Set<string>;
  mayReadAudit: boolean;
  countsRows: boolean;
  readonly queries: string[];
  now: string;
  instead: (request: IncomingMessage, response: ServerResponse) => boolean;
}

const cellOf = (record: Readonly<Record<string, unknown>>, field: string): string => {
  const held = record[field];
  return Array.isArray(held) ? String(held[0]) : String(held ?? '');
};

/** One condition of an encoded query; one that it does not know it leaves out, as an instance does by default. */
function fits(condition: string, record: Readonly<Record<string, unknown>>): boolean {
  const [, field = '', operator = '', wanted = ''] = /^(\w+?)(IN|>=|>|=)(.*)$/.exec(condition) ?? [];
  if (!Object.hasOwn(record, field)) return true;
  const value = cellOf(record, field);
  if (operator === 'IN') return wanted.split(',').includes(value);
  if (operator === '>=') return value >= wanted;
  if (operator === '>') return value > wanted;
  return operator === '=' ? value === wanted : true;
}

/** The Table API of an instance, with `incident` and `sys_audit`. */
export function fakeServiceNow(records: FakeRecord[], audit: FakeAudit[] = []): FakeServiceNow {
  const rowsOf = (query: string, table: readonly Readonly<Record<string, unknown>>[]): Record<string, unknown>[] => {
    const some = query.split('^NQ').flatMap((part) => {
      // `^OR` goes with the one condition in front of it.
      const groups: string[][] = [];
      for (const one of part.split('^').filter((text) => text !== '' && !text.startsWith('ORDERBY')))
        if (one.startsWith('OR')) groups.at(-1)?.push(one.slice(2));
        else groups.push([one]);
      return table.filter((row) => groups.every((group) => group.some((one) => fits(one, row))));
    });
    return [...new Set(some)].sort((a, b) => cellOf(a, 'sys_id').localeCompare(cellOf(b, 'sys_id')));
  };
  const fake: FakeServiceNow = {
    records,
    audit,
    hidden: new Set(),
    mayReadAudit: true,
    countsRows: true,
    queries: [],
    now: '2026-12-01T06:00:00.000Z',
    instead: () => false,
    answer: (request, response) => {
      const url = new URL(request.url ?? '', 'http://127.0.0.1');
      const query = url.searchParams.get('sysparm_query') ?? '';
      fake.queries.push(query);
      if (fake.instead(request, response)) return;
      const table = url.pathname.split('/').at(-1);
      const isAudit = table === 'sys_audit';
      if (isAudit && !fake.mayReadAudit) {
        response.writeHead(403, { 'content-type': 'application/json' });
        response.end(
          '{"error":{"message":"User Not Authorized","detail":"Failed API level ACL Validation"},"status":"failure"}',
        );
        return;
      }
      const found = rowsOf(query, isAudit ? fake.audit.map((one) => ({ ...one })) : fake.records);
      const limit = Number(url.searchParams.get('sysparm_limit') ?? 10_000);
      const offset = Number(url.searchParams.get('sysparm_offset') ?? 0);
      const fields = (url.searchParams.get('sysparm_fields') ?? '').split(',');
      const displayed = url.searchParams.get('sysparm_display_value') === 'all';
      const result = found
        .slice(offset, offset + limit)
        .filter((row) => !fake.hidden.has(cellOf(row, 'sys_id')))
        .map((row) =>
          Object.fromEntries(
            fields
              .filter((field) => Object.hasOwn(row, field))
              .map((field) => {
                const held = row[field];
                const shown = Array.isArray(held) ? String(held[1]) : String(held);
                return [field, displayed ? { value: cellOf(row, field), display_value: shown } : cellOf(row, field)];
              }),
          ),
        );
      response.writeHead(200, {
        'content-type': 'application/json',
        date: new Date(fake.now).toUTCString(),
        ...(fake.countsRows && { 'x-total-count': String(found.length) }),
      });
      response.end(JSON.stringify({ result }));
    },
  };
  return fake;
}
