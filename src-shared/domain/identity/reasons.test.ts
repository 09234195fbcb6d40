import { describe, expect, it } from 'vitest';
import { evidenceOf, nearnessOf } from './evidence';
import { likenessCorpus } from './likeness-corpus';
import { type Compared, reasonsOf } from './reasons';
import { COMPLAINTS, LOAD, model, row } from './testing/inputs';

const OTHERS = ['Invoice reader', 'Weather router', 'Route planner', 'Stock optimiser'].map((name) => ({
  name,
  texts: [],
}));

function reasons(
  theirs: string,
  ours: string,
  more: Partial<Compared> = {},
  texts: readonly [string, string] = ['', ''],
) {
  const corpus = likenessCorpus(
    [{ name: ours, texts: [texts[1]] }, ...OTHERS],
    [{ name: theirs, texts: [texts[0]] }, ...OTHERS],
  );
  return reasonsOf({
    row: row(2, theirs, 'HHS / HHS/CMS/OIT'),
    model: model('a', ours, 'Health / CMS'),
    evidence: evidenceOf(corpus, nearnessOf(corpus, 0, 0)),
    unit: 'same',
    because: 'likeness',
    otherId: null,
    rivals: [],
    rivalRows: [],
    ...more,
  });
}

describe('reasonsOf', () => {
  it('speaks for it: name, text and unit, the weightiest first', () => {
    expect(reasons('AI-assisted comment tool', 'Comment tool', {}, [COMPLAINTS, COMPLAINTS]).for).toEqual([
      'The purpose is word for word the same.',
      'The file’s name has 2 words more: AI, assisted.',
      'The unit is the same (CMS, here HHS/CMS/OIT).',
    ]);
    expect(reasons('Comment tool', 'comment-tool').for[0]).toBe('The name is the same.');
    expect(reasons('Comment tool [2024 INV#7]', 'Comment tool').for[0]).toBe(
      'The name is the same but for what stands beside it.',
    );
    expect(reasons('Comment tool', 'Commnet tool').for[0]).toBe('The names differ in spelling only.');
    expect(reasons('Comment tool', 'Comment tool for letters').for[0]).toBe('Yours has one word more: letters.');
  });

  it('speaks against it: numbers, exchanged words, brackets, texts', () => {
    expect(reasons('Reader 2', 'Reader 1').against).toEqual(['Another number: 2, yours has 1.']);
    expect(reasons('Commercial LPR (via partners)', 'Flock LPR (via partners)').against).toEqual([
      'One word of the name was exchanged: Flock for Commercial.',
    ]);
    expect(reasons('Desk (Editing)', 'Desk (Extraction)').against).toContain(
      'What stands in brackets is something else.',
    );
    expect(reasons('Athena', 'Comment tool', {}, [COMPLAINTS, LOAD]).against).toEqual([
      'The names have nothing in common.',
      expect.stringContaining('exchanged'),
      'The purposes speak of different things.',
    ]);
  });

  it('speaks against it: units, numbers of the system, and who fits as well', () => {
    const against = (more: Partial<Compared>) => reasons('Comment tool', 'Comment tool', more).against;
    expect(against({ unit: 'both_live' })).toEqual(['Both CMS and HHS/CMS/OIT go on, so the unit speaks against it.']);
    expect(against({ unit: 'one_lives' })).toEqual(['The unit is another one: HHS/CMS/OIT, yours is CMS.']);
    expect(against({ unit: 'gone' })).toEqual([
      'The unit is another one now: HHS/CMS/OIT; yours, CMS, is in no row any more.',
    ]);
    expect(against({ otherId: 'A-1' })[0]).toContain('yours has A-1.');
    expect(against({ rivals: ['Letter tool', 'Comment tool'] })).toEqual([
      'Another one of yours has the same name.',
      'Of yours “Letter tool” fits nearly as well.',
    ]);
    expect(against({ rivalRows: [7, 9] })).toEqual(['Rows 7 and 9 of the file fit yours nearly as well.']);
    expect(reasons('Reader', 'Reader 1', { rivals: ['Reader 2'] }).against).toContain(
      'Yours carry numbers, the file says none: which one goes on is not said.',
    );
  });

  it('says first what the file says itself', () => {
    expect(reasons('Lingua (previously Engine)', 'Engine', { because: 'says_former_name' }).for).toEqual([
      'The file says that it was called “Engine” before.',
      'The unit is the same (CMS, here HHS/CMS/OIT).',
    ]);
    expect(reasons('Motor [WO-17]', 'Engine', { because: 'cites_reference' }).for[0]).toBe(
      'The name in the file cites the number of yours.',
    );
  });
});
