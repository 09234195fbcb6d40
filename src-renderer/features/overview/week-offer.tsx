import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useChannel } from '../../client/use-query';
import { formatNumber } from '../../lib/format';
import styles from './overview.module.css';

/** The first thing that is offered when something changed since the last look; nothing otherwise. */
export function WeekOffer(): ReactNode {
  const { data: week } = useChannel('overview.monday', {});
  if (week === undefined || week.fresh === 0) return null;
  return (
    <Link to="/week" className={styles.offer} title={week.headline}>
      This week: {formatNumber(week.fresh)} new
    </Link>
  );
}
