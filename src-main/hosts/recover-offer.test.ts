import { expect, it } from 'vitest';
import { DAMAGED } from '#domain/base/damaged-file';
import { withRecovery } from './recover-offer';

it('offers the command that brings a damaged portfolio back, whatever its name', () => {
  const failure = { code: 'bad_file', message: 'It is damaged.', detail: DAMAGED } as const;
  expect(withRecovery(failure, '/a/my "$HOME" `x`.modelfolio').message).toBe(
    'It is damaged. What can be had back of it, this brings into a new portfolio beside it and leaves the damaged file as it is: npm run --silent modelfolio -- recover "/a/my \\"\\$HOME\\" \\`x\\`.modelfolio"',
  );
});

it('leaves every other failure as it is', () => {
  const failure = { code: 'bad_file', message: 'It is a picture.' } as const;
  expect(withRecovery(failure, '/a')).toBe(failure);
});
