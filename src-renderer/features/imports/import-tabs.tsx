import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import styles from '../../components/ui/page-tabs.module.css';

/** Files that were brought once, and servers that are read again and again. */
export function ImportTabs(): ReactNode {
  const active = { activeOptions: { exact: true, includeSearch: false } } as const;
  return (
    <nav className={`${styles.tabs} ${styles.above}`} aria-label="Imports">
      <Link to="/import" className={styles.tab} {...active}>
        Files
      </Link>
      <Link to="/import/connections" className={styles.tab} {...active}>
        Connections
      </Link>
    </nav>
  );
}
