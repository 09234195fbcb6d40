import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { JobProgress } from '../../components/ui/job-progress';
import { Panel } from '../../components/ui/panel';
import { formatAgo, formatShare } from '../../lib/format';
import { KIND_WORDS, type Report, type ReportKind } from './report-kinds';
import styles from './reports.module.css';
import type { Making } from './use-make-report';

interface Props {
  readonly kind: ReportKind;
  /** The newest of its kind. */
  readonly last: Report | undefined;
  readonly contentHash: string;
  readonly making: Making | null;
  readonly make: () => void;
  readonly cancel: () => void;
}

/** What the last one of the kind was made of. */
function lastWords(last: Report | undefined, contentHash: string): string {
  if (!last) return 'None has been made yet.';
  const same = last.contentHash === contentHash ? 'nothing has changed since' : 'the portfolio has changed since';
  return `The last one was made ${formatAgo(last.at, new Date())}; ${same}.`;
}

/** One kind of report: what it contains, and the button that makes it. */
export function ReportCard({ kind, last, contentHash, making, make, cancel }: Props): ReactNode {
  const words = KIND_WORDS[kind];
  return (
    <Panel title={words.title} hint={words.hint} className={styles.card ?? ''}>
      <ul className={styles.contents}>
        {words.contents.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="mf-muted">{lastWords(last, contentHash)}</p>
      {making?.kind === kind ? (
        <MakingLine making={making} title={words.title} cancel={cancel} />
      ) : (
        <div>
          <Button onClick={make} disabled={making !== null}>
            {words.action}
          </Button>
        </div>
      )}
    </Panel>
  );
}

interface MakingProps {
  readonly making: Making;
  readonly title: string;
  readonly cancel: () => void;
}

function MakingLine({ making, title, cancel }: MakingProps): ReactNode {
  return (
    <JobProgress
      of={`the ${title}`}
      step={making}
      say={(done, total) => formatShare(done / total)}
      cancelling={making.cancelling}
      cancel={cancel}
    />
  );
}
