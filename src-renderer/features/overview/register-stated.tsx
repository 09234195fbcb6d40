import type { ReactNode } from 'react';
import { runCommand } from '../../commands/registry';
import { EmptyState } from '../../components/ui/states';
import { useAddModel } from './use-add-model';

/** What brings the first rows of a portfolio whose size an assessment was told. */
export function RegisterStated(): ReactNode {
  const add = useAddModel();
  return (
    <EmptyState
      title="Register the models that are stated"
      // The page has its headline above.
      heading="h2"
      action={{ label: 'Import a spreadsheet', run: () => runCommand('file.import') }}
      others={[
        { label: 'Start an assessment', run: () => runCommand('assessment.start') },
        { label: 'Look at the sample', run: () => runCommand('file.sample') },
        { label: 'Add a model', run: () => void add() },
      ]}
    >
      With an inventory the counted models take the place of the stated ones: stages, units and tiers, which of them run
      unwatched, and what needs attention first.
    </EmptyState>
  );
}
