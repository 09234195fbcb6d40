import { Button, Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatShare } from '../../lib/format';
import styles from './measure.module.css';
import type { Progress as Step } from './use-measure';

interface ProgressPanelProps {
  readonly progress: Step;
  readonly cancelling: boolean;
  readonly cancel: () => void;
}

export function ProgressPanel({ progress, cancelling, cancel }: ProgressPanelProps): ReactNode {
  const { phase, done, total } = progress;
  const share = total !== null && total > 0 ? done / total : null;
  return (
    <section className="mf-panel" aria-label="Measuring">
      <Progress
        aria-label="Progress of the measurement"
        value={share === null ? 100 : share * 100}
        striped={share === null}
        animated={share === null}
        transitionDuration={120}
      />
      <div className={styles.foot}>
        <span className="mf-muted">
          {phase}
          {share === null ? ' …' : `: ${formatShare(share)}`}
        </span>
        <Button variant="default" loading={cancelling} onClick={cancel}>
          Cancel
        </Button>
      </div>
    </section>
  );
}
