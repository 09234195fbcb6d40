import { NumberInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { SeverityMark } from '../../../components/incidents/incident-marks';
import { outcomeWords } from '../../../components/incidents/timeline-chart';
import { Panel } from '../../../components/ui/panel';
import { DateText } from '../../../components/ui/text';
import { formatCount, formatNumber } from '../../../lib/format';
import type { Announced } from '../incident-types';
import { proportionWords } from './meeting-words';
import styles from './meeting.module.css';
import { RowsLink } from './rows-link';

/** The latest; the register has the others. */
const SHOWN = 12;

/** The counts in a sentence; below ten there is no share to speak of. */
function finding(found: Announced): string {
  const watched = found.announced + found.notAnnounced;
  if (watched === 0) return 'No incident of a watched model: nothing can be said about alarms yet.';
  const few = watched < found.enough ? ` Fewer than ${found.enough}: no share is named.` : '';
  return `${formatNumber(found.announced)} of ${formatCount(watched, 'incident')} of watched models had an act alarm before.${few}`;
}

interface AnnouncedProps {
  readonly found: Announced;
  readonly windows: number;
  readonly onWindows: (windows: number) => void;
}

/** Did drift announce what went wrong, and how many alarms were false? */
export function AnnouncedPanel({ found, windows, onWindows }: AnnouncedProps): ReactNode {
  const judged = found.alarmsFollowed + found.alarmsFalse;
  const { leadTime, enough } = found;
  return (
    <Panel
      title="Drift before incident"
      hint={finding(found)}
      className={styles.full ?? ''}
      actions={
        <NumberInput
          aria-label="Measured days before an incident that are looked at"
          size="xs"
          className={styles.windows ?? ''}
          min={1}
          max={60}
          clampBehavior="strict"
          allowDecimal={false}
          suffix=" measured days before"
          value={windows}
          onChange={(value) => typeof value === 'number' && value >= 1 && value <= 60 && onWindows(value)}
        />
      }
    >
      <div className={styles.announced}>
        <dl className={styles.list}>
          <div>
            <dt>Incidents announced by an alarm</dt>
            <dd>{formatNumber(found.announced)}</dd>
          </div>
          <div>
            <dt>Incidents without an alarm</dt>
            <dd>{formatNumber(found.notAnnounced)}</dd>
          </div>
          <div>
            <dt>Incidents of models not watched then</dt>
            <dd>{formatNumber(found.unwatched)}</dd>
          </div>
          <div>
            <dt>Incidents of no known model</dt>
            <dd>
              <RowsLink filter={{ modelId: [null] }} title="of no known model, of all times">
                {formatNumber(found.withoutModel)}
              </RowsLink>
            </dd>
          </div>
          <div>
            <dt>Alarms that an incident followed</dt>
            <dd>{formatNumber(found.alarmsFollowed)}</dd>
          </div>
          <div>
            <dt>False alarms</dt>
            <dd>{formatNumber(found.alarmsFalse)}</dd>
          </div>
          <div>
            <dt>Alarms not decided yet</dt>
            <dd>{formatNumber(found.alarmsPending)}</dd>
          </div>
          <div>
            <dt title="announced ÷ incidents of watched models">Share of incidents announced (recall)</dt>
            <dd>{found.recall.rate === null ? `not said below ${enough}` : proportionWords(found.recall, '')}</dd>
          </div>
          <div>
            <dt title="followed ÷ (followed + false)">Share of alarms that were right (precision)</dt>
            <dd>
              {found.precision.rate === null
                ? `not said below ${enough} (n = ${judged})`
                : proportionWords(found.precision, '')}
            </dd>
          </div>
          <div>
            <dt>Median time from alarm to incident</dt>
            <dd>
              {leadTime.median === null
                ? `not said below ${enough} (n = ${leadTime.n})`
                : `${formatCount(Math.round(leadTime.median * 10) / 10, 'day')} (n = ${leadTime.n})`}
            </dd>
          </div>
        </dl>
        <div>
          {found.incidents.length === 0 ? (
            <p className="mf-muted">No incident of a known model in this window.</p>
          ) : (
            <table className="mf-table">
              <caption className={styles.caption}>
                The latest{found.incidents.length > SHOWN ? ` ${SHOWN} of ${formatNumber(found.incidents.length)}` : ''}
              </caption>
              <thead>
                <tr>
                  <th scope="col">Severity</th>
                  <th scope="col">Incident</th>
                  <th scope="col">Model</th>
                  <th scope="col">Opened</th>
                  <th scope="col">Drift before it</th>
                </tr>
              </thead>
              <tbody>
                {found.incidents.slice(0, SHOWN).map((one) => (
                  <tr key={one.id}>
                    <td>
                      <SeverityMark severity={one.severity} />
                    </td>
                    <td>
                      <Link to="/incidents/$incidentId" params={{ incidentId: one.id }}>
                        {one.title}
                      </Link>
                    </td>
                    <td>
                      <Link to="/models/$modelId" params={{ modelId: one.modelId }}>
                        {one.modelName}
                      </Link>
                    </td>
                    <td className={styles.nowrap}>
                      <DateText value={one.openedAt} />
                    </td>
                    <td className={one.outcome === 'announced' ? undefined : 'mf-muted'}>{outcomeWords(one)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </div>
      </div>
      <p className={styles.note}>
        An alarm is a measured day with the verdict act. It announces an incident when it lies among the {windows}{' '}
        {windows === 1 ? 'measured day' : 'measured days'} of the model before the day of the opening; it is false when
        as many later measured days passed without an incident.
      </p>
    </Panel>
  );
}
