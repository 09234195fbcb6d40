import type { ReactNode } from 'react';
import { rowFieldLabel, rowValueText } from '../../lib/row-value';
import { clockOrDay } from '../../lib/share-state';
import type { Collision } from '../../stores/conflicts';
import './sharing.css';

interface Of {
  readonly collision: Collision;
  readonly currency: string;
}

const textOf = ({ collision, currency }: Of, value: unknown): string =>
  rowValueText(collision.table, collision.field, value, currency);

/** `null` in place of a whole row: it is not there. */
const shownOf = (of: Of, value: unknown): string => {
  const text = textOf(of, value);
  if (text !== '') return text;
  return of.collision.field === '' || value === null ? 'nothing' : 'empty';
};

interface CardsProps {
  readonly collisions: readonly Collision[];
  readonly currency: string;
  /** When what is mine was written, where it was not just now. */
  readonly mineAt?: string | undefined;
}

/** What others wrote, left, and what is mine, right, for each field: with who and when. */
export function CollisionCards({ collisions, currency, mineAt }: CardsProps): ReactNode {
  return (
    <ul className="mf-collisions">
      {collisions.map((collision) => {
        const of = { collision, currency };
        const { table, id, field, theirs, mine, seen, by, at } = collision;
        return (
          <li key={`${table} ${id} ${field}`}>
            {collisions.length > 1 && (
              <p className="mf-collision-field">
                {rowFieldLabel(table, field)}
                {collision.name === null ? '' : ` of ${collision.name}`}
                <span className="mf-muted">, you saw {shownOf(of, seen)}</span>
              </p>
            )}
            <div className="mf-collision-pair">
              <div className="mf-collision-side">
                <span className="mf-muted">Theirs</span>
                <strong>{shownOf(of, theirs)}</strong>
                <span className="mf-muted">
                  {by}, {clockOrDay(at)}
                </span>
              </div>
              <div className="mf-collision-side">
                <span className="mf-muted">Mine</span>
                <strong>{shownOf(of, mine)}</strong>
                <span className="mf-muted">{mineAt === undefined ? 'you, now' : `you, ${clockOrDay(mineAt)}`}</span>
              </div>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** `Annual run cost of Travel cover pricing has changed meanwhile`. */
export function collisionTitle(collisions: readonly Collision[]): string {
  const [first] = collisions;
  const names = [...new Set(collisions.map(({ name }) => name))];
  const of = names.length === 1 && first?.name ? ` of ${first.name}` : '';
  return collisions.length === 1 && first
    ? `${rowFieldLabel(first.table, first.field)}${of} has changed meanwhile`
    : `${collisions.length} values${of} have changed meanwhile`;
}

export function collisionLead(collisions: readonly Collision[], currency: string): string {
  const [first] = collisions;
  if (collisions.length !== 1 || !first) return 'Nothing of yours is written yet. Choose which values stand now.';
  return `You saw ${shownOf({ collision: first, currency }, first.seen)} when you began. Choose which value stands now.`;
}
