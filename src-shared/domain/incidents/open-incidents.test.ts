import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../base/calendar';
import { openBySeverity } from './open-incidents';
import { fact, resolvedFact } from './testing/incident-facts';

describe('openBySeverity', () => {
  it('counts by severity at a day, and says nothing while nothing is registered', () => {
    const all = [fact('a', 10, { severity: 1 }), resolvedFact('b', 20, 30), fact('c', 40)];
    expect(openBySeverity(all, 5 * DAY_MS)).toEqual({});
    expect(openBySeverity(all, 25 * DAY_MS)).toEqual({ 1: 1, 2: 0, 3: 0, 4: 0, 5: 0, unknown: 1 });
    expect(openBySeverity(all, 35 * DAY_MS)).toEqual({ 1: 1, 2: 0, 3: 0, 4: 0, 5: 0 });
    expect(openBySeverity([resolvedFact('b', 20, 30)], 50 * DAY_MS)).toEqual({ 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 });
  });
});
