import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { AnswerChoice } from '#domain/assessments/answer';
import type { QuestionSet } from '#domain/assessments/questions/question';
import { sentenceOf } from '../../../client/call';
import { useCommand } from '../../../client/use-command';
import { notifyFailure } from '../../../components/ui/notify';
import { PageHeader } from '../../../components/ui/page-header';
import { isGraded, nextGrade } from './answer-draft';
import type { Assessment } from './assessment-types';
import { BeforePanel } from './before-panel';
import { ComponentRail } from './component-rail';
import { FinishDialog } from './finish-dialog';
import { GenerativeSwitch } from './generative-switch';
import { KeyHints } from './key-hints';
import { PeoplePanel } from './people-panel';
import { neighbour, nextOpen, progressOf, progressWords, questionToShow } from './progress';
import { QuestionPanel } from './question-panel';
import { PortfolioEvidence, RespondentSpread } from './side-panels';
import { respondentName } from './spread';
import { keepAssessment, useAnswers } from './use-answers';
import { peopleWith, usePeople } from './use-people';
import { lastShown, useRememberPlace, useRespondent } from './use-respondent';
import { useWizardCommands } from './use-wizard-commands';
import { useWizardKeys } from './use-wizard-keys';
import styles from './wizard.module.css';
import type { WizardAction } from './wizard-keys';
import { aboutWords, combinedChoices } from './wizard-words';

interface WizardProps {
  readonly assessment: Assessment;
  readonly set: QuestionSet;
  /** The question of the address. */
  readonly wanted: string | undefined;
}

function useFinish(assessment: Assessment, flush: () => Promise<boolean>): { run: () => void; pending: boolean } {
  const navigate = useNavigate();
  const finish = useCommand('assessments.finish');
  const run = async (): Promise<void> => {
    if (!(await flush())) {
      notifyFailure('Some answers are not kept yet. See the note under the question, then finish again.');
      return;
    }
    const finished = await finish.run({ id: assessment.id });
    if (finished === null) return;
    await keepAssessment(finished);
    await navigate({ to: '/assessments/$assessmentId/result', params: { assessmentId: assessment.id } });
  };
  return { run: () => void run(), pending: finish.pending };
}

function Locked({ assessment }: { readonly assessment: Assessment }): ReactNode {
  const reopen = useCommand('assessments.reopen');
  const open = async (): Promise<void> => {
    const opened = await reopen.run({ id: assessment.id });
    if (opened) await keepAssessment(opened);
  };
  return (
    <div className={styles.locked}>
      <p>
        This assessment is finished and keeps its result.{' '}
        <Link to="/assessments/$assessmentId/result" params={{ assessmentId: assessment.id }}>
          See the result
        </Link>
      </p>
      <Button variant="default" loading={reopen.pending} onClick={() => void open()}>
        Open it again to change answers
      </Button>
    </div>
  );
}

/** The questions, one at a time, with the portfolio's own evidence beside each. */
export function Wizard({ assessment, set, wanted }: WizardProps): ReactNode {
  const navigate = useNavigate();
  const answering = useRespondent(assessment);
  const [respondent] = answering;
  const answers = useAnswers(assessment, respondent);
  const people = usePeople(assessment, answers, answering);
  const persons = peopleWith(assessment, answers);
  const [finishing, setFinishing] = useState(false);
  const finish = useFinish(assessment, answers.saver.flush);
  const { questions } = set;
  const locked = assessment.status === 'finished';
  // A version of the questions is never without any; the page has seen to it.
  const current = questionToShow(questions, answers.choices, [wanted, lastShown(assessment.id)], assessment.position);
  if (current === null) throw new Error('The question set is empty.');
  useRememberPlace(assessment.id, current.id);

  const go = (questionId: string): void => {
    void answers.saver.flush();
    setFinishing(false);
    const params = { assessmentId: assessment.id };
    void navigate({ to: '/assessments/$assessmentId', params, search: { q: questionId }, replace: true });
  };
  const step = (direction: 1 | -1): (() => void) | null => {
    const to = neighbour(questions, current.id, direction);
    return to === null ? null : () => go(to.id);
  };
  const open = nextOpen(questions, answers.choices, current.id);
  const choose = (value: AnswerChoice): void => {
    if (!locked) answers.change(current.id, { value }, 'now');
  };
  const cycleGrade = (): void => {
    const draft = answers.draft(current.id);
    if (!locked && isGraded(draft.value)) answers.change(current.id, { grade: nextGrade(draft.grade) }, 'now');
  };
  const nextPerson = (): void => {
    const index = persons.findIndex((person) => person.respondent === respondent);
    const next = persons[(index + 1) % persons.length];
    if (next) people.choose(next.respondent);
  };
  const act = (action: WizardAction): void => {
    if (action.kind === 'choose') choose(action.value);
    else if (action.kind === 'grade') cycleGrade();
    else if (action.kind === 'person') nextPerson();
    else if (action.kind === 'previous') step(-1)?.();
    else (step(1) ?? (() => !locked && setFinishing(true)))();
  };
  const clear = (): void => void answers.clear(current.id).catch((error) => notifyFailure(sentenceOf(error)));
  useWizardKeys(act);
  useWizardCommands(act, () => open && go(open.id));

  const who = respondent === '' ? '' : `${respondentName(respondent)}: `;
  return (
    <>
      <PageHeader
        headline={`${who}${progressWords(progressOf(questions, answers.choices))}`}
        subline={aboutWords(assessment)}
        actions={
          <div className={styles.actions}>
            <Button variant="default" disabled={open === null} onClick={() => open && go(open.id)}>
              Next unanswered
            </Button>
            {!locked && <Button onClick={() => setFinishing(true)}>Finish</Button>}
          </div>
        }
      />
      {locked && <Locked assessment={assessment} />}
      <div className={styles.layout}>
        <div className={styles.left}>
          <ComponentRail questions={questions} choices={answers.choices} current={current} onGo={go} />
          {!locked && <GenerativeSwitch assessment={assessment} flush={answers.saver.flush} />}
          <PeoplePanel persons={persons} current={respondent} questions={questions} people={people} locked={locked} />
        </div>
        <QuestionPanel
          question={current}
          place={`${questions.indexOf(current) + 1} of ${questions.length}`}
          answers={answers}
          locked={locked}
          respondent={respondent}
          onChoose={choose}
          onClear={clear}
          onPrevious={step(-1)}
          onNext={step(1)}
        />
        <aside className={styles.side} aria-label="Beside the question">
          <PortfolioEvidence assessment={assessment} questionId={current.id} />
          <RespondentSpread assessment={assessment} questionId={current.id} />
          <BeforePanel assessment={assessment} questionId={current.id} />
          {!locked && <KeyHints />}
        </aside>
      </div>
      <FinishDialog
        opened={finishing}
        questions={questions}
        choices={combinedChoices(assessment, answers.unsaved)}
        persons={persons}
        pending={finish.pending}
        onClose={() => setFinishing(false)}
        onGo={go}
        onPerson={(person, questionId) => {
          people.choose(person);
          go(questionId);
        }}
        onFinish={finish.run}
      />
    </>
  );
}
