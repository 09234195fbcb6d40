import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { StatusMark } from '../../components/ui/status-mark';
import { formatCount, formatNumber } from '../../lib/format';
import { useAsOf } from './as-of';
import { CountLink } from './count-link';
import styles from './overview.module.css';
import type { Summary } from './overview-types';
import { healthCounts, openIncidents } from './signals';

function HealthLine({ summary }: { readonly summary: Summary }): ReactNode {
  const { recorded, counts } = healthCounts(summary.byHealth);
  if (!recorded) return <span className={styles.muted}>No drift result has been recorded yet.</span>;
  return counts.map(({ health, count }) => (
    <CountLink
      key={health}
      filter={count > 0 ? { health: [health], inProduction: true } : null}
      title={`Health ${health}`}
      className={styles.count}
    >
      <StatusMark status={health} {...(health === 'unknown' ? { label: 'No verdict yet' } : {})} />
      <span className={styles.number}>{formatNumber(count)}</span>
    </CountLink>
  ));
}

function IncidentLine({ summary }: { readonly summary: Summary }): ReactNode {
  const { day } = useAsOf();
  const incidents = openIncidents(summary.openIncidentsBySeverity);
  if (incidents === null) return <span className={styles.muted}>No incident has been registered yet.</span>;
  return incidents.map(({ severity, label, count }) => {
    const words = (
      <>
        {label} <span className={styles.number}>{formatNumber(count)}</span>
      </>
    );
    // The register knows what is open now, not what was on a past day.
    if (day !== null || count === 0) {
      return (
        <span key={label} className={styles.count}>
          {words}
        </span>
      );
    }
    return (
      <Link
        key={label}
        to="/incidents"
        search={{ filter: { open: true, severity: [severity] } }}
        className={styles.count}
        title={`Open: open incidents, ${label}`}
      >
        {words}
      </Link>
    );
  });
}

interface SignalsPanelProps {
  readonly summary: Summary;
  /** One below the other, in a column instead of a strip. */
  readonly stacked: boolean;
}

/** Health and incidents in one line each: where nothing is known, a sentence says so and no chart pretends. */
export function SignalsPanel({ summary, stacked }: SignalsPanelProps): ReactNode {
  return (
    <section className={`mf-panel ${stacked ? styles.stacked : styles.signals}`} aria-label="Health and incidents">
      <div className={styles.signal}>
        <h2 className={styles.signalTitle}>Health of the {formatCount(summary.inProduction, 'model')} in production</h2>
        <HealthLine summary={summary} />
      </div>
      <div className={styles.signal}>
        <h2 className={styles.signalTitle}>Open incidents</h2>
        <IncidentLine summary={summary} />
      </div>
    </section>
  );
}
