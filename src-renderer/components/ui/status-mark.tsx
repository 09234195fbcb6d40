import type { ReactNode } from 'react';
import { HEALTH_LABELS, type Health } from '#domain/vocabulary';
import './marks.css';

const SHAPES: Readonly<Record<Health, string>> = { act: '◆', watch: '▲', ok: '●', silent: '○', unknown: '' };

interface StatusMarkProps {
  readonly status: Health;
  /** Default: the word of the vocabulary. Nothing is drawn where nothing is known, unless a word is given. */
  readonly label?: string;
}

/** Status as shape, word and colour; the shape alone is never read out. */
export function StatusMark({ status, label }: StatusMarkProps): ReactNode {
  if (status === 'unknown' && label === undefined) {
    return <span className="mf-hidden">No verdict yet</span>;
  }
  return (
    <span className="mf-status" data-status={status}>
      {SHAPES[status] === '' ? null : (
        <span className="mf-status-shape" aria-hidden="true">
          {SHAPES[status]}
        </span>
      )}
      {label ?? HEALTH_LABELS[status]}
    </span>
  );
}
