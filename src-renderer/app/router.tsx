import { createRouter, type ErrorComponentProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ErrorState } from '../components/ui/states';
import { routeTree } from './routes';

/** What a page shows when its drawing failed; the rest of the window stays. */
function RouteError({ error, reset }: ErrorComponentProps): ReactNode {
  return <ErrorState title="This page could not be drawn" error={error} retry={reset} />;
}

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPendingMs: 300,
  defaultErrorComponent: RouteError,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
