import { memo, type ReactNode } from 'react';
import { isoDay } from '#domain/base/calendar';
import type { DatePrecision } from '#domain/base/period';
import { isInProduction } from '#domain/models/lifecycle';
import { HEALTH_LABELS, HEALTHS, STAGES, TIERS } from '#domain/vocabulary';
import { type ColumnStore, numberAt, precisionAt, textAt } from '../../../components/table/column-store';
import { StatusMark } from '../../../components/ui/status-mark';
import { TierMark } from '../../../components/ui/tier-mark';
import { formatAboutDays, formatDated } from '../../../lib/format';
import css from './board.module.css';

export const CARD_HEIGHT = 92;
export const DRAGGED_MODEL = 'application/x-modelfolio-model';

interface BoardCardProps {
  readonly store: ColumnStore;
  readonly row: number;
  readonly lane: number;
  readonly position: number;
  readonly of: number;
  /** Days since 1970 of today. */
  readonly today: number;
  readonly focused: boolean;
}

interface SinceProps {
  /** Day number of the entry into the stage; `null`: not known. */
  readonly since: number | null;
  readonly precision: DatePrecision;
  readonly today: number;
}

function Since({ since, precision, today }: SinceProps): ReactNode {
  if (since === null) return <span className={css.since}>since unknown</span>;
  return (
    <span className={css.since} title={`since ${formatDated(isoDay(since), precision)}`}>
      {formatAboutDays(today - since, precision)}
    </span>
  );
}

export const BoardCard = memo(function BoardCard(props: BoardCardProps): ReactNode {
  const { store, row, position } = props;
  const id = store.ids[row] ?? '';
  const name = textAt(store, 'name', row);
  const unit = textAt(store, 'unit', row);
  const version = textAt(store, 'version', row);
  const since = numberAt(store, 'stageSince', row);
  const precision = precisionAt(store, 'stageSincePrecision', row);
  const tier = TIERS.find((value) => value === numberAt(store, 'tier', row));
  const health = HEALTHS.find((value) => value === textAt(store, 'health', row)) ?? 'unknown';
  const stage = STAGES.find((value) => value === textAt(store, 'stage', row));
  // Of one that serves nobody yet no verdict is missed.
  const judged = health !== 'unknown' || (stage !== undefined && isInProduction(stage));
  return (
    <li
      className={css.slot}
      style={{ transform: `translateY(${position * CARD_HEIGHT}px)` }}
      aria-setsize={props.of}
      aria-posinset={position + 1}
    >
      <article
        className={css.card}
        tabIndex={props.focused ? 0 : -1}
        data-lane={props.lane}
        data-position={position}
        draggable
        onDragStart={(event) => {
          event.dataTransfer.setData(DRAGGED_MODEL, id);
          event.dataTransfer.effectAllowed = 'move';
        }}
      >
        <a className={css.name} href={`/models/${id}`} tabIndex={-1} data-open="" title={name} draggable={false}>
          {name}
        </a>
        <p className={css.where}>
          <span className={css.unit} title={unit}>
            {unit === '' ? 'No unit' : unit}
          </span>
          {judged ? <StatusMark status={health} label={HEALTH_LABELS[health]} /> : null}
        </p>
        <p className={css.facts}>
          <TierMark tier={tier ?? null} />
          {version === '' ? null : <span className="mf-cut">{version}</span>}
          <Since since={since} precision={precision} today={props.today} />
        </p>
      </article>
    </li>
  );
});
