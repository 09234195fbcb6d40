import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { EmptyState } from '../../components/ui/states';

export function NotFound(): ReactNode {
  const navigate = useNavigate();
  return (
    <EmptyState
      title="There is no such page"
      action={{ label: 'Go to the overview', run: () => void navigate({ to: '/' }) }}
    >
      The address does not lead anywhere in Modelfolio. It may come from an older version.
    </EmptyState>
  );
}
