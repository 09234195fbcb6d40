import { useNavigate } from '@tanstack/react-router';
import { useChannel } from '../client/use-query';
import { useCommands } from '../commands/registry';
import { VIEW_PATHS } from '../lib/view-link';
import { viewSearch } from './layout/saved-views';

/** Every saved view by its name, from wherever one stands. */
export function useViewCommands(portfolioOpen: boolean): void {
  const navigate = useNavigate();
  const { data } = useChannel('views.list', {}, { enabled: portfolioOpen });
  useCommands(
    (data?.views ?? []).map((view) => ({
      id: `view.saved.${view.id}`,
      label: `Show the view “${view.name}”`,
      group: 'View' as const,
      // Each page reads its own address and leaves out what does not fit.
      run: () => void navigate({ to: VIEW_PATHS[view.page], search: () => viewSearch(view) as never }),
    })),
  );
}
