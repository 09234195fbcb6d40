import { Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { GENERATIVE_QUESTIONS } from '#domain/assessments/questions/question-sets';
import { useCommand } from '../../../client/use-command';
import type { Assessment } from './assessment-types';
import { keepAssessment } from './use-answers';

interface GenerativeSwitchProps {
  readonly assessment: Assessment;
  /** Keeps what is being typed before the questions change. */
  readonly flush: () => Promise<boolean>;
}

/** Takes the questions on generative AI in or out while the assessment is open; answers that were given stay. */
export function GenerativeSwitch({ assessment, flush }: GenerativeSwitchProps): ReactNode {
  const update = useCommand('assessments.update');
  const change = async (generative: boolean): Promise<void> => {
    if (!(await flush())) return;
    const changed = await update.run({ id: assessment.id, patch: { generative } });
    if (changed) await keepAssessment(changed);
  };
  return (
    <Switch
      size="xs"
      label="With generative AI"
      disabled={update.pending}
      checked={assessment.questionVersion >= GENERATIVE_QUESTIONS.version}
      onChange={(event) => void change(event.currentTarget.checked)}
    />
  );
}
