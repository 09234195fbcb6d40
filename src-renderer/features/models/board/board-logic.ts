import { STAGES, type Stage } from '#domain/vocabulary';
import type { ColumnStore } from '../../../components/table/column-store';

export interface BoardLane {
  readonly stage: Stage;
  /** Row numbers in the shown order. */
  readonly rows: Uint32Array;
}

/** The shown rows by stage; every stage has its lane, an empty one too. */
export function boardLanes(store: ColumnStore, order: Uint32Array): readonly BoardLane[] {
  const column = store.columns.get('stage');
  if (column?.kind !== 'coded') return STAGES.map((stage) => ({ stage, rows: new Uint32Array(0) }));
  return STAGES.map((stage) => {
    const code = column.values.indexOf(stage);
    return { stage, rows: order.filter((row) => column.codes[row] === code) };
  });
}

export interface CardPlace {
  readonly lane: number;
  readonly position: number;
}

/** Where an arrow key leads from a card; empty lanes are skipped. `null` when there is nowhere to go. */
export function moveOnBoard(from: CardPlace, key: string, sizes: readonly number[]): CardPlace | null {
  const size = sizes[from.lane] ?? 0;
  if (key === 'ArrowDown') return from.position + 1 < size ? { ...from, position: from.position + 1 } : null;
  if (key === 'ArrowUp') return from.position > 0 ? { ...from, position: from.position - 1 } : null;
  if (key === 'Home') return { ...from, position: 0 };
  if (key === 'End') return { ...from, position: Math.max(0, size - 1) };
  const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return null;
  for (let lane = from.lane + step; lane >= 0 && lane < sizes.length; lane += step) {
    const there = sizes[lane] ?? 0;
    if (there > 0) return { lane, position: Math.min(from.position, there - 1) };
  }
  return null;
}
