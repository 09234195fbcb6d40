import { expect, it } from 'vitest';
import { inkFrom } from './chart-ink';

it('reads each colour from the token that the page uses for it', () => {
  const ink = inkFrom((token) => ` ${token} `, 'Inter');
  expect(ink.text).toBe('--mf-text');
  expect(ink.accentSoft).toBe('--mf-accent-soft');
  expect([ink.level1, ink.level2, ink.level3]).toEqual(['--mf-level-1', '--mf-level-2', '--mf-level-3']);
  expect(ink.font).toBe('Inter');
});
