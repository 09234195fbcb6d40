import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import tabs from '../../components/ui/page-tabs.module.css';
import styles from './incidents.module.css';

interface IncidentTabsProps {
  /** At the end of the line, where the headline needs its own. */
  readonly children?: ReactNode;
}

/** The two ways to look at incidents: one by one, and as figures. */
export function IncidentTabs({ children }: IncidentTabsProps): ReactNode {
  return (
    <div className={styles.tabLine}>
      <nav className={tabs.tabs} aria-label="Incidents">
        <Link to="/incidents" className={tabs.tab} activeOptions={{ exact: true, includeSearch: false }}>
          Register
        </Link>
        <Link to="/incidents/meeting" className={tabs.tab} activeOptions={{ exact: true, includeSearch: false }}>
          For the meeting
        </Link>
      </nav>
      {children}
    </div>
  );
}
