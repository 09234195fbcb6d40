import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ALARM_OUTCOMES, type AlarmOutcome } from '#domain/incidents/vocabulary';
import { SeverityMark } from '../../../components/incidents/incident-marks';
import { outcomeWords } from '../../../components/incidents/timeline-chart';
import { DateText } from '../../../components/ui/text';
import { formatCount, formatNumber } from '../../../lib/format';
import type { Announced } from '../incident-types';
import styles from './meeting.module.css';

/** What a figure of this panel counts: all incidents, those of one outcome, or alarms of one outcome. */
export type Counted = 'all' | Announced['incidents'][number]['outcome'] | AlarmOutcome;

const CAPTIONS: Readonly<Record<Counted, string>> = {
  all: 'Incidents of known models',
  announced: 'Incidents announced by an alarm',
  not_announced: 'Incidents without an alarm',
  unwatched: 'Incidents of models not watched then',
  followed: 'Alarms that an incident followed',
  false: 'False alarms',
  pending: 'Alarms not decided yet',
};

const isAlarm = (counted: Counted): counted is AlarmOutcome => ALARM_OUTCOMES.some((outcome) => outcome === counted);

/** More are looked up model by model. */
const SHOWN = 100;

interface RowsProps {
  readonly found: Announced;
  readonly counted: Counted;
}

/** The rows behind a figure, the latest first. */
export function AnnouncedRows({ found, counted }: RowsProps): ReactNode {
  const incidents = found.incidents.filter(({ outcome }) => counted === 'all' || outcome === counted);
  const alarms = found.alarms.filter(({ outcome }) => outcome === counted);
  const rows = isAlarm(counted) ? alarms : incidents;
  if (rows.length === 0) return <p className="mf-muted">{CAPTIONS[counted]}: none in this window.</p>;
  return (
    <div className={styles.rows}>
      <table className="mf-table">
        <caption className={styles.caption}>
          {CAPTIONS[counted]}, the latest {rows.length > SHOWN ? `${SHOWN} of ${formatNumber(rows.length)} ` : ''}first
        </caption>
        {isAlarm(counted) ? (
          <AlarmRows alarms={alarms.slice(0, SHOWN)} />
        ) : (
          <IncidentRows incidents={incidents.slice(0, SHOWN)} />
        )}
      </table>
    </div>
  );
}

function AlarmRows({ alarms }: { readonly alarms: Announced['alarms'] }): ReactNode {
  return (
    <>
      <thead>
        <tr>
          <th scope="col">Model</th>
          <th scope="col">First act</th>
          <th scope="col">Last act</th>
          <th scope="col" className="mf-number">
            Measured days
          </th>
        </tr>
      </thead>
      <tbody>
        {alarms.map(({ modelId, modelName, firstDay, lastDay, days }) => (
          <tr key={`${modelId} ${firstDay}`}>
            <td>
              <Link to="/monitoring/$modelId" params={{ modelId }}>
                {modelName}
              </Link>
            </td>
            <td className={styles.nowrap}>
              <DateText value={firstDay} />
            </td>
            <td className={styles.nowrap}>
              <DateText value={lastDay} />
            </td>
            <td className="mf-number">{formatCount(days, 'day')}</td>
          </tr>
        ))}
      </tbody>
    </>
  );
}

function IncidentRows({ incidents }: { readonly incidents: Announced['incidents'] }): ReactNode {
  return (
    <>
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
        {incidents.map((one) => (
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
    </>
  );
}
