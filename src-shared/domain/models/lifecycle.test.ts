import { describe, expect, it } from 'vitest';
import { STAGES } from '../vocabulary';
import { derive, isInProduction, isUsualMove, usualMoves } from './lifecycle';
import { movesOf } from './testing/moves';

describe('stages', () => {
  it('count deployed, monitored and retraining as in production', () => {
    expect(STAGES.filter(isInProduction)).toEqual(['deployed', 'monitored', 'retraining']);
  });

  it('allow the usual moves of rules.md 1 and no other', () => {
    const usual = STAGES.flatMap((from) => STAGES.filter((to) => isUsualMove(from, to)).map((to) => `${from}>${to}`));
    expect(usual.sort()).toEqual(
      [
        'proposed>data_preparation',
        'data_preparation>training',
        'training>validation',
        'validation>training',
        'validation>deployed',
        'deployed>monitored',
        'deployed>retired',
        'monitored>retraining',
        'monitored>retired',
        'retraining>validation',
        'retraining>retired',
      ].sort(),
    );
  });

  it('list the step forward first', () => {
    expect(usualMoves('validation')).toEqual(['deployed', 'training']);
    expect(usualMoves('retired')).toEqual([]);
  });
});

describe('derive', () => {
  it('follows a whole life', () => {
    const life = movesOf(
      ['proposed', '2024-01-01'],
      ['data_preparation', '2024-02-01'],
      ['training', '2024-03-01'],
      ['validation', '2024-04-01'],
      ['deployed', '2024-05-01T12:00:00Z', '1.0'],
      ['monitored', '2024-06-01'],
      ['retraining', '2025-01-01'],
      ['validation', '2025-02-01'],
      ['deployed', '2025-03-01', '2.0'],
      ['monitored', '2025-03-02'],
    );
    expect(derive(life)).toMatchObject({
      stage: 'monitored',
      stageSince: '2025-03-02',
      firstDevelopmentAt: '2024-02-01',
      firstDeployedAt: '2024-05-01T12:00:00Z',
      version: '2.0',
      versionSince: '2025-03-01',
      timeToProductionDays: 90.5,
      lastMoveAt: '2025-03-02',
    });
  });

  it('knows nothing of a model without moves but that it is proposed', () => {
    expect(derive([])).toMatchObject({
      stage: 'proposed',
      stageSince: null,
      firstDevelopmentAt: null,
      firstDeployedAt: null,
      version: '',
      versionSince: null,
      timeToProductionDays: null,
      lastMoveAt: null,
    });
  });

  it('knows no more of monitoring, and no day finer, than was said', () => {
    const deployed = {
      id: 'a',
      to: 'deployed',
      at: '2024-01-16T00:00:00.000Z',
      version: '1',
      correction: false,
    } as const;
    expect(derive([{ ...deployed, precision: 'month', saysMonitoring: false }])).toMatchObject({
      monitoringKnown: false,
      stageSincePrecision: 'month',
      firstDeployedPrecision: 'month',
      versionSincePrecision: 'month',
    });
    expect(derive([deployed])).toMatchObject({ monitoringKnown: true, stageSincePrecision: 'day' });
    const trained = { ...deployed, id: 't', to: 'training', at: '2023-07-02', precision: 'year' } as const;
    expect(derive([trained, { ...deployed, precision: 'month' }]).timeToProductionPrecision).toBe('year');
    expect(derive([deployed]).timeToProductionPrecision).toBe('day');
    const watched = { ...deployed, id: 'b', to: 'monitored' } as const;
    expect(derive([{ ...deployed, saysMonitoring: false }, watched]).monitoringKnown).toBe(true);
  });

  it('keeps an unknown date unknown', () => {
    const derived = derive(movesOf(['training', '2024-01-01'], ['deployed', null, '1.0']));
    expect(derived).toMatchObject({ stage: 'deployed', stageSince: null, firstDeployedAt: null, versionSince: null });
    expect(derived).toMatchObject({ version: '1.0', timeToProductionDays: null, lastMoveAt: '2024-01-01' });
  });

  it('does not take a second deployment for the first when the first is undated', () => {
    const derived = derive(movesOf(['training', '2020-01-01'], ['deployed', null], ['deployed', '2024-01-01']));
    expect(derived.timeToProductionDays).toBeNull();
  });

  it('gives no time to production for a model that was developed after it was deployed', () => {
    const derived = derive(movesOf(['deployed', '2023-01-01'], ['training', '2024-01-01'], ['deployed', '2025-01-01']));
    expect(derived).toMatchObject({ firstDevelopmentAt: '2024-01-01', firstDeployedAt: '2023-01-01' });
    expect(derived.timeToProductionDays).toBeNull();
  });

  it('counts from training when data preparation was skipped, and allows the same day', () => {
    const derived = derive(
      movesOf(['training', '2024-01-01'], ['validation', '2024-01-01'], ['deployed', '2024-01-01']),
    );
    expect(derived.timeToProductionDays).toBe(0);
  });

  it('dates a stage that was recorded twice in a row from the first time', () => {
    const derived = derive(movesOf(['training', '2024-01-01'], ['deployed', '2024-02-01'], ['deployed', '2024-03-01']));
    expect(derived.stageSince).toBe('2024-02-01');
  });
});
