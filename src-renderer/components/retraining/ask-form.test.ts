import { expect, it } from 'vitest';
import { notationOf } from '../../lib/typed';
import { type AskForm, checkAsk } from './ask-form';

const FORM: AskForm = { modelId: 'm', reason: 'New products', owner: '', until: '' };
const check = (part: Partial<AskForm>) => checkAsk({ ...FORM, ...part }, '2026-11-29', notationOf('en-GB'));

it('asks with a reason, and begins work with a name and a day', () => {
  expect(check({})).toEqual({ ok: true, input: { modelId: 'm', reason: 'New products' } });
  expect(check({ owner: ' Ada ', until: '2026-12-12' })).toMatchObject({
    input: { owner: 'Ada', until: '2026-12-12' },
  });
});

it.each([
  [{ modelId: null }, /Choose the model/],
  [{ reason: ' ' }, /Say why/],
  [{ owner: 'Ada' }, /until when/],
  [{ until: '2026-12-12' }, /who does it/],
  [{ owner: 'Ada', until: '2026-11-28' }, /has passed/],
])('says what is missing: %j', (part, message) => {
  expect(check(part)).toMatchObject({ ok: false, message: expect.stringMatching(message) });
});
