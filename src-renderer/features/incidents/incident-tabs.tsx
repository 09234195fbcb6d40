import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import styles from './incidents.module.css';

interface IncidentTabsProps {
  /** At the end of the line, where the headline needs its own. */
  readonly children?: ReactNode;
}

/** The two ways to look at incidents: one by one, and as figures. */
export function IncidentTabs({ children }: IncidentTabsProps): ReactNode {
  return (
    <div className={styles.tabLine}>
      <nav className={styles.tabs} aria-label="Incidents">
        <Link to="/incidents" className={styles.tab} activeOptions={{ exact: true, includeSearch: false }}>
          Register
        </Link>
        <Link to="/incidents/meeting" className={styles.tab} activeOptions={{ exact: true, includeSearch: false }}>
          For the meeting
        </Link>
      </nav>
      {children}
    </div>
  );
}
