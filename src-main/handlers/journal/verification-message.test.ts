import { expect, it } from 'vitest';
import { verificationMessage } from './verification-message';

const POINTS = { batches: 0, unchecked: 0, points: 0, differences: [], differing: 0 };
const told = { table: 'models', id: 'm', name: 'Churn', seq: null } as const;

it('does not call a file altered where an entry says what does not follow', () => {
  const said = (difference: Parameters<typeof verificationMessage>[0]['differences'][number]): string =>
    verificationMessage({
      ok: false,
      whole: true,
      entries: 7,
      firstBroken: null,
      rows: 9,
      differences: [difference],
      points: POINTS,
    });
  const stage = said({ ...told, column: 'stage', from: 'moves', journal: 'proposed', found: 'deployed' });
  expect(stage).toContain('stage of the model “Churn” is “deployed”, where its moves say “proposed”.');
  expect(stage).not.toContain('altered');
  const approved = said({ ...told, column: 'last_approval_at', from: 'approvals', journal: null, found: '2026-01-02' });
  expect(approved).toContain('last approval at of the model “Churn” is “2026-01-02”, and no approval says so.');
});
