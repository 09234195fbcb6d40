import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useCommand } from '../../client/use-command';
import { runCommand } from '../../commands/registry';
import { EmptyState } from '../../components/ui/states';

interface WaysInProps {
  readonly title: string;
  /** Left out: what each of them gives. */
  readonly children?: ReactNode;
}

const WHAT_EACH_GIVES =
  'An inventory gives models by stage, unit and tier, which of them run unwatched, and what needs attention first. An assessment needs none: it takes how many models there are, says which level they need, and finds the level that you work at. The sample is an insurer that does not exist, in a file of its own.';

/** What brings the first models, the first level, or a portfolio to look at. */
export function WaysIn({ title, children = WHAT_EACH_GIVES }: WaysInProps): ReactNode {
  const navigate = useNavigate();
  const create = useCommand('models.create');
  const add = async (): Promise<void> => {
    const made = await create.run({ name: 'New model' });
    if (made !== null) await navigate({ to: '/models/$modelId', params: { modelId: made.id } });
  };
  return (
    <EmptyState
      title={title}
      // The page has its headline above.
      heading="h2"
      action={{ label: 'Import a spreadsheet', run: () => runCommand('file.import') }}
      others={[
        { label: 'Start an assessment', run: () => runCommand('assessment.start') },
        { label: 'Look at the sample', run: () => runCommand('file.sample') },
        { label: 'Add a model', run: () => void add() },
      ]}
    >
      {children}
    </EmptyState>
  );
}
