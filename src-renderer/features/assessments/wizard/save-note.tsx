import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './question.module.css';
import type { AnswersOfOne } from './use-answers';

/** Whether everything is kept; what could not be kept stays on the screen and says why. */
export function SaveNote({ answers }: { readonly answers: AnswersOfOne }): ReactNode {
  const entries = [...answers.unsaved.values()];
  const failed = entries.find(({ state }) => state === 'failed');
  if (failed) {
    return (
      <p className={styles.saveFailed} role="alert">
        <span>
          ◆ The answer to {failed.questionId} is not kept yet: {failed.problem}
        </span>
        <Button size="compact-xs" variant="default" onClick={() => void answers.saver.retry()}>
          Try again
        </Button>
      </p>
    );
  }
  const held = entries.find(({ state }) => state === 'held');
  const words = held
    ? `${held.questionId} is not kept yet: it needs a reason`
    : entries.length > 0
      ? 'Saving'
      : 'All answers are kept';
  return (
    <p className={styles.saveNote} role="status">
      {words}
    </p>
  );
}
