import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { daysPassed } from '#domain/base/calendar';
import { Panel } from '../../components/ui/panel';
import { formatDays, formatNumber } from '../../lib/format';
import { useAsOf } from './as-of';
import type { Summary } from './overview-types';
import { openIncidents, type SeverityCount } from './signals';
import styles from './signals.module.css';

function Figure({ one, link }: { readonly one: SeverityCount; readonly link: boolean }): ReactNode {
  const content = (
    <>
      <span className={styles.number} data-none={one.count === 0 || undefined}>
        {formatNumber(one.count)}
      </span>
      <span className={styles.label}>{one.label}</span>
    </>
  );
  if (!link || one.count === 0) return <span className={styles.figure}>{content}</span>;
  return (
    <Link
      to="/incidents"
      search={{ filter: { open: true, severity: [one.severity] } }}
      className={styles.figure}
      title={`Open: open incidents, ${one.label}`}
    >
      {content}
    </Link>
  );
}

function Oldest({ summary }: { readonly summary: Summary }): ReactNode {
  const { oldestIncident: oldest, at } = summary;
  if (oldest === null) return null;
  const days = daysPassed(oldest.openedAt, at);
  return (
    <>
      The oldest,{' '}
      <Link to="/incidents/$incidentId" params={{ incidentId: oldest.id }}>
        incident {oldest.number}
      </Link>
      , {days < 1 ? 'is of today' : `has been open for ${formatDays(days)}`}.
    </>
  );
}

/** Open incidents by severity; where none was ever registered a sentence says so, for none known is not none. */
export function IncidentsPanel({ summary }: { readonly summary: Summary }): ReactNode {
  // The register knows what is open now, not what was on a past day.
  const now = useAsOf().day === null;
  const known = openIncidents(summary.openIncidentsBySeverity);
  if (known === null)
    return (
      <Panel
        title="Open incidents"
        className={styles.panel ?? ''}
        hint="No incident has been registered yet: none known is not none."
      >
        {null}
      </Panel>
    );
  const open = known.reduce((sum, { count }) => sum + count, 0);
  return (
    <Panel
      className={styles.panel ?? ''}
      title={`Open incidents: ${formatNumber(open)}`}
      hint={open === 0 ? 'None is open.' : <Oldest summary={summary} />}
    >
      <ul className={styles.figures}>
        {known.map((one) => (
          <li key={one.label}>
            <Figure one={one} link={now} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
