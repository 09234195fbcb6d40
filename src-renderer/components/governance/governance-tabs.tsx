import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import styles from '../ui/page-tabs.module.css';

/** The ways to look at governance: text by text, and by what is to be done. */
export function GovernanceTabs(): ReactNode {
  const active = { activeOptions: { exact: true, includeSearch: false } } as const;
  return (
    <nav className={`${styles.tabs} ${styles.above}`} aria-label="Governance">
      <Link to="/governance" className={styles.tab} {...active}>
        By text
      </Link>
      <Link to="/governance/reviews" className={styles.tab} {...active}>
        Reviews
      </Link>
      <Link to="/governance/findings" className={styles.tab} {...active}>
        Findings
      </Link>
      <Link to="/governance/packs" className={styles.tab} activeOptions={{ includeSearch: false }}>
        Texts
      </Link>
      <Link to="/dependencies" className={styles.tab} {...active}>
        What rests on what
      </Link>
    </nav>
  );
}
