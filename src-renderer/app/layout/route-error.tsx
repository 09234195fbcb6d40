import type { ErrorComponentProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ErrorState } from '../../components/ui/states';

/** What a page shows when its drawing failed; the rest of the window stays. */
export function RouteError({ error, reset }: ErrorComponentProps): ReactNode {
  return <ErrorState title="This page could not be drawn" error={error} retry={reset} />;
}
