import { describe, expect, it } from 'vitest';
import { allowedMoves, type LifecycleMove, type MoveRequest, planMove } from './lifecycle';
import { movesOf, requestTo } from './testing/moves';

function problemOf(moves: readonly LifecycleMove[], request: MoveRequest) {
  const plan = planMove(moves, request);
  return plan.ok ? null : plan.problem;
}
const moveOf = (moves: readonly LifecycleMove[], request: MoveRequest) => {
  const plan = planMove(moves, request);
  return plan.ok ? plan.move : null;
};

const inTraining = movesOf(['proposed', '2026-01-01'], ['data_preparation', '2026-02-01'], ['training', '2026-03-01']);

describe('planMove', () => {
  it('puts a usual move at the end', () => {
    expect(moveOf(inTraining, requestTo('validation'))).toEqual({ index: 3, from: 'training', correction: false });
  });

  it('takes any other move with a reason, as a correction', () => {
    expect(problemOf(inTraining, requestTo('monitored'))).toEqual({
      code: 'reason_needed',
      message:
        'From Training to Monitored is not a usual move: from Training it usually moves on to Validation. Give a reason to record it as a correction.',
    });
    expect(problemOf(inTraining, requestTo('monitored', { reason: '  ' }))?.code).toBe('reason_needed');
    const move = moveOf(inTraining, requestTo('monitored', { reason: 'found in the wild' }));
    expect(move).toEqual({ index: 3, from: 'training', correction: true });
  });

  it('says that a retired model usually stays so', () => {
    const problem = problemOf(movesOf(['retired', '2026-01-01']), requestTo('training'));
    expect(problem?.message).toContain('from Retired it usually stays there');
  });

  it('names two usual moves', () => {
    expect(problemOf(movesOf(['deployed', null]), requestTo('training'))?.message).toContain('Monitored or Retired');
  });

  it('puts a move of the past before later ones, as a correction with a reason', () => {
    const moves = movesOf(['proposed', '2026-01-01'], ['training', '2026-03-01']);
    const request = requestTo('data_preparation', { at: '2026-02-01' });
    expect(problemOf(moves, request)).toEqual({
      code: 'reason_needed',
      message: 'This move is put in before the move of 1 Mar 2026, which makes it a correction; give a reason.',
    });
    const move = moveOf(moves, { ...request, reason: 'was left out' });
    expect(move).toEqual({ index: 1, from: 'proposed', correction: true });
  });

  it('names a month where the day of a move is not known', () => {
    const coarse = movesOf(['proposed', '2026-01-16'], ['training', '2026-03-16']).map(
      (move) => ({ ...move, precision: 'month' }) as const,
    );
    expect(problemOf(coarse, requestTo('data_preparation', { at: '2026-02-01' }))?.message).toContain(
      'put in before the move of Mar 2026,',
    );
    expect(problemOf(coarse, requestTo('training', { at: '2025-02-01' }))?.message).toBe(
      "The model's first recorded event is in Jan 2026, which counts as 16 Jan 2026; choose that date or a later one.",
    );
  });

  it('keeps undated moves behind their predecessor', () => {
    const moves = movesOf(
      ['proposed', '2026-01-01'],
      ['training', null],
      ['validation', '2026-03-01'],
      ['deployed', null],
    );
    const past = requestTo('data_preparation', { at: '2026-02-01', reason: 'a correction' });
    expect(moveOf(moves, past)).toEqual({ index: 2, from: 'training', correction: true });
    expect(moveOf(moves, requestTo('monitored'))).toEqual({ index: 4, from: 'deployed', correction: false });
  });

  it('puts a move behind one of the same instant', () => {
    const request = requestTo('validation', { at: '2026-03-01T01:00:00+01:00' });
    expect(moveOf(inTraining, request)).toMatchObject({ index: 3, correction: false });
  });

  it('refuses what lies before the first dated event, and names it', () => {
    const moves = movesOf(['proposed', null], ['training', '2026-03-01T10:00:00Z']);
    const message = problemOf(moves, requestTo('validation', { at: '2026-02-28' }));
    expect(message).toMatchObject({ code: 'before_first_event' });
    expect(message?.message).toContain('1 Mar 2026;');
    const sameDay = problemOf(moves, requestTo('validation', { at: '2026-03-01' }));
    expect(sameDay?.message).toContain('1 Mar 2026, 10:00 UTC');
  });

  it('refuses the future and takes this instant', () => {
    const future = requestTo('validation', { at: '2026-11-23T10:00:00.001Z' });
    expect(problemOf(inTraining, future)?.code).toBe('in_future');
    expect(problemOf(inTraining, requestTo('validation', { at: '2026-11-23T11:00:00+01:00' }))).toBeNull();
  });

  it('refuses a day that does not exist', () => {
    const problem = problemOf(inTraining, requestTo('validation', { at: '2026-06-31' }));
    expect(problem).toMatchObject({ code: 'not_a_date' });
    expect(problem?.message).toContain('“2026-06-31”');
  });

  it('refuses the stage that the model is in, now or then', () => {
    expect(problemOf(inTraining, requestTo('training', { reason: 'again' }))).toEqual({
      code: 'same_stage',
      message: 'The model is in Training already; choose another stage.',
    });
    const then = requestTo('data_preparation', { at: '2026-02-15', reason: 'again' });
    expect(problemOf(inTraining, then)?.message).toBe(
      'The model was in Data preparation on 15 Feb 2026 already; choose another stage.',
    );
  });

  it('names a replacement only when a model retires, and never itself', () => {
    const live = movesOf(['monitored', '2026-01-01']);
    expect(problemOf(live, requestTo('retired', { replacedBy: 'model-1' }))?.code).toBe('replacement_is_itself');
    expect(problemOf(live, requestTo('retraining', { replacedBy: 'model-2' }))?.code).toBe(
      'replacement_only_when_retired',
    );
    expect(moveOf(live, requestTo('retired', { replacedBy: 'model-2' }))).toMatchObject({ correction: false });
  });

  it('counts a model without moves as proposed', () => {
    expect(moveOf([], requestTo('data_preparation'))).toEqual({ index: 0, from: 'proposed', correction: false });
  });
});

describe('allowedMoves', () => {
  it('lists every other stage with what is usual and what a gate blocks', () => {
    const { to: _, reason: __, ...context } = requestTo('deployed', { tier: 1 });
    const list = allowedMoves(movesOf(['validation', '2026-03-01']), context);
    expect(list.map((move) => move.to)).not.toContain('validation');
    expect(list).toHaveLength(7);
    expect(list.filter((move) => move.usual).map((move) => move.to)).toEqual(['training', 'deployed']);
    expect(list.filter((move) => move.blockedBy !== '').map((move) => move.to)).toEqual([
      'deployed',
      'monitored',
      'retraining',
    ]);
  });
});
