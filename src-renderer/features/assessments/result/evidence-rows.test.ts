import { expect, it } from 'vitest';
import type { Assessment } from '#contract/assessments';
import { evidenceRows } from './evidence-rows';
import { sampleResult } from './testing/sample-assessment';

type Evidence = Assessment['evidence'][number];

const one = (questionId: string, part: Partial<Evidence>): Evidence => ({
  questionId,
  suggests: 1,
  ceiling: 2,
  counts: { part: 11, whole: 29 },
  words: '11 of 29 production models have it',
  also: [],
  claimed: 1,
  contradiction: false,
  ...part,
});
const rowsOf = (evidence: Evidence[], unit = '') => evidenceRows(sampleResult({ part: { evidence, unit } }));

it('puts contradictions first and what cannot be known last', () => {
  const rows = rowsOf([
    one('CD1', { suggests: null, words: 'No evidence: nothing to count' }),
    one('MR3', {}),
    one('MM4', { claimed: null }),
    one('MG4', { suggests: 1, ceiling: 1, claimed: 3 }),
    one('MG1', { suggests: 1, claimed: 2, contradiction: true }),
  ]);
  expect(rows.map(({ id, verdict }) => [id, verdict])).toEqual([
    ['MG1', 'contradicted'],
    ['MG4', 'beyond'],
    ['MR3', 'borne_out'],
    ['MM4', 'unclaimed'],
    ['CD1', 'none'],
  ]);
});

it('does not say no where there is no evidence', () => {
  const [row] = rowsOf([one('CD1', { suggests: null })]);
  expect(row).toMatchObject({ suggests: 'no evidence', verdict: 'none' });
});

it('says how far rows can show anything', () => {
  const [row] = rowsOf([one('MG4', { suggests: 1, ceiling: 1, claimed: 3 })]);
  expect(row?.suggests).toBe('at least 1');
  expect(row?.words.at(-1)).toBe('Rows can show an answer of 1 at most; what 3 asks for needs an artefact.');
});

it('leads to the models behind the counts, of the unit only', () => {
  const [all] = rowsOf([one('MG1', {})]);
  expect(all?.link?.filter).toEqual({ inProduction: true, missing: ['owner', 'tier'] });
  const [retail] = rowsOf([one('MG1', {})], 'Retail');
  expect(retail?.link?.filter).toEqual({ inProduction: true, missing: ['owner', 'tier'], unit: ['Retail'] });
});

it('has no link where no filter shows the rows, or there are none', () => {
  const rows = rowsOf([one('CD1', {}), one('MG1', { counts: { part: 0, whole: 0 }, suggests: null })]);
  expect(rows.map(({ link }) => link)).toEqual([null, null]);
});

it('says updates as rates of a year, not as answers', () => {
  const updates = one('UPDATES', { suggests: 1.474, claimed: 34.2, contradiction: true });
  const [row] = rowsOf([updates]);
  expect(row).toMatchObject({ topic: 'How often models are updated', verdict: 'contradicted' });
  expect([row?.claimed, row?.suggests]).toEqual(['34.2 a year', '1.5 a year']);
  const [near] = rowsOf([{ ...updates, claimed: 2, contradiction: false }]);
  expect(near?.verdict).toBe('borne_out');
});
