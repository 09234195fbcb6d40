import { describe, expect, it } from 'vitest';
import type { AllowedMove } from './model-types';
import { checkMove, emptyMoveForm, moveChoices } from './move-form';

const allowed: readonly AllowedMove[] = [
  { to: 'retired', usual: false, blockedBy: '' },
  { to: 'deployed', usual: true, blockedBy: '' },
  { to: 'training', usual: true, blockedBy: '' },
];
const model = { id: 'm1', allowedMoves: [...allowed] };
const today = '2026-11-23';

describe('moveChoices', () => {
  it('puts the usual moves first, in the order of the lifecycle', () => {
    const { usual, corrections } = moveChoices(allowed);
    expect(usual.map(({ to }) => to)).toEqual(['training', 'deployed']);
    expect(corrections.map(({ to }) => to)).toEqual(['retired']);
  });
});

describe('checkMove', () => {
  it('counts today as now and sends only what was said', () => {
    expect(checkMove(emptyMoveForm('training', today), model, today)).toEqual({
      ok: true,
      input: { id: 'm1', to: 'training' },
    });
  });
  it('sends the version with a deployment only', () => {
    const form = { ...emptyMoveForm('deployed', '2026-11-01'), version: ' 1.4 ', reason: 'go' };
    expect(checkMove(form, model, today)).toEqual({
      ok: true,
      input: { id: 'm1', to: 'deployed', at: '2026-11-01', reason: 'go', version: '1.4' },
    });
    expect(checkMove({ ...form, to: 'training' }, model, today)).toMatchObject({ ok: true, input: { to: 'training' } });
    const back = checkMove({ ...form, to: 'training' }, model, today);
    expect(back.ok && back.input.version).toBeUndefined();
  });
  it('needs a reason for a correction, a day that exists and is not ahead', () => {
    const retire = emptyMoveForm('retired', today);
    expect(checkMove(retire, model, today)).toMatchObject({ ok: false, field: 'reason' });
    expect(checkMove({ ...retire, reason: 'never used' }, model, today)).toMatchObject({ ok: true });
    expect(checkMove(emptyMoveForm('training', ''), model, today)).toMatchObject({ ok: false, field: 'day' });
    expect(checkMove(emptyMoveForm('training', '2026-11-24'), model, today)).toMatchObject({ ok: false, field: 'day' });
  });
  it('does not let a model replace itself', () => {
    const form = { ...emptyMoveForm('retired', today), reason: 'x', replacedBy: 'm1' };
    expect(checkMove(form, model, today)).toMatchObject({ ok: false, field: 'replacedBy' });
    expect(checkMove({ ...form, replacedBy: 'm2' }, model, today)).toMatchObject({
      ok: true,
      input: { replacedBy: 'm2' },
    });
  });
});
