import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HEALTHS } from '#domain/vocabulary';
import { alarmWords, type HeadlineModel, headlineModels, monitoringHeadline, monitoringSubline } from './headline';
import type { FalseAlarms } from './monitoring-types';
import { sampleMap } from './testing/sample-map';

const TODAY = '2026-11-23';
const act = (since: string | null, tier: HeadlineModel['tier'] = 2): HeadlineModel => ({
  health: 'act',
  tier,
  since,
  lastResult: '2026-11-23T00:00:00.000Z',
});
const silent = (lastResult: string | null): HeadlineModel => ({ health: 'silent', tier: 3, since: null, lastResult });

describe('monitoringHeadline', () => {
  it('says what drifted this week, how much of it is tier 1, and for how long others are silent', () => {
    const models = [
      act('2026-11-17'),
      act('2026-11-23', 1),
      act('2026-11-20', null),
      silent('2026-10-14T00:00:00.000Z'),
      silent('2026-09-01T00:00:00.000Z'),
    ];
    expect(monitoringHeadline(models, TODAY)).toBe(
      'Three models drifted this week, one of them tier 1; two have sent no signal for at least 40 days',
    );
  });

  it('is what a map says of its models', () => {
    const row = { name: 'Churn', unit: '', cells: [] };
    const map = sampleMap([
      { ...row, tier: 1, health: 'act' },
      { ...row, tier: null, health: 'ok' },
    ]);
    const models = headlineModels({ ...map, since: ['2026-11-20', null], lastResult: ['2026-11-22', null] });
    expect(models).toEqual([
      { health: 'act', tier: 1, since: '2026-11-20', lastResult: '2026-11-22' },
      { health: 'ok', tier: null, since: null, lastResult: null },
    ]);
    expect(monitoringHeadline(models, TODAY)).toBe('One model drifted this week, a model of tier 1; none is silent');
  });

  it('tells this week from before', () => {
    expect(monitoringHeadline([act('2026-11-23'), act('2026-11-16')], TODAY)).toBe(
      'One model drifted this week and one before; none is silent',
    );
    expect(monitoringHeadline([act('2026-11-01', 1)], TODAY)).toBe(
      'One model has been drifting since before this week, a model of tier 1; none is silent',
    );
    expect(monitoringHeadline([act(null), act('2026-01-01')], TODAY)).toBe(
      'Two models have been drifting since before this week; none is silent',
    );
  });

  it('is calm where nothing happened', () => {
    expect(monitoringHeadline([], TODAY)).toBe('No model has drifted; none is silent');
    expect(monitoringHeadline([silent('2026-10-14T12:00:00.000Z')], TODAY)).toBe(
      'No model has drifted; one has sent no signal for 39 days',
    );
    expect(monitoringHeadline([silent(null), silent('2026-10-14')], TODAY)).toBe(
      'No model has drifted; two have sent no signal',
    );
  });

  it('counts each model once, whatever the order', () => {
    const model = fc.record({
      health: fc.constantFrom(...HEALTHS),
      tier: fc.constantFrom(1 as const, 2 as const, 3 as const, null),
      since: fc.constantFrom(null, '2026-11-23', '2026-11-17', '2026-11-16'),
      lastResult: fc.constantFrom(null, '2026-10-01T00:00:00.000Z', '2026-08-01T00:00:00.000Z'),
    });
    fc.assert(
      fc.property(fc.array(model, { maxLength: 12 }), (models) => {
        const said = monitoringHeadline(models, TODAY);
        expect(monitoringHeadline([...models].reverse(), TODAY)).toBe(said);
        const others = models.filter(({ health }) => health === 'act' || health === 'silent');
        expect(monitoringHeadline(others, TODAY)).toBe(said);
        expect(said.startsWith('No model')).toBe(!models.some(({ health }) => health === 'act'));
        expect(said.endsWith('none is silent')).toBe(!models.some(({ health }) => health === 'silent'));
      }),
    );
  });
});

const alarms = (...watch: (number | null)[]): FalseAlarms => ({
  models: 1,
  series: watch.length,
  windowsPerMonth: 4,
  metrics: watch.map((one, index) => ({
    metric: `m${index}`,
    label: `M ${index}`,
    series: 1,
    windows: 4,
    alphaWatch: null,
    alphaAct: null,
    watch: one,
    act: null,
  })),
});

it('counts the portfolio by health and leaves out what there is not', () => {
  expect(monitoringSubline(['act', 'ok', 'ok', 'unknown'], undefined)).toBe(
    '4 models: 1 at act, 2 ok, 1 without a verdict.',
  );
});

it('says what the bands cost, and of what it cannot be said', () => {
  expect(alarmWords(undefined)).toBe('');
  expect(alarmWords(alarms(null))).toBe('');
  expect(alarmWords(alarms(1.25, 2))).toBe('With these bands expect about 3.3 false alarms a month.');
  expect(alarmWords(alarms(0.001))).toBe('With these bands expect fewer than 0.1 false alarms a month.');
  expect(alarmWords(alarms(12, null))).toBe(
    'With these bands expect about 12 false alarms a month (of the figures for which it can be said).',
  );
});
