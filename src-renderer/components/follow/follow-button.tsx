import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCommands } from '../../commands/registry';
import { useFollows } from './use-follows';

interface FollowButtonProps {
  readonly kind: 'model' | 'incident';
  readonly id: string;
}

/** Follows what the page is about, or no longer: for this person on this computer, and no fact of the portfolio. */
export function FollowButton({ kind, id }: FollowButtonProps): ReactNode {
  const { follows, set } = useFollows();
  const list: readonly { readonly id: string }[] = (kind === 'model' ? follows?.models : follows?.incidents) ?? [];
  const on = list.some((one) => one.id === id);
  const toggle = (): void => set(kind, id, !on);
  useCommands([
    {
      id: `follow.${kind}`,
      label: on ? `Follow this ${kind} no longer` : `Follow this ${kind}`,
      group: kind === 'model' ? 'Models' : 'Incidents',
      enabled: () => follows !== undefined,
      run: toggle,
    },
  ]);
  return (
    <Button
      variant="default"
      aria-pressed={on}
      disabled={follows === undefined}
      title={
        on
          ? 'This week and Overview can show only what you follow'
          : 'Only you see what you follow: this week and Overview can show nothing else'
      }
      onClick={toggle}
    >
      {on ? '★ Following' : '☆ Follow'}
    </Button>
  );
}
