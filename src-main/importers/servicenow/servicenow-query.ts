import type { Remote } from '../remote/remote';
import { remoteProblem } from '../remote/remote-failure';
import { shaped } from '../tickets/shapes';
import { MOST_TICKETS } from '../tickets/ticket';
import { Rows } from './servicenow-shapes';

const PRODUCT = 'ServiceNow';

/**
 * An encoded query with conditions added. `^NQ` begins another query, so each of several gets them; what it is sorted by is
 * ours to say.
 */
export function withConditions(query: string, conditions: readonly string[]): string {
  const parts = query
    .split('^NQ')
    .map((part) => part.replace(/\^?ORDERBY(?:DESC)?[^^]*/g, '').replace(/^\^+|\^+$/g, ''));
  return parts.map((part) => [part, ...conditions].filter((one) => one !== '').join('^')).join('^NQ');
}

interface Asked {
  readonly table: string;
  readonly query: string;
  readonly fields: readonly string[];
  readonly displayed: boolean;
  readonly page: number;
}

/**
 * All rows that a query finds, in the order of their ids: an id never changes, so that nothing moves between two pages. Rows
 * that the account may not see are taken out of a page after it was made; a page can be short, or empty, and not be the last.
 */
export async function allRows(
  remote: Remote,
  asked: Asked,
  onPage: (rows: number) => void,
): Promise<readonly unknown[]> {
  const { table, query, fields, displayed, page: limit } = asked;
  const all: unknown[] = [];
  let last = '';
  let hidden = 0;
  for (let page = 0; page < 20_000; page += 1) {
    const wanted = withConditions(query, last === '' ? [] : [`sys_id>${last}`]);
    const answer = await remote.page(`/api/now/table/${table}`, {
      sysparm_query: `${wanted}^ORDERBYsys_id`.replace(/^\^/, ''),
      sysparm_fields: fields.join(','),
      sysparm_display_value: displayed ? 'all' : 'false',
      sysparm_exclude_reference_link: 'true',
      sysparm_limit: String(limit),
      sysparm_offset: String(hidden),
    });
    if (answer === null)
      throw remoteProblem(
        `There is no table ${table} of ServiceNow at this address (404)`,
        'Give the address of the instance, such as https://NAME.service-now.com. Nothing was taken',
      );
    const { result } = shaped(Rows, answer.content, PRODUCT);
    all.push(...result);
    onPage(all.length);
    if (all.length > MOST_TICKETS || (table === 'incident' && page === 0 && (answer.total ?? 0) > MOST_TICKETS))
      throw remoteProblem(
        `ServiceNow has more than ${MOST_TICKETS.toLocaleString('en')} rows for this query`,
        'Narrow the connection by its query, such as by service or group. Nothing was taken',
      );
    const next = idIn(result.at(-1));
    if (next === '') {
      hidden += limit;
      if (answer.total === null || hidden >= answer.total) return all;
    } else {
      if (next <= last)
        throw remoteProblem(
          'ServiceNow gives the same page again and again',
          'See that the query of the connection has no part that sorts or limits. Nothing was taken',
        );
      last = next;
      hidden = 0;
      // A page may be short because of what is hidden; that it was the last only the count says.
      if (answer.total !== null && result.length >= answer.total) return all;
    }
  }
  throw remoteProblem('ServiceNow’s list does not end', 'Nothing was taken. Tell its administrators');
}

function idIn(row: unknown): string {
  const id: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, 'sys_id') : '';
  if (typeof id === 'string') return id;
  const value: unknown = typeof id === 'object' && id !== null ? Reflect.get(id, 'value') : '';
  return typeof value === 'string' ? value : '';
}
