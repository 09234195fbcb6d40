import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { dayNumber } from '#domain/base/calendar';
import { isUsualMove } from '#domain/models/lifecycle';
import { STAGES, type Stage } from '#domain/vocabulary';
import { type ColumnStore, textAt } from '../../../components/table/column-store';
import { notifyFailure } from '../../../components/ui/notify';
import { MoveDialog } from '../list/move-dialog';
import css from './board.module.css';
import { BoardLane } from './board-lane';
import { boardLanes, type CardPlace, moveOnBoard } from './board-logic';

interface BoardProps {
  readonly store: ColumnStore;
  readonly order: Uint32Array;
  readonly onOpen: (row: number) => void;
  /** Answers a sentence when the move was refused. */
  readonly onMove: (row: number, to: Stage, reason: string) => Promise<string | null>;
}

interface Moving {
  readonly row: number;
  /** Where it was dropped; `null` asks for it. */
  readonly to: Stage | null;
  /** Place that the focus goes back to; `null` after a drag. */
  readonly from: CardPlace | null;
}

const todayInDays = (): number => dayNumber(Date.now());

function cardPlace(target: EventTarget): CardPlace | null {
  const card = target instanceof Element ? target.closest<HTMLElement>('[data-lane]') : null;
  return card ? { lane: Number(card.dataset.lane), position: Number(card.dataset.position) } : null;
}

/** The portfolio by lifecycle stage. A card is dragged to another lane, or moved with M. */
export function Board({ store, order, onOpen, onMove }: BoardProps): ReactNode {
  const lanes = useMemo(() => boardLanes(store, order), [store, order]);
  const sizes = lanes.map((lane) => lane.rows.length);
  const board = useRef<HTMLDivElement>(null);
  /** Place of the card that takes the focus, for each lane: Tab goes from lane to lane, arrows from card to card. */
  const [places, setPlaces] = useState<readonly number[]>(() => STAGES.map(() => 0));
  const [moving, setMoving] = useState<Moving | null>(null);
  const pending = useRef<CardPlace | null>(null);
  const focused = sizes.map((size, lane) => Math.min(places[lane] ?? 0, size - 1));
  const setPlace = (place: CardPlace): void =>
    setPlaces((old) => old.map((position, lane) => (lane === place.lane ? place.position : position)));

  useEffect(() => {
    const place = pending.current;
    if (place === null) return;
    const position = focused[place.lane] ?? -1;
    const card = board.current?.querySelector<HTMLElement>(`[data-lane="${place.lane}"][data-position="${position}"]`);
    if (!card) return;
    pending.current = null;
    card.focus();
  });

  const rowAt = (place: CardPlace | null): number | undefined =>
    place === null ? undefined : lanes[place.lane]?.rows[place.position];
  const stageOf = (row: number): Stage => STAGES.find((stage) => stage === textAt(store, 'stage', row)) ?? 'proposed';
  const drop = (id: string, to: Stage): void => {
    const row = store.ids.indexOf(id);
    if (row === -1 || stageOf(row) === to) return;
    if (!isUsualMove(stageOf(row), to)) setMoving({ row, to, from: null });
    else void onMove(row, to, '').then((refused) => refused !== null && notifyFailure(refused));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const place = cardPlace(event.target);
    const row = rowAt(place);
    if (place === null || row === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = moveOnBoard(place, event.key, sizes);
    if (next !== null) {
      pending.current = next;
      setPlace(next);
    } else if (event.key === 'Enter') onOpen(row);
    else if (event.key.toLowerCase() === 'm') setMoving({ row, to: null, from: place });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onClick = (event: MouseEvent): void => {
    const row = rowAt(cardPlace(event.target));
    if (row === undefined || !(event.target instanceof Element) || event.target.closest('[data-open]') === null) return;
    event.preventDefault();
    onOpen(row);
  };
  const onDoubleClick = (event: MouseEvent): void => {
    const row = rowAt(cardPlace(event.target));
    if (row !== undefined) onOpen(row);
  };
  const onFocus = (event: FocusEvent): void => {
    const place = cardPlace(event.target);
    if (place && focused[place.lane] !== place.position) setPlace(place);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the cards in it take the focus; their keys and clicks arrive here
    <div
      ref={board}
      className={css.board}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
      onFocus={onFocus}
    >
      {lanes.map((lane, index) => (
        <BoardLane
          key={lane.stage}
          store={store}
          lane={lane}
          index={index}
          today={todayInDays()}
          focused={focused[index] ?? -1}
          onDrop={drop}
        />
      ))}
      {moving === null ? null : (
        <MoveDialog
          what={`“${textAt(store, 'name', moving.row)}”`}
          from={stageOf(moving.row)}
          to={moving.to}
          onClose={() => {
            pending.current = moving.from;
            setMoving(null);
          }}
          onMove={async (to, reason) => {
            const refused = await onMove(moving.row, to, reason);
            return refused === null ? [] : [refused];
          }}
        />
      )}
    </div>
  );
}
