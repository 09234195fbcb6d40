import { Button, NativeSelect, Stack, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Input } from '#contract/index';
import { EVALUATOR_LABELS, EVALUATORS, type Evaluator, evaluatorMethod } from '#domain/drift/evaluator';
import { DRIFT_METRICS } from '#domain/drift/vocabulary';
import { useSeen } from '../../client/seen';
import { useCommand } from '../../client/use-command';
import { notationOf } from '../../lib/typed';
import { utcToday } from '../../lib/utc-today';
import { Dialog } from '../ui/dialog';
import styles from '../dependencies/dependencies.module.css';
import { type EvaluationFigure, readEvaluation } from './read-evaluation';

type Result = Extract<Input<'drift.record'>, { results: unknown }>['results'][number];

const FIGURES: readonly EvaluationFigure[] = ['passRate', 'winRate', 'judgeScore'];

interface EvaluationDialogProps {
  readonly model: { readonly id: string; readonly name: string; readonly version: string };
  readonly onClose: () => void;
}

/** What an evaluation gave, with who judged: another judge, version or prompt begins another series. */
export function EvaluationDialog({ model, onClose }: EvaluationDialogProps): ReactNode {
  const { run, pending } = useCommand('drift.record', {
    seen: useSeen(),
    words: () => `Evaluation of ${model.name} noted.`,
  });
  const [figure, setFigure] = useState<EvaluationFigure>('passRate');
  const [set, setSet] = useState('');
  const [passed, setPassed] = useState('');
  const [of, setOf] = useState('');
  const [day, setDay] = useState(utcToday());
  const [by, setBy] = useState<Evaluator>('llm');
  const [name, setName] = useState('');
  const [version, setVersion] = useState('');
  const [prompt, setPrompt] = useState('');
  const [problem, setProblem] = useState('');
  const rate = figure !== 'judgeScore';
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const read = readEvaluation(figure, passed, of, notationOf());
    if (!read.ok) return setProblem(read.message);
    if (by === 'llm' && (name.trim() === '' || version.trim() === ''))
      return setProblem('Name the judging model and its version: another version is another scale.');
    const result: Result = {
      modelId: model.id,
      column: set.trim(),
      metric: figure,
      method: evaluatorMethod({ by, name, version, prompt }),
      source: { tool: 'Noted by hand', version: '' },
      at: day,
      modelVersion: model.version,
      value: read.value,
      nCur: read.n,
    };
    if ((await run({ results: [result] })) !== null) onClose();
  };
  const changed = (put: (text: string) => void) => (event: { currentTarget: { value: string } }) => {
    setProblem('');
    put(event.currentTarget.value);
  };
  return (
    <Dialog title={`Evaluation of ${model.name}`} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          <div className={styles.path}>
            <NativeSelect
              label="Figure"
              value={figure}
              data={FIGURES.map((value) => ({ value, label: DRIFT_METRICS[value].label }))}
              onChange={(event) => setFigure(event.currentTarget.value as EvaluationFigure)}
            />
            <TextInput label="Set of questions" placeholder="Golden set" value={set} onChange={changed(setSet)} />
            <TextInput label="On" type="date" max={utcToday()} value={day} onChange={changed(setDay)} />
          </div>
          <div className={styles.path}>
            <TextInput
              label={figure === 'passRate' ? 'Passed' : figure === 'winRate' ? 'Won' : 'Mean score, higher is better'}
              value={passed}
              onChange={changed(setPassed)}
            />
            <TextInput label={rate ? 'Of how many' : 'Over how many answers'} value={of} onChange={changed(setOf)} />
          </div>
          <div className={styles.path}>
            <NativeSelect
              label="Judged by"
              value={by}
              data={EVALUATORS.map((value) => ({ value, label: EVALUATOR_LABELS[value] }))}
              onChange={(event) => setBy(event.currentTarget.value as Evaluator)}
            />
            <TextInput
              label={by === 'llm' ? 'Judging model' : 'Who, or which'}
              value={name}
              onChange={changed(setName)}
            />
            <TextInput label="Its version" value={version} onChange={changed(setVersion)} />
          </div>
          <TextInput
            label="Prompt or set of questions, by its hash"
            description="Another judge, version or prompt begins another series: its line is not joined with this one"
            value={prompt}
            onChange={changed(setPrompt)}
          />
          {problem === '' ? null : <p role="alert">{problem}</p>}
          <div className={styles.ending}>
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={pending} disabled={passed.trim() === '' || day === ''}>
              Note it
            </Button>
          </div>
        </Stack>
      </form>
    </Dialog>
  );
}
