import { describe, expect, it } from 'vitest';
import { candidateFinder } from './candidates';
import { HashIds } from './hash-ids';
import { idSetsBuilder, sharedWeight, weightOfSet } from './id-sets';
import { likenessCorpus } from './likeness-corpus';

const FIRST =
  'invoice claim passenger turbine seismic vaccine wildfire harbour pension satellite grant cargo patient lobster'.split(
    ' ',
  );
const SECOND = 'triage forecast mapping detection routing pricing matching summary screening inspection'.split(' ');
const THIRD = 'assistant model engine pilot service dashboard robot'.split(' ');
const NAMES = FIRST.flatMap((first) => SECOND.flatMap((second) => THIRD.map((third) => `${first} ${second} ${third}`)));
const record = (name: string, text = '') => ({ name, texts: [text] });
const swapped = (name: string) => `${name.slice(0, 3)}${name.charAt(4)}${name.charAt(3)}${name.slice(5)}`;

describe('candidateFinder', () => {
  const models = NAMES.map((name) => record(name));
  const all = [{ from: 0, to: NAMES.length }];
  const foundOf = (change: (name: string) => string, ranges = all) => {
    const finder = candidateFinder(
      likenessCorpus(
        models,
        NAMES.map((name) => record(change(name))),
      ),
    );
    return NAMES.map((_, at) => finder.of(at, ranges));
  };
  const share = (found: readonly (readonly number[])[]) =>
    found.filter((of, at) => of.includes(at)).length / found.length;

  it.each([
    ['a word put before', (name: string) => `enterprise ${name}`, 1],
    ['the last word left out', (name: string) => name.slice(0, name.lastIndexOf(' ')), 0.99],
    ['two letters exchanged', swapped, 0.99],
  ])('finds a model among siblings with %s', (_, change, least) => {
    expect(share(foundOf(change))).toBeGreaterThanOrEqual(least);
  });

  it('names no model twice, none out of its ranges, and few of many', () => {
    const ranges = [
      { from: 100, to: 200 },
      { from: 300, to: 310 },
    ];
    for (const found of foundOf((name) => name, ranges)) {
      expect(new Set(found).size).toBe(found.length);
      expect(found.every((model) => ranges.some(({ from, to }) => model >= from && model < to))).toBe(true);
      expect(found.length).toBeLessThanOrEqual(28);
    }
    expect(foundOf((name) => name, ranges)[305]).toContain(305);
  });

  it('finds a model that was renamed wholly by its text', () => {
    const texts = [
      'Counts lobsters on pictures of the sea floor before the season opens in spring.',
      'Sorts passengers by the gate that they are most likely to miss today.',
    ];
    const corpus = likenessCorpus(
      [...models, ...texts.map((text, at) => record(`old ${at}`, text))],
      [record('athena', texts[1])],
    );
    expect(candidateFinder(corpus).of(0, [{ from: 0, to: NAMES.length + 2 }])).toContain(NAMES.length + 1);
  });
});

describe('sets and ids', () => {
  it('gives each hash one id, however many there are', () => {
    const ids = new HashIds(16);
    const hashes = Array.from({ length: 5000 }, (_, at) => Math.imul(at, 0x9e3779b1));
    const given = hashes.map((hash) => ids.add(hash));
    expect(given).toEqual(hashes.map((_, at) => at));
    expect(hashes.map((hash) => ids.find(hash))).toEqual(given);
    expect([ids.size, ids.find(1)]).toEqual([5000, -1]);
  });

  it('keeps sets sorted and without repetitions, drops small ones, and grows', () => {
    const builder = idSetsBuilder(1, 1);
    const sets = [[3, 1, 3, 2], [7], [], [9, 8, 9]];
    const kept = sets.map((members) => {
      for (const member of members) builder.add(member);
      return builder.close(2);
    });
    const { count, starts, ids } = builder.build();
    expect([kept, count, [...starts], [...ids]]).toEqual([[true, false, false, true], 2, [0, 3, 5], [1, 2, 3, 8, 9]]);
  });

  it('weighs what two sets share', () => {
    const builder = idSetsBuilder(2, 8);
    for (const members of [
      [0, 1, 2],
      [1, 2, 3],
    ]) {
      for (const member of members) builder.add(member);
      builder.close(0);
    }
    const sets = builder.build();
    const weights = Float32Array.of(1, 2, 3, 4);
    expect([sharedWeight(sets, 0, sets, 1, weights), weightOfSet(sets, 0, weights)]).toEqual([13, 14]);
  });
});
