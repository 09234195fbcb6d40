import { expect, it } from 'vitest';
import { scoreChange } from './score-change';
import { sampleResult } from './testing/sample-assessment';

const before = sampleResult().score;

it('says what another target did', () => {
  const after = sampleResult({ part: { componentTargets: { model_governance: 3 } } }).score;
  const words = scoreChange(before, after).join(' ');
  expect(words).toContain('The target of model governance is now 3 instead of 2.');
  expect(words).toContain(`${after.gaps.length} in all`);
  expect(words).toContain('The share of the target went from');
});

it('says what another weight did, and nothing else', () => {
  const after = sampleResult({ part: { weights: { model_registry: 5 } } }).score;
  expect(scoreChange(before, after)).toHaveLength(1);
  expect(scoreChange(before, after)[0]).toMatch(/^The overall mean went from 1\.\d+ to 1\.\d+\.$/);
});

it('says so when nothing moved', () => {
  expect(scoreChange(before, before)).toEqual(['No figure of the result moved with it.']);
});

it('counts gaps in both directions', () => {
  const wide = sampleResult({ part: { target: 3 } }).score;
  expect(scoreChange(before, wide).at(-1)).toMatch(/more gaps, \d+ in all\.$/);
  expect(scoreChange(wide, before).at(-1)).toMatch(/fewer gaps, 14 in all\.$/);
});
