import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { INCIDENT_STATUS_LABELS } from '#domain/incidents/vocabulary';
import { Panel } from '../../../components/ui/panel';
import { DateText } from '../../../components/ui/text';
import { formatCount } from '../../../lib/format';
import styles from './monitoring.module.css';
import type { Timeline } from './monitoring-types';
import { sayBefore, severityName } from './series-words';

const SHOWN = 8;

/** The model's incidents, each with the alarm that came before it, or did not. */
export function IncidentsPanel({ timeline }: { readonly timeline: Timeline | null }): ReactNode {
  if (timeline === null) return null;
  const { incidents, counts } = timeline;
  const latest = [...incidents].sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1));
  const watched = counts.announced + counts.notAnnounced;
  return (
    <Panel
      title="Incidents and the alarms before them"
      hint={`An alarm counts on one of the last ${counts.windows} days with a result before an incident, however far apart results come.`}
    >
      {latest.length === 0 ? (
        <p className="mf-muted">No incident of this model is registered.</p>
      ) : (
        <>
          <p>{`Of ${formatCount(watched, 'incident')} with results before, ${counts.announced} had an alarm.`}</p>
          <ul className={styles.findings}>
            {latest.slice(0, SHOWN).map((incident) => (
              <li key={incident.id} className={styles.finding}>
                <div className={styles.findingWords}>
                  <p>
                    <strong>{severityName(incident.severity)}</strong>{' '}
                    <Link to="/incidents/$incidentId" params={{ incidentId: incident.id }}>
                      {incident.title}
                    </Link>
                  </p>
                  <p className="mf-muted">{`${sayBefore(incident)}, ${INCIDENT_STATUS_LABELS[incident.status].toLowerCase()}`}</p>
                </div>
                <DateText value={incident.openedAt} />
              </li>
            ))}
          </ul>
        </>
      )}
      {latest.length > SHOWN ? <p className="mf-muted">{`${latest.length - SHOWN} more before these.`}</p> : null}
    </Panel>
  );
}
