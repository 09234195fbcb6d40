import type { ReactNode } from 'react';
import { initialsOf } from '../../lib/share-words';
import './sharing.css';

interface InitialsProps {
  readonly name: string;
  /** Fainter where the person is not here. */
  readonly away?: boolean;
  /** Read out and shown on hovering; left out: the name stands beside. */
  readonly title?: string;
}

/** A person as two letters in a ring. */
export function Initials({ name, away = false, title }: InitialsProps): ReactNode {
  return (
    <span
      className="mf-initials"
      data-away={away}
      {...(title === undefined ? { 'aria-hidden': true } : { title, role: 'img', 'aria-label': title })}
    >
      {initialsOf(name)}
    </span>
  );
}
