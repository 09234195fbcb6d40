import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { COMPONENT_LABELS } from '#domain/assessments/components';
import type { Question } from '#domain/assessments/questions/question';
import { finishTitle, finishWords, leftBy } from './finish-words';
import { type Choices, type Person, stateOf } from './progress';
import { respondentName } from './spread';
import styles from './wizard.module.css';

interface FinishDialogProps {
  readonly opened: boolean;
  readonly questions: readonly Question[];
  /** Of all respondents together, as they are scored. */
  readonly choices: Choices;
  /** Everybody who answers: what one has left open is said of that one. */
  readonly persons: readonly Person[];
  readonly pending: boolean;
  readonly onClose: () => void;
  readonly onGo: (questionId: string) => void;
  /** Goes to the first question that a person has left open, as that person. */
  readonly onPerson: (respondent: string, questionId: string) => void;
  readonly onFinish: () => void;
}

/** Who has left what open, where several people answer: a question that one has answered may be open for another. */
function LeftOpen({ questions, persons, onPerson }: Pick<FinishDialogProps, 'questions' | 'persons' | 'onPerson'>) {
  const left = leftBy(persons, questions);
  if (persons.length < 2 || left.length === 0) return null;
  return (
    <ul className={styles.openList} aria-label="Who has left questions open">
      {left.map(({ respondent, open, first }) => (
        <li key={respondent}>
          <button type="button" className={styles.openItem} onClick={() => onPerson(respondent, first)}>
            <span>{respondentName(respondent)}</span>
            <span className={styles.muted}>
              {open} of {questions.length} open
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What is still open, before the result is kept. */
export function FinishDialog(props: FinishDialogProps): ReactNode {
  const { opened, questions, choices, persons, pending, onClose, onGo, onFinish } = props;
  const open = questions.filter(({ id }) => stateOf(choices, id) !== 'answered');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={560}
      title={finishTitle(open.length, persons, questions)}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <p className={styles.muted}>{finishWords(open.length, persons, questions)}</p>
      <LeftOpen {...props} />
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
        {/* A further Enter must not finish what is answered only in part. */}
        <Button variant="default" onClick={onClose} data-autofocus={open.length > 0 || undefined}>
          Go on answering
        </Button>
        <Button loading={pending} onClick={onFinish} data-autofocus={open.length === 0 || undefined}>
          {open.length === 0 ? 'Finish and see the result' : `Finish with ${open.length} open`}
        </Button>
      </div>
    </Modal>
  );
}
