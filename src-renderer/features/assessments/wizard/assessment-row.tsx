import { Button, Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { meanText } from '../../../components/level/mean-text';
import { DateText } from '../../../components/ui/text';
import { formatShare } from '../../../lib/format';
import type { AssessmentHead } from './assessment-types';
import styles from './assessments.module.css';

interface RowProps {
  readonly head: AssessmentHead;
  readonly selected: boolean;
  readonly onSelect: (selected: boolean) => void;
  readonly onRemove: () => void;
}

/** The level of an open one says more about what has not been asked yet: how far it is stands there instead. */
const levelWords = ({ status, overallLevel, questionsAnswered, questions }: AssessmentHead): string => {
  if (status === 'open' && questionsAnswered < questions) return `${questionsAnswered} of ${questions} answered`;
  return overallLevel === 0 ? 'below 1' : String(overallLevel);
};

function NameLink({ head }: { readonly head: AssessmentHead }): ReactNode {
  const params = { assessmentId: head.id };
  return head.status === 'finished' ? (
    <Link to="/assessments/$assessmentId/result" params={params} className={styles.name}>
      {head.name}
    </Link>
  ) : (
    <Link to="/assessments/$assessmentId" params={params} className={styles.name}>
      {head.name}
    </Link>
  );
}

/** One assessment of the history with what can be done with it. */
export function AssessmentRow({ head, selected, onSelect, onRemove }: RowProps): ReactNode {
  const { name, unit, status, target, overallMean, percentToTarget, answered } = head;
  const params = { assessmentId: head.id };
  return (
    <tr>
      <td>
        <Checkbox
          aria-label={`Compare ${name}`}
          checked={selected}
          onChange={(event) => onSelect(event.currentTarget.checked)}
        />
      </td>
      <td>
        <NameLink head={head} />
        <span className={styles.unit}>{unit === '' ? 'the whole organisation' : unit}</span>
      </td>
      <td className={styles.date}>
        <DateText value={head.finishedAt ?? head.startedAt} />
      </td>
      <td>{status === 'finished' ? '● Finished' : '○ Open'}</td>
      <td className="mf-number">{levelWords(head)}</td>
      <td className="mf-number">{target}</td>
      <td className="mf-number">{overallMean === null ? '' : meanText(overallMean)}</td>
      <td className="mf-number">{percentToTarget === null ? '' : formatShare(percentToTarget)}</td>
      <td className="mf-number">{formatShare(answered)}</td>
      <td className={styles.actions}>
        {status === 'open' && (
          <Link to="/assessments/$assessmentId" params={params} className={styles.action}>
            Continue<span className="mf-hidden"> {name}</span>
          </Link>
        )}
        <Link to="/assessments/$assessmentId/result" params={params} className={styles.action}>
          Result<span className="mf-hidden"> of {name}</span>
        </Link>
        <Button size="compact-xs" variant="subtle" onClick={onRemove} aria-label={`Delete ${name}`}>
          Delete
        </Button>
      </td>
    </tr>
  );
}
