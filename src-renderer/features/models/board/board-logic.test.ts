import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STAGES } from '#domain/vocabulary';
import { buildStore, textAt } from '../../../components/table/column-store';
import { arbitraryRows } from '../../../components/table/testing/arbitrary-rows';
import { toGrid } from '../../../components/table/testing/sample-grid';
import { boardLanes, moveOnBoard } from './board-logic';

describe('the board', () => {
  it('shows every row once, in the lane of its stage and in the given order', () => {
    fc.assert(
      fc.property(arbitraryRows, (rows) => {
        const store = buildStore(toGrid(rows));
        const order = Uint32Array.from(rows.keys()).reverse();
        const lanes = boardLanes(store, order);
        expect(lanes.map(({ stage }) => stage)).toEqual(STAGES);
        expect(lanes.reduce((sum, lane) => sum + lane.rows.length, 0)).toBe(rows.length);
        for (const lane of lanes) {
          for (const row of lane.rows) expect(textAt(store, 'stage', row)).toBe(lane.stage);
          expect([...lane.rows]).toEqual([...lane.rows].sort((a, b) => b - a));
        }
      }),
    );
  });

  it('moves from card to card and over empty lanes', () => {
    const sizes = [2, 0, 5, 1];
    expect(moveOnBoard({ lane: 0, position: 1 }, 'ArrowDown', sizes)).toBeNull();
    expect(moveOnBoard({ lane: 0, position: 1 }, 'ArrowRight', sizes)).toEqual({ lane: 2, position: 1 });
    expect(moveOnBoard({ lane: 2, position: 4 }, 'ArrowRight', sizes)).toEqual({ lane: 3, position: 0 });
    expect(moveOnBoard({ lane: 2, position: 3 }, 'End', sizes)).toEqual({ lane: 2, position: 4 });
    expect(moveOnBoard({ lane: 0, position: 0 }, 'ArrowLeft', sizes)).toBeNull();
  });
});
