import { describe, expect, it } from 'vitest';
import { EVIDENTLY_TESTS, evidentlyTest, toolSaysDrift } from './tool-tests';
import { DRIFT_METRICS } from './vocabulary';

describe('the tests of Evidently', () => {
  it('are the twenty, under unique names', () => {
    const names = EVIDENTLY_TESTS.flatMap((test) => test.names.map((name) => name.toLowerCase()));
    expect(EVIDENTLY_TESTS).toHaveLength(20);
    // PSI is the only one whose two names differ in case alone.
    expect(names).toHaveLength(new Set(names).size + 1);
  });

  it('go the way of the metric they are', () => {
    for (const { metric, drift } of EVIDENTLY_TESTS) {
      expect(DRIFT_METRICS[metric].direction).toBe(drift.endsWith('below') ? 'lower' : 'higher');
    }
  });

  it('are found by short and by display name', () => {
    expect(evidentlyTest('wasserstein')).toBe(evidentlyTest('Wasserstein distance (normed)'));
    expect(evidentlyTest('Total-Variation-Distance')?.metric).toBe('tvdP');
    expect(evidentlyTest('my own p_value')).toBeNull();
  });

  it('answer as Evidently does in its own test', () => {
    const z = evidentlyTest('Z-test p_value');
    const chi = evidentlyTest('chi-square p_value');
    if (!z || !chi) throw new Error('both are known');
    expect(toolSaysDrift(z, 1, 0.7)).toBe(false);
    expect(toolSaysDrift(chi, 0, 0.7)).toBe(true);
  });

  it('differ in what the limit itself means', () => {
    const said = ['z', 'ks', 'psi', 'ed'].map((name) => {
      const test = evidentlyTest(name);
      return test && toolSaysDrift(test, 0.05, 0.05);
    });
    expect(said).toEqual([false, true, true, false]);
  });
});
