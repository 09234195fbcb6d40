import { Button } from '@mantine/core';
import { type ReactNode, type Ref, useEffect, useRef } from 'react';
import type { AnswerChoice } from '#domain/assessments/answer';
import { COMPONENT_LABELS } from '#domain/assessments/components';
import type { Question } from '#domain/assessments/questions/question';
import { Kbd } from '../../../components/ui/kbd';
import { AnswerDetails } from './answer-details';
import { ChoiceList } from './choice-list';
import { QUESTION_ID } from './focus-question';
import styles from './question.module.css';
import { SaveNote } from './save-note';
import type { AnswersOfOne } from './use-answers';

interface QuestionPanelProps {
  readonly question: Question;
  /** `3 of 30`. */
  readonly place: string;
  readonly answers: AnswersOfOne;
  readonly locked: boolean;
  /** Who answers: with another person the question is read out again. */
  readonly respondent: string;
  readonly onChoose: (value: AnswerChoice) => void;
  readonly onClear: () => void;
  /** `null` at the ends. */
  readonly onPrevious: (() => void) | null;
  readonly onNext: (() => void) | null;
}

function QuestionHead({
  question,
  place,
  heading,
}: Pick<QuestionPanelProps, 'question' | 'place'> & { readonly heading: Ref<HTMLHeadingElement> }): ReactNode {
  return (
    <header>
      <p className={styles.muted}>
        {COMPONENT_LABELS[question.component]} · {question.topic} · {question.id}, {place}
      </p>
      <h2 className={styles.question} id={QUESTION_ID} tabIndex={-1} ref={heading}>
        {question.question}
      </h2>
    </header>
  );
}

/** One question with its answers, evidence and words. It takes the focus when it appears, so that it is read out. */
export function QuestionPanel(props: QuestionPanelProps): ReactNode {
  const { question, place, answers, locked, respondent, onChoose, onClear, onPrevious, onNext } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const draft = answers.draft(question.id);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with every other question and person
  useEffect(() => heading.current?.focus({ preventScroll: true }), [question.id, respondent]);
  return (
    <section className={styles.questionPanel} aria-labelledby={QUESTION_ID}>
      <QuestionHead question={question} place={place} heading={heading} />
      <ChoiceList
        question={question}
        value={draft.value}
        locked={locked}
        onChoose={onChoose}
        onClear={draft.value === null || locked ? null : onClear}
      />
      <AnswerDetails
        key={`${question.id} ${draft.value === 'not_applicable'}`}
        question={question}
        draft={draft}
        locked={locked}
        onChange={(patch, when) => answers.change(question.id, patch, when)}
        onBlur={() => void answers.saver.flush()}
        onLeave={() => heading.current?.focus()}
      />
      <footer className={styles.foot}>
        <Button variant="default" disabled={onPrevious === null} onClick={() => onPrevious?.()}>
          Previous
        </Button>
        <SaveNote answers={answers} />
        <Button disabled={onNext === null} rightSection={<Kbd shortcut="enter" />} onClick={() => onNext?.()}>
          Next
        </Button>
      </footer>
    </section>
  );
}
