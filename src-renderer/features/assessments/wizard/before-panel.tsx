import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AssessmentHead } from '#contract/assessments';
import { useChannel } from '../../../client/use-query';
import { Panel } from '../../../components/ui/panel';
import { formatDate } from '../../../lib/format';
import type { Assessment } from './assessment-types';
import { beforeOf, earlierOf } from './before';
import styles from './wizard.module.css';

interface BeforeProps {
  readonly assessment: Assessment;
  readonly questionId: string;
}

function Earlier({
  head,
  questionId,
  version,
}: {
  readonly head: AssessmentHead;
  readonly questionId: string;
  readonly version: number;
}): ReactNode {
  const { data } = useChannel('assessments.get', { id: head.id });
  if (data === undefined) return null;
  const before = beforeOf(data, questionId, version);
  return (
    <li>
      <span className={styles.saidWho}>
        <Link to="/assessments/$assessmentId/result" params={{ assessmentId: head.id }}>
          {head.name}
        </Link>
        , {formatDate(head.finishedAt ?? head.startedAt)}
      </span>
      {before === null ? <span className={styles.muted}>not answered</span> : <strong>{before.answers}</strong>}
      {before !== null && before.note !== '' && <span className={styles.saidComment}>{before.note}</span>}
    </li>
  );
}

/** What the same question had in earlier assessments of the same unit; nothing where there was none. */
export function BeforePanel({ assessment, questionId }: BeforeProps): ReactNode {
  const { data } = useChannel('assessments.list', {});
  const earlier = earlierOf(data?.assessments ?? [], assessment);
  if (earlier.length === 0) return null;
  return (
    <Panel title="Before" hint="The same question in earlier assessments, the latest first">
      <ul className={styles.said}>
        {earlier.map((head) => (
          <Earlier key={head.id} head={head} questionId={questionId} version={assessment.questionVersion} />
        ))}
      </ul>
    </Panel>
  );
}
