import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import css from '../table/list-page.module.css';
import { useFollows } from './use-follows';

/** Everything that is followed, each with the way to it and the way to follow it no longer. */
export function FollowedList(): ReactNode {
  const { follows, set } = useFollows();
  if (follows === undefined) return null;
  const { models, incidents } = follows;
  if (models.length + incidents.length === 0)
    return (
      <p className="mf-muted">
        You follow nothing yet. Open a model or an incident and choose Follow; it is kept for you on this computer, and
        nobody else sees it.
      </p>
    );
  const chip = (kind: 'model' | 'incident', id: string, name: string, link: ReactNode): ReactNode => (
    <li key={`${kind} ${id}`} className={css.chip}>
      <span className="mf-cut" title={name}>
        {link}
      </span>
      <button
        type="button"
        className={css.chipOff}
        aria-label={`Follow ${name} no longer`}
        onClick={() => set(kind, id, false)}
      >
        ×
      </button>
    </li>
  );
  return (
    <ul className={css.chips} aria-label="What you follow">
      {models.map(({ id, name }) =>
        chip(
          'model',
          id,
          name,
          <Link to="/models/$modelId" params={{ modelId: id }}>
            {name}
          </Link>,
        ),
      )}
      {incidents.map(({ id, number, title }) =>
        chip(
          'incident',
          id,
          `incident ${number}`,
          <Link to="/incidents/$incidentId" params={{ incidentId: id }}>
            {number} {title}
          </Link>,
        ),
      )}
    </ul>
  );
}
