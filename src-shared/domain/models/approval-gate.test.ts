import { describe, expect, it } from 'vitest';
import { STAGES } from '../vocabulary';
import { type GateInput, type GivenApproval, gateMessage } from './approval-gate';
import { planMove } from './lifecycle';
import { movesOf, requestTo } from './testing/moves';

const by = (approvedBy: string, at: string): GivenApproval => ({ approvedBy, at });
function gate(...approvals: readonly GivenApproval[]): GateInput {
  return { tier: 1, gates: { tier1: true, tier2: false, tier3: false }, approvals, authors: ['Ada Author'] };
}
const validated = movesOf(['training', '2026-01-01'], ['validation', '2026-03-01T09:00:00Z']);

describe('the approval gate', () => {
  it('holds a tier 1 model in validation until somebody approves', () => {
    expect(gateMessage(validated, 'deployed', gate())).toBe(
      'A tier 1 model does not go from Validation to Deployed without an approval; record one by somebody other than the author first.',
    );
    expect(gateMessage(validated, 'deployed', gate(by('Rita Reviewer', '2026-03-02')))).toBe('');
  });

  it('refuses the author, however the name is written', () => {
    const message = gateMessage(validated, 'deployed', gate(by(' ada  AUTHOR ', '2026-03-02')));
    expect(message).toContain('approval of its own author');
  });

  it('does not count a nameless approval', () => {
    expect(gateMessage(validated, 'deployed', gate(by('  ', '2026-03-02')))).toContain('without an approval');
  });

  it('refuses an approval from before the latest entry into validation', () => {
    const message = gateMessage(validated, 'deployed', gate(by('Rita Reviewer', '2026-02-28')));
    expect(message).toContain('given since 1 Mar 2026');
    const again = movesOf(['validation', '2026-01-01'], ['training', '2026-02-01'], ['validation', '2026-04-01']);
    expect(gateMessage(again, 'deployed', gate(by('Rita Reviewer', '2026-01-15')))).not.toBe('');
    expect(gateMessage(again, 'deployed', gate(by('Rita Reviewer', '2026-04-01')))).toBe('');
  });

  it('counts an approval that has a day only for the whole of that day', () => {
    expect(gateMessage(validated, 'deployed', gate(by('Rita Reviewer', '2026-03-01')))).toBe('');
    expect(gateMessage(validated, 'deployed', gate(by('Rita Reviewer', '2026-03-01T08:59:59Z')))).not.toBe('');
  });

  it('takes any approval when no entry is dated, and none older than the moves before an undated entry', () => {
    const rita = gate(by('Rita Reviewer', '2020-01-01'));
    expect(gateMessage(movesOf(['validation', null]), 'deployed', rita)).toBe('');
    expect(gateMessage(movesOf(['training', '2026-01-01'], ['validation', null]), 'deployed', rita)).not.toBe('');
  });

  it.each(['proposed', 'data_preparation', 'training'] as const)('is not walked round from %s', (stage) => {
    for (const to of ['deployed', 'monitored', 'retraining'] as const) {
      expect(gateMessage(movesOf([stage, '2026-03-01']), to, gate())).toContain('without an approval');
    }
    expect(gateMessage(movesOf([stage, '2026-03-01']), 'deployed', gate(by('Rita', '2026-03-02')))).toBe('');
  });

  it('is not walked round with the approval of a validation that failed since', () => {
    const failed = movesOf(['validation', '2026-03-01'], ['training', '2026-03-10']);
    expect(gateMessage(failed, 'deployed', gate(by('Rita Reviewer', '2026-03-05')))).not.toBe('');
  });

  it('is not walked round over retired', () => {
    const detour = movesOf(['validation', '2026-03-01'], ['retired', '2026-03-02']);
    expect(gateMessage(detour, 'deployed', gate())).toContain('from Validation to Deployed');
    const returning = movesOf(['monitored', '2026-03-01'], ['retired', '2026-03-02']);
    expect(gateMessage(returning, 'monitored', gate())).toBe('');
  });

  it('holds nothing within production, nor on the way to any other stage', () => {
    expect(gateMessage(movesOf(['retraining', '2026-03-01']), 'monitored', gate())).toBe('');
    const free = STAGES.filter((to) => gateMessage(validated, to, gate()) === '');
    expect(free).toEqual(['proposed', 'data_preparation', 'training', 'validation', 'retired']);
  });

  it('stands only where it is switched on', () => {
    const open = { ...gate(), tier: 2 } as const;
    expect(gateMessage(validated, 'deployed', open)).toBe('');
    expect(
      gateMessage(validated, 'deployed', { ...open, gates: { tier1: false, tier2: true, tier3: false } }),
    ).not.toBe('');
    expect(gateMessage(validated, 'deployed', { ...gate(), tier: null })).toBe('');
  });

  it('is asked before a reason is, in a plan', () => {
    const plan = planMove(movesOf(['training', '2026-03-01']), requestTo('monitored', { tier: 1 }));
    expect(plan).toMatchObject({ ok: false, problem: { code: 'approval_needed' } });
    const approved = requestTo('monitored', { tier: 1, approvals: [by('Rita', '2026-04-01')] });
    const next = planMove(movesOf(['training', '2026-03-01']), approved);
    expect(next).toMatchObject({ ok: false, problem: { code: 'reason_needed' } });
  });

  it('looks at the stage of the day of the move, not of today', () => {
    const moves = movesOf(['validation', '2026-03-01'], ['deployed', '2026-05-01']);
    const past = requestTo('monitored', { tier: 1, at: '2026-04-01', reason: 'it was live earlier' });
    expect(planMove(moves, past)).toMatchObject({ ok: false, problem: { code: 'approval_needed' } });
  });
});
