import type { ReactNode } from 'react';
import styles from './overview.module.css';
import type { BarTone } from './stage-bars';

interface FillProps {
  /** `all` is the pale bar behind a part of it. */
  readonly tone: BarTone | 'all';
  /** 0–1; nothing is drawn for 0, at least a sliver for anything else. */
  readonly share: number;
}

export function Fill({ tone, share }: FillProps): ReactNode {
  if (share <= 0) return null;
  return <span className={styles.fill} data-tone={tone} style={{ width: `${share * 100}%` }} />;
}
