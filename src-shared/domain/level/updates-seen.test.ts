import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MovedModel, recordedReleases } from '../models/recorded-releases';
import { DEFAULT_LEVEL_THRESHOLDS, recommendLevel } from './level-recommendation';
import { type UpdatesInput, updatesSeen } from './updates-seen';

const NOW = '2026-11-26T10:00:00.000Z';
const NOTHING = recordedReleases([], NOW);

/** 31 models of which 33 updates are recorded in 22.39 years in production. */
const input: UpdatesInput = {
  models: 31,
  load: 1053,
  unknownFrequency: 0,
  told: 'noted',
  recorded: { ...NOTHING, releases: 49, updates: 33, years: 22.39, perModel: 33 / 22.39 },
  thresholds: DEFAULT_LEVEL_THRESHOLDS,
};

describe('updatesSeen', () => {
  it('gives both rates with the level that each asks for', () => {
    const seen = updatesSeen(input);
    expect(seen?.noted).toMatchObject({ load: 1053, byUpdates: 3, level: 3 });
    expect(seen?.recorded).toMatchObject({ byUpdates: 2, level: 3, releases: 49, updates: 33 });
    expect(seen?.recorded.load).toBeCloseTo(45.7, 1);
    expect(seen?.times).toBeCloseTo(23.05, 1);
    expect(seen?.apart).toBe(true);
    expect(seen?.words).toBe(
      'Noted updates a year are 34 a model (1,053 in all: level 3 by updates); recorded in the last twelve months are 1.5 a model (45.7 in all: level 2 by updates). Either way level 3 is needed.',
    );
  });

  it('says which level the recorded ones would need where it is another', () => {
    const seen = updatesSeen({ ...input, models: 10, load: 400 });
    expect(seen?.words).toContain('With the recorded ones level 2 would be needed, not level 3.');
  });

  it('calls the noted load of some models the least, and gives no verdict that the others decide', () => {
    const recorded = { ...NOTHING, releases: 310, updates: 300, years: 10, perModel: 30 };
    const some = { ...input, models: 10, load: 30, unknownFrequency: 9, recorded };
    const seen = updatesSeen(some);
    expect(seen).toMatchObject({ times: 1, apart: false, levelsOpen: true, noted: { unknown: 9, level: 2 } });
    expect(seen?.words).toBe(
      'Noted updates a year are 30 a model (at least 30 in all, without 9 of 10 models of which none are noted: at least level 2 by updates); recorded in the last twelve months are 30 a model (300 in all: level 3 by updates). With the recorded ones level 3 would be needed; whether the noted ones ask for another is not known.',
    );
    // What the known ones alone ask for stands, however often the others are updated.
    const enough = updatesSeen({ ...some, load: 400 });
    expect(enough?.levelsOpen).toBeUndefined();
    expect(enough?.words).toContain('without 9 of 10 models of which none are noted: level 3 by updates)');
    expect(enough?.words).toContain('Either way level 3 is needed.');
    const rarely = { ...recorded, perModel: 2 };
    expect(updatesSeen({ ...some, load: 400, recorded: rarely })?.words).toContain(
      'level 2 would be needed, not level 3.',
    );
    // Fewer models than the cap need level 2 at most.
    expect(updatesSeen({ ...some, models: 3, unknownFrequency: 2 })?.levelsOpen).toBeUndefined();
    expect(updatesSeen({ ...some, load: 300, unknownFrequency: 0 })).toMatchObject({ noted: { level: 3 } });
  });

  it('gives the verdict on both levels only where no load of the others changes it', () => {
    const rate = fc.double({ min: 0.1, max: 400, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 60 }),
        rate,
        rate,
        rate,
        fc.nat(58),
        (models, noted, perModel, more, at) => {
          const unknownFrequency = 1 + (at % (models - 1));
          const load = noted * (models - unknownFrequency);
          const recorded = { ...NOTHING, updates: 1, years: 1, perModel };
          const some = updatesSeen({ ...input, models, load, unknownFrequency, recorded });
          const all = updatesSeen({ ...input, models, load: load + more * unknownFrequency, recorded });
          if (some?.levelsOpen) return;
          expect(some?.noted.level === some?.recorded.level).toBe(all?.noted.level === all?.recorded.level);
        },
      ),
    );
  });

  it('never takes what is not recorded, or not noted, for 0', () => {
    const silent = updatesSeen({ ...input, recorded: NOTHING });
    expect(silent).toMatchObject({ times: null, apart: false, recorded: { perModel: null, load: null, level: null } });
    expect(silent?.words).toContain('not recorded, which is not 0');
    const unknown = updatesSeen({ ...input, load: 0, unknownFrequency: 31 });
    expect(unknown?.noted).toEqual({ perModel: null, load: null, byUpdates: null, level: null });
    expect(unknown?.words).toContain('not noted; recorded in the last twelve months are 1.5');
    expect(updatesSeen({ ...input, models: 0, load: 0 })).toBeNull();
  });

  it('reads the recorded load against the same thresholds as the noted one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0.1, max: 400, noNaN: true }), (models, rate) => {
        const recorded = { ...NOTHING, updates: 1, years: 1, perModel: rate };
        const seen = updatesSeen({ ...input, models, load: rate * models, recorded });
        expect(seen?.recorded.level).toBe(seen?.noted.level);
        expect(seen?.apart).toBe(false);
      }),
    );
  });

  it('stands in every recommendation of a portfolio, and in none of a what if', () => {
    const { thresholds: _thresholds, ...asked } = input;
    const recommended = recommendLevel(asked);
    expect(recommended.updates).toEqual(updatesSeen(input));
    expect(recommended.flags.map(({ code }) => code)).toContain('noted_and_recorded');
    expect(recommended.reason).toContain('1,053 noted updates a year');
    const { recorded: _recorded, told: _told, ...whatIf } = asked;
    expect(recommendLevel(whatIf)).not.toHaveProperty('updates');
  });
});

describe('recordedReleases', () => {
  it('counts all releases, and as updates those after the first', () => {
    const moves: MovedModel['moves'] = [
      { to: 'deployed', at: '2026-01-01' },
      { to: 'deployed', at: '2026-06-01' },
    ];
    expect(recordedReleases([{ modelId: 'a', name: 'A', moves }], NOW)).toMatchObject({
      releases: 2,
      updates: 1,
      undated: 0,
      from: '2025-11-26T23:59:59.999Z',
    });
  });

  it('tells the same at every moment of a day', () => {
    const moves: MovedModel['moves'] = [
      { to: 'deployed', at: '2024-01-01' },
      { to: 'deployed', at: '2025-11-26T15:00:00.000Z' },
      { to: 'deployed', at: '2026-06-01' },
    ];
    const at = (time: string) => recordedReleases([{ modelId: 'a', name: 'A', moves }], `2026-11-26T${time}Z`);
    expect(at('00:00:00.000')).toEqual(at('23:59:59.999'));
    expect(at('10:00:00.000')).toMatchObject({ updates: 1, years: 1 });
  });
});
