import { Button, Checkbox, NativeSelect, Stack, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Output } from '#contract/index';
import { useSeen } from '../../client/seen';
import { useCommand } from '../../client/use-command';
import { useChannel } from '../../client/use-query';
import { Dialog } from '../../components/ui/dialog';
import { Loading } from '../../components/ui/states';
import { formatNumber } from '../../lib/format';
import styles from './governance.module.css';
import type { Completeness, Row } from './governance-words';

type Question = Output<'governance.model'>['questions'][number];
type Answer = string | readonly string[];

const YES_NO = [
  { value: '', label: 'Not answered' },
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'unknown', label: 'Not known' },
] as const;

interface QuestionFieldProps {
  readonly question: Question;
  readonly answer: Answer;
  readonly onAnswer: (answer: Answer) => void;
}

function QuestionField({ question, answer, onAnswer }: QuestionFieldProps): ReactNode {
  const { label, help, type, options, assumed } = question;
  const description = [help, assumed === null ? '' : `Assumed while nobody answers: ${assumed}.`]
    .filter((part) => part !== '')
    .join(' ');
  if (type === 'choices')
    return (
      <Checkbox.Group
        label={label}
        description={description}
        value={typeof answer === 'string' ? [] : [...answer]}
        onChange={onAnswer}
      >
        <div className={styles.choices}>
          {options.map((option) => (
            <Checkbox key={option.value} value={option.value} label={option.label} description={option.help} />
          ))}
        </div>
      </Checkbox.Group>
    );
  const value = typeof answer === 'string' ? answer : '';
  if (type === 'text' || type === 'date')
    return (
      <TextInput
        label={label}
        description={description}
        type={type === 'date' ? 'date' : 'text'}
        value={value}
        onChange={(event) => onAnswer(event.currentTarget.value)}
      />
    );
  return (
    <NativeSelect
      label={label}
      description={description}
      value={value}
      data={
        type === 'choice'
          ? [
              { value: '', label: 'Not answered' },
              ...options.map((option) => ({ value: option.value, label: option.label })),
            ]
          : [...YES_NO]
      }
      onChange={(event) => onAnswer(event.currentTarget.value)}
    />
  );
}

interface AnswersDialogProps {
  readonly pack: Completeness['pack'];
  readonly rows: readonly Row[];
  /** All that the text is held against, of which `rows` are the first. */
  readonly models: number;
  readonly onClose: () => void;
}

/** A person's answers to the questions of a text, model by model; the class follows from them. */
export function AnswersDialog({ pack, rows, models, onClose }: AnswersDialogProps): ReactNode {
  const ordered = rows.toSorted((a, b) => (a.tier ?? 9) - (b.tier ?? 9) || (a.name < b.name ? -1 : 1));
  const [modelId, setModelId] = useState(ordered[0]?.modelId ?? '');
  const { data } = useChannel('governance.model', { modelId, pack: pack.line }, { keepPrevious: false });
  return (
    <Dialog title={`Classify by ${pack.name}`} size={640} onClose={onClose}>
      <Stack gap="sm">
        <NativeSelect
          label="Model"
          description={
            models > rows.length
              ? `The first ${formatNumber(rows.length)} of ${formatNumber(models)}, tier 1 first; the command line answers for many at once`
              : undefined
          }
          value={modelId}
          data={ordered.map((row) => ({ value: row.modelId, label: row.name }))}
          onChange={(event) => setModelId(event.currentTarget.value)}
        />
        {data === undefined ? (
          <Loading rows={6} label="Reading the answers" />
        ) : (
          <Questions key={modelId} modelId={modelId} pack={pack} found={data} onClose={onClose} />
        )}
      </Stack>
    </Dialog>
  );
}

interface QuestionsProps {
  readonly modelId: string;
  readonly pack: Completeness['pack'];
  readonly found: Output<'governance.model'>;
  readonly onClose: () => void;
}

const same = (a: Answer, b: Answer): boolean => JSON.stringify(a) === JSON.stringify(b);
const given = ({ answer, type }: Question): Answer => answer ?? (type === 'choices' ? [] : '');

function Questions({ modelId, pack, found, onClose }: QuestionsProps): ReactNode {
  const { run, pending } = useCommand('governance.answer', { seen: useSeen() });
  const [answers, setAnswers] = useState<Readonly<Record<string, Answer>>>({});
  const changed = found.questions.filter(({ id, ...rest }) => {
    const next = answers[id];
    return next !== undefined && !same(next, given({ id, ...rest }));
  });
  const submit = async (): Promise<void> => {
    const kept = await run({
      ids: [modelId],
      pack: pack.id,
      answers: Object.fromEntries(changed.map(({ id }) => [id, answers[id] ?? ''])),
    });
    if (kept !== null) setAnswers({});
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="sm">
        <p className="mf-muted">
          {found.classLabel === null
            ? 'Its class is not known: it follows from the answers.'
            : `By the answers: ${found.classLabel}.`}
        </p>
        <div className={styles.questions}>
          {found.questions.map((question) => (
            <QuestionField
              key={question.id}
              question={question}
              answer={answers[question.id] ?? given(question)}
              onAnswer={(answer) => setAnswers({ ...answers, [question.id]: answer })}
            />
          ))}
        </div>
        <div className={styles.ending}>
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
          <Button type="submit" loading={pending} disabled={changed.length === 0}>
            Keep answers
          </Button>
        </div>
      </Stack>
    </form>
  );
}
