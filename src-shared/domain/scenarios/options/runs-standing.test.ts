import { describe, expect, it } from 'vitest';
import type { LevelKey } from '../plan/inputs';
import { planOf } from '../testing/decision-cases';
import { decide } from './decide';
import { runsStanding, sayStanding } from './runs-standing';

const shares = (L1: number, L2: number, L3: number) =>
  new Map<LevelKey, number>(Object.entries({ L1, L2, L3 }) as never); // its keys
const asked = (cheapest: LevelKey, of: ReturnType<typeof shares>, peopleOpen = false) =>
  runsStanding({ cheapest, shares: of, peopleOpen });
const said = (...of: Parameters<typeof asked>) => {
  const standing = asked(...of);
  return standing === null || standing === 'open' ? standing : sayStanding(standing);
};

describe('what the runs say of the level that costs least', () => {
  it('is its share, and with it the level of more runs', () => {
    expect(said('L2', shares(0, 0.83, 0.17))).toBe('about 8 of 10 runs');
    expect(said('L3', shares(0.01, 0.6, 0.39))).toBe('about 4 of 10 runs, level 2 in about 6');
    expect(said('L3', shares(0, 0.51, 0.49))).toBe('about 5 of 10 runs, level 2 in slightly more');
    expect(said('L3', shares(0.01, 0.97, 0.02))).toBe('hardly any run, level 2 in nearly all runs');
    const standing = asked('L3', shares(0.01, 0.6, 0.39));
    expect(standing !== null && standing !== 'open' && sayStanding(standing, false)).toBe(
      'about 4 of 10, level 2 in about 6',
    );
  });

  it('is not given where today’s way is one of the two and nobody has said how many people it takes', () => {
    expect(said('L1', shares(0.6, 0.3, 0.1), true)).toBe('open');
    expect(said('L2', shares(0.5, 0.4, 0.1), true)).toBe('open');
    expect(said('L2', shares(0.2, 0.7, 0.1), true)).toBe('about 7 of 10 runs');
    expect(said('L1', shares(0.6, 0.3, 0.1))).toBe('about 6 of 10 runs');
    expect(runsStanding({ cheapest: 'L1', shares: null, peopleOpen: true })).toBeNull();
  });

  it('reaches the headline and the sentence of a decision', () => {
    // As planned level 2 costs least below some 17 updates a model; the long upper range takes most runs above it.
    const uncertain = [{ path: 'updatesPerYear', of: { kind: 'entered' as const, value: 4, low: 3, high: 200 } }];
    const { words, cheapest, levels } = decide({ inputs: planOf('A2'), uncertain, runs: 2_000 });
    expect(cheapest).toBe('L2');
    expect(levels.L3?.probabilityCheapest).toBeGreaterThan(0.5);
    expect(words.headline).toMatch(/; in more of the runs level 3 costs least$/);
    expect(words.runs).toMatch(/^It costs least in .*, level 3 in about \d; /);
  });
});
