import { describe, expect, it } from 'vitest';
import { type AnswerRules, type FilledRow, isBlank, readAnswer } from './read-answer';

const BLANK: FilledRow = {
  place: '',
  covers: '',
  answer: '',
  day: '',
  by: '',
  validUntil: '',
  outcome: '',
  link: '',
};
const OPTIONS = [
  { value: 'a', label: 'First use' },
  { value: 'b', label: 'Second use' },
];
const rules: AnswerRules = {
  dateOrder: null,
  today: '2026-11-30',
  isOfModel: true,
  questionOf: (pack, question) =>
    pack === 'text' && question === 'many'
      ? { label: 'Which?', type: 'choices', options: OPTIONS }
      : pack === 'text' && question === 'yes'
        ? { label: 'Is it?', type: 'yes_no_unknown' }
        : undefined,
};
const read = (row: Partial<FilledRow>, more: Partial<AnswerRules> = {}) =>
  readAnswer({ ...BLANK, ...row }, { ...rules, ...more });

describe('what somebody wrote into a work list', () => {
  it('becomes an answer to a question, by label or by value, several parted by semicolons', () => {
    expect(read({ place: 'question:text:many', answer: 'second use; A' })).toMatchObject({
      ok: true,
      value: { room: 'question', pack: 'text', question: 'many', value: ['b', 'a'], words: 'Second use; First use' },
    });
    expect(read({ place: 'question:text:yes', answer: 'YES' })).toMatchObject({
      value: { value: 'yes', words: 'Yes' },
    });
    expect(read({ place: 'question:text:many', answer: 'third' })).toMatchObject({
      ok: false,
      column: 'Answer',
      message: '“third” is none of the answers here. Choose among First use; Second use.',
    });
    expect(read({ place: 'question:other:many', answer: 'x' })).toMatchObject({ ok: false, column: 'Place' });
  });

  it('becomes a field, a fact or something of the organisation, as each is stored', () => {
    expect(read({ place: 'field:kind', answer: 'classical ml' })).toMatchObject({
      value: { room: 'field', name: 'kind', value: 'classical_ml', words: 'Classical ML' },
    });
    expect(read({ place: 'field:tier', answer: 'Tier 2' })).toMatchObject({ value: { value: 2 } });
    expect(read({ place: 'fact:countries', answer: 'DE; FR ;' })).toMatchObject({ value: { value: ['DE', 'FR'] } });
    expect(read({ place: 'fact:customCode', answer: 'no' })).toMatchObject({ value: { value: 'no', words: 'No' } });
    expect(read({ place: 'organisation:provider', answer: 'We' })).toMatchObject({ value: { name: 'provider' } });
    expect(read({ place: 'field:vendor', answer: 'x'.repeat(501) })).toMatchObject({ ok: false, code: 'too_long' });
    expect(read({ place: 'field:id', answer: 'x' })).toMatchObject({ ok: false, column: 'Place' });
  });

  it('becomes evidence with its day and whoever vouches for it, and nothing else', () => {
    const row = { place: 'evidence:validation', day: '20 Nov 2026', by: 'Vera', outcome: 'passed with findings' };
    expect(read({ ...row, validUntil: '2027-11-20', answer: 'As agreed' })).toMatchObject({
      value: {
        evidence: {
          kind: 'validation',
          on: '2026-11-20',
          by: 'Vera',
          outcome: 'passed_with_findings',
          validUntil: '2027-11-20',
          note: 'As agreed',
        },
      },
    });
    expect(read({ ...row, validUntil: '2026-01-01' })).toMatchObject({ ok: false, column: 'Valid until' });
    expect(read({ ...row, day: '3/4/2026' })).toMatchObject({ ok: false, column: 'Day', code: 'ambiguous_date' });
    expect(read({ ...row, day: '3/4/2026' }, { dateOrder: 'dmy' })).toMatchObject({
      value: { evidence: { on: '2026-04-03' } },
    });
    expect(read({ ...row, outcome: 'fine' })).toMatchObject({ ok: false, column: 'Outcome' });
    expect(read(row, { isOfModel: false })).toMatchObject({ ok: false });
  });

  it('is nothing where only a place stands there', () => {
    expect(isBlank({ ...BLANK, place: 'field:kind', outcome: 'Passed' })).toBe(true);
    expect(read({ place: 'field:kind', by: 'Vera' })).toMatchObject({ ok: false, code: 'no_answer' });
  });
});
