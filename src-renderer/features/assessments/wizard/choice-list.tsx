import type { ReactNode } from 'react';
import type { AnswerChoice } from '#domain/assessments/answer';
import { ANSWER_SCALE, ANSWER_SCALE_LABELS, type Question } from '#domain/assessments/questions/question';
import { Kbd } from '../../../components/ui/kbd';
import styles from './question.module.css';

interface ChoiceListProps {
  readonly question: Question;
  readonly value: AnswerChoice | null;
  readonly locked: boolean;
  readonly onChoose: (value: AnswerChoice) => void;
  /** Takes the answer away; left out where there is none. */
  readonly onClear: (() => void) | null;
}

const OTHERS = [
  { value: 'unknown', label: 'Unknown', shortcut: 'U' },
  { value: 'not_applicable', label: 'Not applicable', shortcut: 'N' },
] as const;

/** The four anchored answers as large choices, and the two ways to give no number. */
export function ChoiceList({ question, value, locked, onChoose, onClear }: ChoiceListProps): ReactNode {
  const shared = (choice: AnswerChoice) => ({
    type: 'button' as const,
    'data-choice': true,
    'aria-pressed': value === choice,
    disabled: locked,
    onClick: () => onChoose(choice),
  });
  return (
    <fieldset aria-labelledby="wizard-question" className={styles.choices}>
      {ANSWER_SCALE.map((answer) => (
        <button key={answer} className={styles.choice} {...shared(answer)}>
          <span className={styles.choiceNumber}>{answer}</span>
          <span>
            <span className={styles.anchor}>{question.anchors[answer]}</span>
            <span className={styles.scale}>{ANSWER_SCALE_LABELS[answer]}</span>
          </span>
        </button>
      ))}
      <div className={styles.others}>
        {OTHERS.map((other) => (
          <button key={other.value} className={styles.other} {...shared(other.value)}>
            {other.label} <Kbd shortcut={other.shortcut} />
          </button>
        ))}
        {onClear && (
          <button type="button" className={styles.quiet} onClick={onClear}>
            Clear this answer
          </button>
        )}
      </div>
    </fieldset>
  );
}
