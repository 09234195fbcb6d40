import { Button, SegmentedControl, Switch, TagsInput, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { questionsFor } from '#domain/assessments/questions/question-sets';
import { useCommand } from '../../../client/use-command';
import { Panel } from '../../../components/ui/panel';
import { formatDate } from '../../../lib/format';
import { localDay } from '../../../lib/local-day';
import type { Demand } from './assessment-types';
import { generativeWords } from './generative-words';
import styles from './start.module.css';
import { keepAssessment } from './use-answers';
import type { StartAnswer, StartTarget } from './use-start';

interface LaunchPanelProps {
  readonly demand: Demand;
  readonly answer: StartAnswer;
  readonly target: StartTarget;
  readonly unit: string;
}

const LEVELS = [1, 2, 3] as const;

function TargetField({ target, answer }: Pick<LaunchPanelProps, 'target' | 'answer'>): ReactNode {
  const { level } = answer.recommendation;
  const recommended = level === null ? 'Nothing is recommended yet.' : `Level ${level} is recommended.`;
  return (
    <div>
      <p className={styles.label} id="target-level">
        Target level
      </p>
      <SegmentedControl
        aria-labelledby="target-level"
        data={LEVELS.map((each) => ({ value: String(each), label: `Level ${each}` }))}
        value={String(target.target)}
        onChange={(value) => {
          const chosen = LEVELS.find((each) => String(each) === value);
          if (chosen) target.setTarget(chosen);
        }}
      />
      <p className={styles.hint}>
        {target.recommended ? 'As recommended.' : recommended}
        {target.governance !== target.target && ` Model governance aims at level ${target.governance}: high risk.`}
        {target.governance === target.target && answer.inputs.highRisk && ' Model governance is at the top already.'}
      </p>
    </div>
  );
}

/** The name that is proposed: what it is about, and when. */
const proposedName = (unit: string): string => `${unit || 'Assessment'}, ${formatDate(localDay(new Date()))}`;

/** Target, name and people, and the start of the questions. */
export function LaunchPanel({ answer, demand, target, unit }: LaunchPanelProps): ReactNode {
  const navigate = useNavigate();
  const start = useCommand('assessments.start');
  const [name, setName] = useState('');
  const [respondents, setRespondents] = useState<string[]>([]);
  const [chosen, setGenerative] = useState<boolean | null>(null);
  const generative = chosen ?? demand.generative > 0;
  const proposed = proposedName(unit);
  const unread = Object.keys(answer.problems).length > 0;
  const launch = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const started = await start.run({
      name: name.trim() || proposed,
      unit,
      target: target.target,
      inputs: answer.inputs,
      respondents,
      generative,
    });
    if (started === null) return;
    await keepAssessment(started);
    await navigate({ to: '/assessments/$assessmentId', params: { assessmentId: started.id } });
  };
  return (
    <Panel
      title="Start"
      hint={`${questionsFor(generative).questions.length} questions in six components; each answer is kept as it is given.`}
    >
      <form className={styles.fields} onSubmit={(event) => void launch(event)}>
        <TargetField target={target} answer={answer} />
        <Switch
          label="Ask about generative AI too"
          description={generativeWords(demand)}
          checked={generative}
          onChange={(event) => setGenerative(event.currentTarget.checked)}
        />
        <TextInput
          label="Name"
          placeholder={proposed}
          maxLength={500}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TagsInput
          label="Who answers"
          description="One or several people; Enter after each name. Leave it empty to answer together."
          inputWrapperOrder={['label', 'input', 'description']}
          value={respondents}
          onChange={setRespondents}
          maxTags={50}
          acceptValueOnBlur
        />
        {unread && <p className={styles.hint}>A number above cannot be read yet.</p>}
        <Button type="submit" loading={start.pending} disabled={unread}>
          Start the assessment
        </Button>
      </form>
    </Panel>
  );
}
