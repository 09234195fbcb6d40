import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addAnswers, setDecisions, setRule, takeBack } from './draft-answers';
import { answerAll, openPairs, openQuestions, sameAs, sayThemselves, undisputed } from './pairs';
import { aPreview } from './testing/sample-preview';
import { unitGroups, unitsHeadline } from './unit-groups';
import { wordDifference } from './word-difference';

describe('the difference of two texts', () => {
  const differing = (stretches: readonly { readonly text: string; readonly differs: boolean }[]): readonly string[] =>
    stretches.filter(({ differs }) => differs).map(({ text }) => text.trim());

  it('marks the words that only one has', () => {
    const { left, right } = wordDifference('Commercial LPR (via partners)', 'Flock LPR (via partners)');
    expect(differing(left)).toEqual(['Commercial']);
    expect(differing(right)).toEqual(['Flock']);
  });

  it('takes case and signs at the ends of a word for nothing', () => {
    expect(differing(wordDifference('License plates, read.', 'license plates read').left)).toEqual([]);
  });

  it('loses no letter, and marks nothing in equal texts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c ', ' d', 'e.')),
        fc.array(fc.constantFrom('a', 'b', 'c ')),
        (a, b) => {
          const [left, right] = [a.join(' ').trim(), b.join(' ').trim()];
          const found = wordDifference(left, right);
          expect(found.left.map(({ text }) => text).join('')).toBe(left);
          expect(found.right.map(({ text }) => text).join('')).toBe(right);
          // Common words are the same on both sides, in the same order.
          const common = (side: typeof found.left): string =>
            side.flatMap(({ text, differs }) => (differs ? [] : text.split(/\s+/).filter(Boolean))).join(' ');
          expect(common(found.left).replaceAll('.', '')).toBe(common(found.right).replaceAll('.', ''));
          expect(differing(wordDifference(left, left).left)).toEqual([]);
        },
      ),
    );
  });
});

const offer = {
  row: 8,
  rowKey: 'k8',
  name: 'LPR',
  unit: 'DEA',
  purpose: '',
  modelId: 'm1',
  modelName: 'LPR 1',
  modelUnit: 'DEA',
  modelPurpose: 'reads plates',
  band: 'probably',
  because: 'says_former_name',
  why: '',
  reasonsFor: ['It says so.'],
  reasonsAgainst: [],
  rivals: [],
  rivalModels: [],
} as const;
const preview = aPreview({
  doubles: [
    { ...offer, reasonsFor: ['It says so.'], reasonsAgainst: [], rivals: [], rivalModels: [] },
    {
      ...offer,
      row: 9,
      rowKey: 'k9',
      reasonsFor: [],
      reasonsAgainst: [],
      rivals: ['m2', 'm1'],
      rivalModels: [
        { modelId: 'm2', name: 'LPR 2', unit: 'DEA' },
        { modelId: 'm1', name: 'LPR 1', unit: 'DEA' },
      ],
    },
  ],
  ambiguous: [
    {
      row: 10,
      rowKey: 'k10',
      name: 'Chat',
      unit: 'IT',
      why: 'Two are called so.',
      candidates: [
        { modelId: 'c1', name: 'Chat', unit: 'IT' },
        { modelId: 'c2', name: 'Chat', unit: 'HR' },
      ],
    },
  ],
});

describe('pairs', () => {
  it('hold each candidate once, and go when they are answered', () => {
    const pairs = openPairs(preview, []);
    expect(pairs.map(({ rowKey, candidates }) => [rowKey, candidates.map(({ modelId }) => modelId)])).toEqual([
      ['k8', ['m1']],
      ['k9', ['m1', 'm2']],
      ['k10', ['c1', 'c2']],
    ]);
    expect(pairs[1]?.candidates[0]?.purpose).toBe('reads plates');
    expect(sayThemselves(pairs).map(({ rowKey }) => rowKey)).toEqual(['k8']);
    const [, second, third] = pairs;
    if (!second || !third) throw new Error('three pairs');
    expect(sameAs(second, 1)).toEqual([{ rowKey: 'k9', modelId: 'm2', answer: 'same' }]);
    expect(sameAs(second, 7)).toEqual([]);
    expect(answerAll(third, 'different').map(({ modelId }) => modelId)).toEqual(['c1', 'c2']);
    expect(openPairs(preview, sameAs(second, 1)).map(({ rowKey }) => rowKey)).toEqual(['k8', 'k10']);
  });

  it('are answered once each, and an answer can be taken back', () => {
    const said = { rowKey: 'k8', modelId: 'm1', answer: 'later' } as const;
    const request = addAnswers(addAnswers({ file: 'f' }, [said]), [{ ...said, answer: 'same' }]);
    expect(request.answers).toEqual([{ ...said, answer: 'same' }]);
    expect(takeBack(request, 'k8').answers).toEqual([]);
  });

  it('rest on questions about units, of which the undisputed are answered together', () => {
    const alias = (short: string) => ({ short, full: `${short} in full`, scope: '', kind: 'same' as const });
    const ask = (short: string, agree: number, differ: number) => ({
      unit: short,
      scope: '',
      means: [`${short} in full`],
      aliases: [alias(short)],
      sentence: `Is it ${short}?`,
      agree,
      differ,
      rows: 3,
    });
    const asks = [ask('VA', 150, 0), ask('TREAS', 13, 1)];
    expect(undisputed(asks).map(({ unit }) => unit)).toEqual(['VA']);
    expect(openQuestions(asks, [{ ...alias('VA'), kind: 'not_same' }]).map(({ unit }) => unit)).toEqual(['TREAS']);
  });
});

it('rules and decisions take the place of earlier ones about the same', () => {
  const ruled = setRule(setRule({ file: 'f' }, 'unit', 'ours'), 'unit', 'ask');
  expect(ruled.rules).toEqual([{ field: 'unit', decision: 'ask' }]);
  const decided = setDecisions(setDecisions(ruled, 'm', ['unit', 'tags'], 'ours'), 'm', ['unit'], 'file');
  expect(decided.decisions).toEqual([
    { modelId: 'm', field: 'tags', decision: 'ours' },
    { modelId: 'm', field: 'unit', decision: 'file' },
  ]);
});

it('units that ask for a look come first', () => {
  const unit = (name: string, state: 'recognised' | 'hardly' | 'not_spoken_of' | 'new') => ({
    unit: name,
    models: 4,
    rows: 4,
    met: 1,
    state,
  });
  const units = [unit('HHS', 'recognised'), unit('DOI', 'hardly'), unit('USAID', 'not_spoken_of')];
  expect(unitGroups(units).map(({ state }) => state)).toEqual(['hardly', 'not_spoken_of', 'recognised']);
  expect(unitsHeadline(units)).toBe('1 unit was hardly recognised; of 1 the file says nothing');
  expect(unitsHeadline([unit('HHS', 'recognised')])).toBe('Every unit that you have was recognised: 1');
  expect(unitsHeadline([unit('USAID', 'not_spoken_of')])).toBe('Of 1 unit the file says nothing');
});
