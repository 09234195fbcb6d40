import type { ReactNode } from 'react';
import { Panel } from '../../../components/ui/panel';
import styles from './result.module.css';

interface SectionProps {
  /** Where the page's own navigation leads. */
  readonly id: string;
  readonly title: string;
  readonly hint?: ReactNode;
  readonly actions?: ReactNode;
  /** On paper it stands on one sheet, where it fits on one. */
  readonly oneSheet?: boolean;
  readonly children: ReactNode;
}

/** A panel that the navigation of the page can lead to. */
export function Section({ id, oneSheet = false, ...panel }: SectionProps): ReactNode {
  return (
    <div id={id} tabIndex={-1} className={styles.section} data-one-sheet={oneSheet}>
      <Panel {...panel} />
    </div>
  );
}
