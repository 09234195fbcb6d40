import { expect, it } from 'vitest';
import { notationOf } from '../../lib/typed';
import { checkRetraining, type RetrainingForm } from './retraining-form';

const FORM: RetrainingForm = {
  step: 'start',
  owner: 'Ada',
  until: '2026-12-12',
  version: '',
  day: '2026-11-29',
  reason: '',
};
const check = (part: Partial<RetrainingForm>, isRelease = false) =>
  checkRetraining('r1', { ...FORM, ...part }, { today: '2026-11-29', isRelease }, notationOf('en-GB'));

it('makes of each step the command that it is', () => {
  expect(check({})).toMatchObject({
    channel: 'drift.startRetraining',
    input: { id: 'r1', owner: 'Ada', until: '2026-12-12' },
  });
  expect(check({ step: 'against', reason: 'A sale' })).toMatchObject({
    channel: 'drift.resolve',
    input: { outcome: 'against', note: 'A sale', until: '2026-12-12' },
  });
  // A release keeps its own day; a version that goes live with it has the day that was typed, today as now.
  expect(check({ step: 'live', version: '2.0', day: '2026-11-01' }, true)).toMatchObject({
    input: { id: 'r1', outcome: 'live', version: '2.0', note: '' },
  });
  expect(check({ step: 'live', version: '2.0', day: '2026-11-01' })).toMatchObject({ input: { at: '2026-11-01' } });
  expect(check({ step: 'live', version: '2.0' })).not.toHaveProperty('input.at');
});

it('says at the field what is missing', () => {
  expect(check({ owner: ' ' })).toMatchObject({ ok: false, field: 'owner' });
  expect(check({ until: '' })).toMatchObject({ ok: false, field: 'until' });
  expect(check({ step: 'live' })).toMatchObject({ ok: false, field: 'version' });
  expect(check({ step: 'against' })).toMatchObject({ ok: false, field: 'reason' });
});
