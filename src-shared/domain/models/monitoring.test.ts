import { describe, expect, it } from 'vitest';
import { HEALTHS, STAGES } from '../vocabulary';
import { monitoringOf, sayMonitoring } from './monitoring';

describe('whether a model is monitored', () => {
  it('is a matter of models in production alone', () => {
    const none = STAGES.filter((stage) => monitoringOf({ stage, monitoringKnown: true, health: 'unknown' }) === null);
    expect(none).toEqual(['proposed', 'data_preparation', 'training', 'validation', 'retired']);
  });

  it('is what somebody said, whatever results there are', () => {
    for (const health of HEALTHS) {
      expect(monitoringOf({ stage: 'deployed', monitoringKnown: true, health })).toBe('not_monitored');
      expect(monitoringOf({ stage: 'monitored', monitoringKnown: true, health })).toBe('monitored');
      expect(monitoringOf({ stage: 'retraining', monitoringKnown: true, health })).toBe('monitored');
    }
  });

  it('shows in a result in time where nobody said, and stays unknown without one', () => {
    const said = HEALTHS.map((health) => [health, monitoringOf({ stage: 'deployed', monitoringKnown: false, health })]);
    expect(Object.fromEntries(said)).toEqual({
      act: 'monitored',
      watch: 'monitored',
      ok: 'monitored',
      silent: 'unknown',
      unknown: 'unknown',
    });
  });
});

it('says nothing of a portfolio without production, and writes numbers as its reader does', () => {
  expect(sayMonitoring({ inProduction: 0, notMonitored: 0, monitoringUnknown: 0 })).toBe('');
  const counts = { inProduction: 9000, notMonitored: 1000, monitoringUnknown: 2000 };
  expect(sayMonitoring(counts, (count) => count.toLocaleString('de'))).toBe(
    '1.000 of those in production are not monitored; of 2.000 nobody has said whether they are.',
  );
});
