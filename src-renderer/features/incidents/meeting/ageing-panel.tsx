import type { ReactNode } from 'react';
import type { Output } from '#contract/index';
import { DAY_MS } from '#domain/base/calendar';
import { Panel } from '../../../components/ui/panel';
import { formatNumber } from '../../../lib/format';
import type { IncidentFilter } from '../incident-types';
import styles from './meeting.module.css';
import { ageWords } from './meeting-words';
import { RowsLink } from './rows-link';

type Ageing = Output<'incidents.ageing'>;

/** Opened so long before `now` that the age lies in the group. */
function rowsOfAge({ fromDays, toDays }: Ageing['groups'][number], now: number): IncidentFilter {
  const instant = (days: number): string => new Date(now - days * DAY_MS).toISOString();
  return {
    open: true,
    ...(toDays === null ? {} : { openedFrom: instant(toDays) }),
    ...(fromDays === 0 ? {} : { openedTo: instant(fromDays) }),
  };
}

/** What is open now by its age, whenever it was opened: nothing that is open is left out. */
export function AgeingPanel({ ageing, now }: { readonly ageing: Ageing; readonly now: number }): ReactNode {
  const most = Math.max(1, ...ageing.groups.map(({ open }) => open));
  return (
    <Panel
      title="Open now, by age"
      hint="Since the opening, whenever that was; first in the bar: SEV 1 and SEV 2"
      className={styles.third ?? ''}
    >
      {ageing.open === 0 ? (
        <p className="mf-muted">Nothing is open.</p>
      ) : (
        <table className={`mf-table ${styles.ages}`}>
          <caption className="mf-hidden">Open incidents by age</caption>
          <thead>
            <tr>
              <th scope="col">Open for</th>
              <th scope="col" className="mf-number">
                Open
              </th>
              <th scope="col" className="mf-number">
                SEV 1–2
              </th>
              <th scope="col" className={styles.barHead}>
                <span className="mf-hidden">Bar</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {ageing.groups.map((group) => (
              <tr key={group.fromDays}>
                <th scope="row" className={styles.group}>
                  {ageWords(group.fromDays, group.toDays)}
                </th>
                <td className="mf-number">
                  {group.open === 0 ? (
                    '0'
                  ) : (
                    <RowsLink
                      filter={rowsOfAge(group, now)}
                      title={`open for ${ageWords(group.fromDays, group.toDays)}`}
                    >
                      {formatNumber(group.open)}
                    </RowsLink>
                  )}
                </td>
                <td className="mf-number">
                  {group.severe === 0 ? (
                    '0'
                  ) : (
                    <RowsLink
                      filter={{ ...rowsOfAge(group, now), severity: [1, 2] }}
                      title="SEV 1 and SEV 2 among them"
                    >
                      {formatNumber(group.severe)}
                    </RowsLink>
                  )}
                </td>
                <td>
                  <span className={styles.bar} aria-hidden="true">
                    <span className={styles.severe} style={{ width: `${(100 * group.severe) / most}%` }} />
                    <span className={styles.rest} style={{ width: `${(100 * (group.open - group.severe)) / most}%` }} />
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
