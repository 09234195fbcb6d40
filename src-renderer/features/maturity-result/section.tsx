import type { ReactNode } from 'react';
import { Panel } from '../../components/ui/panel';
import styles from './result.module.css';

interface SectionProps {
  /** Where the page's own navigation leads. */
  readonly id: string;
  readonly title: string;
  readonly hint?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A panel that the navigation of the page can lead to. */
export function Section({ id, ...panel }: SectionProps): ReactNode {
  return (
    <div id={id} tabIndex={-1} className={styles.section}>
      <Panel {...panel} />
    </div>
  );
}
