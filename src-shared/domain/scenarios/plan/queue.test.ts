import { describe, expect, it } from 'vitest';
import vectors from '../testing/unit-vectors.json';
import { engineersNeeded } from './capacity';
import { erlangB, erlangC, queueView } from './queue';

describe('whole engineers', () => {
  it.each([
    [0, 6.25, 2, 1, 0],
    [1, 6.25, 2, 1, 2],
    [12, 6.25, 2, 1, 2],
    [13, 6.25, 2, 1, 3],
    [50, 6.25, 2, 1, 8],
    [51, 6.25, 2, 1, 9],
    [50, 6.25, 2, 0.8, 10],
  ])('%d models at %d each, at least %d, used %d: %d', (models, each, least, use, engineers) => {
    expect(engineersNeeded(models, each, least, use)).toBe(engineers);
  });

  it('do not round a quotient up for its last bit', () => {
    expect(2.1 / 0.7).toBeGreaterThan(3);
    expect(engineersNeeded(2.1, 0.7)).toBe(3);
  });
});

describe('waiting', () => {
  it('has the chances of Erlang', () => {
    expect(erlangB(3, 2)).toBeCloseTo(vectors.erlang['B(3,2)'], 12);
    expect(erlangB(5, 3)).toBeCloseTo(vectors.erlang['B(5,3)'], 12);
    expect(erlangC(3, 2)).toBeCloseTo(4 / 9, 12);
    expect(erlangC(2, 1)).toBeCloseTo(1 / 3, 12);
    expect(erlangC(1, 0.5)).toBeCloseTo(0.5, 12);
    expect(erlangC(5, 3)).toBeCloseTo(vectors.erlang['C(5,3)'], 12);
    expect(erlangC(2, 2)).toBe(1);
  });

  it.each(vectors.ops_queue)('asks small teams for slack: $models models, $updates updates', (row) => {
    const view = queueView({
      models: row.models,
      updates: row.updates,
      hoursPerUpdate: row.hours_update,
      incidents: row.incidents,
      hoursPerIncident: row.hours_incident,
      hoursPerYear: 2_000,
    });
    expect(view.load).toBeCloseTo(row.offered_load, 12);
    expect(view.serviceHours).toBeCloseTo(row.mean_service_h, 12);
    expect(view.byUtilisation).toBe(row.engineers_utilisation_only);
    expect(view.byWaiting).toBe(row.engineers_90pct_start_within_8h);
  });

  it('asks for nobody when there is nothing to do', () => {
    const idle = { models: 5, updates: 0, hoursPerUpdate: 9, incidents: 0, hoursPerIncident: 9, hoursPerYear: 2_000 };
    expect(queueView(idle)).toEqual({ load: 0, serviceHours: 0, byUtilisation: 0, byWaiting: 0 });
  });
});
