import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Assessment, AssessmentHead } from '#contract/assessments';
import { useCommand } from '../../../client/use-command';
import { useChannel } from '../../../client/use-query';
import { useCommands } from '../../../commands/registry';
import { comparableIds } from './compare/compare-choice';
import styles from './result.module.css';

const NONE: readonly AssessmentHead[] = [];

/** Going on, finishing, opening again, and the way to the comparison. */
export function ResultActions({ assessment }: { readonly assessment: Assessment }): ReactNode {
  const navigate = useNavigate();
  const finish = useCommand('assessments.finish');
  const reopen = useCommand('assessments.reopen');
  const { data } = useChannel('assessments.list', {});
  const ids = comparableIds(data?.assessments ?? NONE, assessment);
  const { id, status } = assessment;
  const go = (): void => void navigate({ to: '/assessments/$assessmentId', params: { assessmentId: id }, search: {} });
  const compare = (): void => void navigate({ to: '/assessments/compare', search: { ids: ids.join(',') } });
  const finished = status === 'finished';
  const toggle = (): void => void (finished ? reopen : finish).run({ id });
  useCommands([
    {
      id: 'assessment.finish',
      label: finished ? 'Open this assessment again' : 'Finish this assessment',
      group: 'Edit',
      run: toggle,
    },
    { id: 'assessment.print', label: 'Print this result', group: 'View', run: () => window.print() },
    {
      id: 'assessment.compare',
      label: 'Compare this assessment',
      group: 'View',
      run: compare,
      enabled: () => ids.length > 1,
    },
  ]);
  return (
    <div className={styles.actions}>
      <Button variant="default" onClick={() => window.print()}>
        Print
      </Button>
      {ids.length > 1 && (
        <Button variant="default" onClick={compare}>
          Compare with the others
        </Button>
      )}
      {!finished && (
        <Button variant="default" onClick={go}>
          Go on answering
        </Button>
      )}
      <Button variant={finished ? 'default' : 'filled'} loading={finish.pending || reopen.pending} onClick={toggle}>
        {finished ? 'Open it again' : 'Finish'}
      </Button>
    </div>
  );
}
