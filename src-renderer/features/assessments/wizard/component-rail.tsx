import type { ReactNode } from 'react';
import { COMPONENT_LABELS } from '#domain/assessments/components';
import type { Question } from '#domain/assessments/questions/question';
import { type Choices, type ComponentProgress, progressByComponent, progressWords, stateOf } from './progress';
import { choiceText } from './spread';
import styles from './wizard.module.css';

interface RailProps {
  readonly questions: readonly Question[];
  readonly choices: Choices;
  readonly current: Question;
  readonly onGo: (questionId: string) => void;
}

/** The sign of an answer in its small box: the number, ? for unknown, – for not applicable, nothing while it is left. */
const signOf = (choices: Choices, id: string): string => {
  const choice = choices.get(id);
  if (choice === undefined) return '';
  return choice === 'unknown' ? '?' : choice === 'not_applicable' ? '–' : String(choice);
};

const spokenState = (choices: Choices, id: string): string => {
  const choice = choices.get(id);
  return choice === undefined ? 'not answered' : `answered ${choiceText(choice)}`;
};

function QuestionBox({ question, choices, current, onGo }: RailProps & { readonly question: Question }): ReactNode {
  const { id, topic } = question;
  return (
    <button
      type="button"
      className={styles.box}
      data-state={stateOf(choices, id)}
      aria-current={id === current.id ? 'step' : undefined}
      aria-label={`${id}, ${topic}: ${spokenState(choices, id)}`}
      title={`${id} ${topic}: ${spokenState(choices, id)}`}
      onClick={() => onGo(id)}
    >
      {signOf(choices, id)}
    </button>
  );
}

function ComponentEntry({ progress, ...props }: RailProps & { readonly progress: ComponentProgress }): ReactNode {
  const { component, questions, answered, all } = progress;
  const here = component === props.current.component;
  const open = questions.find(({ id }) => stateOf(props.choices, id) === 'left') ?? questions[0];
  return (
    <li className={styles.component} data-here={here}>
      <button
        type="button"
        className={styles.componentName}
        aria-current={here ? 'true' : undefined}
        aria-label={`${COMPONENT_LABELS[component]}: ${progressWords(progress)}`}
        onClick={() => open && props.onGo(open.id)}
      >
        <span className="mf-cut">{COMPONENT_LABELS[component]}</span>
        <span className={styles.componentCount}>
          {answered}/{all}
        </span>
      </button>
      <div className={styles.boxes}>
        {questions.map((question) => (
          <QuestionBox key={question.id} question={question} {...props} />
        ))}
      </div>
    </li>
  );
}

/** The six components with every question in its box: where one is, what is answered, and the way to any of them. */
export function ComponentRail(props: RailProps): ReactNode {
  return (
    <nav aria-label="Components and questions" className={styles.rail}>
      <ol className={styles.components}>
        {progressByComponent(props.questions, props.choices).map((progress) => (
          <ComponentEntry key={progress.component} progress={progress} {...props} />
        ))}
      </ol>
      <p className={styles.railKey}>? unknown, – not applicable</p>
    </nav>
  );
}
