import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { COMPONENT_LABELS } from '#domain/assessments/components';
import type { Question } from '#domain/assessments/questions/question';
import { formatCount } from '../../../lib/format';
import { type Choices, stateOf } from './progress';
import styles from './wizard.module.css';

interface FinishDialogProps {
  readonly opened: boolean;
  readonly questions: readonly Question[];
  /** Of all respondents together, as they are scored. */
  readonly choices: Choices;
  readonly pending: boolean;
  readonly onClose: () => void;
  readonly onGo: (questionId: string) => void;
  readonly onFinish: () => void;
}

function openWords(count: number): string {
  const counts = count === 1 ? 'It counts as 0 for the level' : 'They count as 0 for the level';
  const leave = count === 1 ? 'it leaves open' : 'they leave open';
  const first = count === 1 ? 'it' : 'them';
  return `${counts}, and the result shows the range that ${leave}. Finish all the same, or answer ${first} first; a finished assessment can be opened again.`;
}

/** What is still open, before the result is kept. */
export function FinishDialog(props: FinishDialogProps): ReactNode {
  const { opened, questions, choices, pending, onClose, onGo, onFinish } = props;
  const open = questions.filter(({ id }) => stateOf(choices, id) !== 'answered');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={560}
      title={
        open.length === 0 ? 'Every question is answered' : `${formatCount(open.length, 'question')} without an answer`
      }
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <p className={styles.muted}>
        {open.length === 0
          ? 'The result is kept with the versions that it was computed with. It can be opened again later.'
          : openWords(open.length)}
      </p>
      {open.length > 0 && (
        <ul className={styles.openList}>
          {open.map((question) => (
            <li key={question.id}>
              <button type="button" className={styles.openItem} onClick={() => onGo(question.id)}>
                <span>{question.topic}</span>
                <span className={styles.muted}>
                  {COMPONENT_LABELS[question.component]},{' '}
                  {stateOf(choices, question.id) === 'unknown' ? 'unknown' : 'not answered'}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.dialogActions}>
        <Button variant="default" onClick={onClose}>
          Go on answering
        </Button>
        <Button loading={pending} onClick={onFinish} data-autofocus>
          {open.length === 0 ? 'Finish and see the result' : `Finish with ${open.length} open`}
        </Button>
      </div>
    </Modal>
  );
}
