import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { sentenceOf } from '../../client/call';
import './states.css';

interface EmptyStateProps {
  readonly title: string;
  /** What this page will show once there is something. */
  readonly children: ReactNode;
  readonly action?: { readonly label: string; readonly run: () => void };
  /** Default h1: the state is the page. */
  readonly heading?: 'h1' | 'h2';
  /** A second, quieter way. */
  readonly other?: { readonly label: string; readonly run: () => void };
  /** Several of them. */
  readonly others?: readonly { readonly label: string; readonly run: () => void }[];
}

export function EmptyState({
  title,
  children,
  action,
  other,
  others = other ? [other] : [],
  heading: Heading = 'h1',
}: EmptyStateProps): ReactNode {
  return (
    <div className="mf-state">
      <Heading className="mf-state-title">{title}</Heading>
      <div className="mf-state-text">{children}</div>
      <div className="mf-state-actions">
        {action ? <Button onClick={action.run}>{action.label}</Button> : null}
        {others.map(({ label, run }) => (
          <Button key={label} variant="default" onClick={run}>
            {label}
          </Button>
        ))}
      </div>
    </div>
  );
}

interface ErrorStateProps {
  readonly error: unknown;
  readonly retry?: () => void;
  /** The way out, where trying again is not it. */
  readonly action?: { readonly label: string; readonly run: () => void };
  readonly title?: string;
  /** Default h1: the state is the page. */
  readonly heading?: 'h1' | 'h2';
}

export function ErrorState({
  error,
  retry,
  action,
  title = 'This could not be shown',
  heading: Heading = 'h1',
}: ErrorStateProps): ReactNode {
  return (
    <div className="mf-state" role="alert">
      <Heading className="mf-state-title">{title}</Heading>
      <p className="mf-state-text">{sentenceOf(error)}</p>
      <div className="mf-state-actions">
        {action ? <Button onClick={action.run}>{action.label}</Button> : null}
        {retry ? (
          <Button variant="default" onClick={retry}>
            Try again
          </Button>
        ) : null}
      </div>
    </div>
  );
}

interface LoadingProps {
  /** Rows of the skeleton, so that the room is there before the data is. */
  readonly rows?: number;
  readonly label?: string;
}

/** A quiet skeleton; it appears after a moment only, so that quick answers do not flicker. */
export function Loading({ rows = 6, label = 'Loading' }: LoadingProps): ReactNode {
  return (
    <div className="mf-loading" role="status">
      <span className="mf-hidden">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a skeleton are nothing but their place
          key={row}
          className="mf-loading-row"
        />
      ))}
    </div>
  );
}
