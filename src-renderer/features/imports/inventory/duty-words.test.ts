import { expect, it } from 'vitest';
import { dutyWords, evidenceWords, toldBeside } from './duty-words';

it('says what a file answers, what of it is new, and that what people said stays', () => {
  expect(dutyWords({ pack: 'p', answers: 30_120, changes: 30_120, kept: 0 }, 19, 'M-25-21')).toBe(
    '19 columns answer “M-25-21”: 30,120 answers, each noted with the day of the import.',
  );
  expect(dutyWords({ pack: 'p', answers: 5, changes: 1, kept: 2 }, 1, 'M-25-21')).toBe(
    '1 column answers “M-25-21”: 5 answers, 1 new or changed one, noted with the day of the import. 2 answers that people gave here stay.',
  );
  expect(dutyWords({ pack: 'p', answers: 5, changes: 0, kept: 0 }, 2, 'M-25-21')).toContain('none of them is new');
});

it('says what evidence a file tells of', () => {
  expect(evidenceWords({ rows: 4, fresh: 4 }, 'validation')).toBe(
    'The file tells of 4 pieces of evidence (validation): each noted with its own day. It counts for gates and reviews like evidence noted here.',
  );
  expect(evidenceWords({ rows: 4, fresh: 1 }, 'validation')).toContain('1 of them not held yet');
  expect(evidenceWords({ rows: 1, fresh: 0 }, 'validation')).toContain(
    '1 piece of evidence (validation): held already',
  );
});

it('says what a column tells beside the fields of a model', () => {
  const mapping = {
    duties: { pack: 'p', columns: [{ place: 'fact:topic', column: 'topic_area', values: [] }] },
    evidence: [{ kind: 'validation', on: 'Last validation', by: 'Validator', outcomes: [] }],
  };
  expect(toldBeside(mapping, 'topic_area')).toBe('topic');
  expect(toldBeside(mapping, 'Last validation')).toBe('validation: day');
  expect(toldBeside(mapping, 'Validator')).toBe('validation: by whom');
  expect(toldBeside({}, 'Validator')).toBe('');
});
