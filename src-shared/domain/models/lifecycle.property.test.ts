import fc from 'fast-check';
import { expect, it } from 'vitest';
import { STAGES, TIERS } from '../vocabulary';
import { derive, type LifecycleMove, planMove } from './lifecycle';
import { requestTo } from './testing/moves';

const START = Date.UTC(2020, 0, 1);
const NOW = '2026-11-23T10:00:00.000Z';
const instant = fc.integer({ min: 0, max: 2600 }).map((day) => new Date(START + day * 86_400_000).toISOString());
const stage = fc.constantFrom(...STAGES);

/** Moves whose known dates never go back, some of them undated. */
const history = fc
  .array(fc.record({ to: stage, at: instant, dated: fc.boolean(), version: fc.constantFrom('', '1.0', '2.0') }), {
    maxLength: 12,
  })
  .map((moves): LifecycleMove[] => {
    const dates = moves.map((move) => move.at).sort();
    return moves.map(({ to, dated, version }, index) => ({
      id: `m${index}`,
      to,
      at: dated ? (dates[index] ?? null) : null,
      version,
      correction: false,
    }));
  });

const request = fc.record({
  to: stage,
  at: instant,
  reason: fc.constantFrom('', 'because'),
  tier: fc.constantFrom(null, ...TIERS),
});

const datesOf = (moves: readonly LifecycleMove[]): string[] => moves.flatMap((move) => move.at ?? []);

it('an accepted move keeps the dates in order, is not in the future, and not before the first event', () => {
  let accepted = 0;
  fc.assert(
    fc.property(history, request, (moves, { to, ...change }) => {
      const plan = planMove(moves, requestTo(to, { ...change, now: NOW }));
      if (!plan.ok) return;
      accepted += 1;
      const added: LifecycleMove = { id: 'new', to, at: change.at, version: '', correction: plan.move.correction };
      const dates = datesOf(moves.toSpliced(plan.move.index, 0, added));
      expect(dates).toEqual(dates.toSorted());
      expect(change.at <= NOW && (datesOf(moves)[0] ?? change.at) <= change.at).toBe(true);
      expect(plan.move.from).toBe(moves[plan.move.index - 1]?.to ?? 'proposed');
      expect(plan.move.from).not.toBe(to);
      // Undated moves stay behind the move that they followed.
      expect(moves[plan.move.index]?.at).not.toBeNull();
    }),
    { numRuns: 500 },
  );
  expect(accepted).toBeGreaterThan(50);
});

it('a correction never passes without a reason, and only a usual move at the end is none', () => {
  fc.assert(
    fc.property(history, request, (moves, { to, ...change }) => {
      const plan = planMove(moves, requestTo(to, { ...change, now: NOW }));
      if (!plan.ok) return;
      if (plan.move.correction) expect(change.reason).not.toBe('');
      else expect(plan.move.index).toBe(moves.length);
    }),
    { numRuns: 500 },
  );
});

it('what is derived follows from the moves: the stage is the last, the times are never negative', () => {
  fc.assert(
    fc.property(history, (moves) => {
      const derived = derive(moves);
      expect(derived.stage).toBe(moves.at(-1)?.to ?? 'proposed');
      expect(derived.timeToProductionDays ?? 0).toBeGreaterThanOrEqual(0);
      expect(derived.lastMoveAt).toBe(datesOf(moves).at(-1) ?? null);
      if (derived.stageSince) expect(derived.stageSince <= (derived.lastMoveAt ?? '')).toBe(true);
      if (derived.firstDevelopmentAt) expect(datesOf(moves)).toContain(derived.firstDevelopmentAt);
    }),
  );
});
