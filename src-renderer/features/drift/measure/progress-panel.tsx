import type { ReactNode } from 'react';
import { JobProgress } from '../../../components/ui/job-progress';
import { formatShare } from '../../../lib/format';
import type { Progress } from './use-measure';

interface ProgressPanelProps {
  readonly progress: Progress;
  readonly cancelling: boolean;
  readonly cancel: () => void;
}

export function ProgressPanel({ progress, cancelling, cancel }: ProgressPanelProps): ReactNode {
  return (
    <section className="mf-panel" aria-label="Measuring">
      <JobProgress
        of="the measurement"
        step={progress}
        say={(done, total) => formatShare(done / total)}
        cancelling={cancelling}
        cancel={cancel}
      />
    </section>
  );
}
