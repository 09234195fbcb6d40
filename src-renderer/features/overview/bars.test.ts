import { describe, expect, it } from 'vitest';
import { KINDS, type Kind } from '#domain/models/kinds';
import { STAGES } from '#domain/vocabulary';
import { kindBars, tierBars, unitBars } from './group-bars';
import { healthMarks, MOST_MARKS } from './health-marks';
import { healthCounts, openIncidents } from './signals';
import { stageBars } from './stage-bars';

const zeroStages = {
  proposed: 0,
  data_preparation: 0,
  training: 0,
  validation: 0,
  deployed: 0,
  monitored: 0,
  retraining: 0,
  retired: 0,
};
const zeroHealth = { act: 0, watch: 0, ok: 0, silent: 0, unknown: 0 };

describe('stageBars', () => {
  it('keeps every stage in its order and scales to the longest', () => {
    const bars = stageBars({
      byStage: { ...zeroStages, deployed: 8, monitored: 4, proposed: 2 },
      monitoringUnknown: 3,
    });
    expect(bars.map((bar) => bar.stage)).toEqual([...STAGES]);
    expect(bars.find((bar) => bar.stage === 'deployed')).toMatchObject({
      share: 1,
      tone: 'watch',
      note: 'in production, of 3 it is not known whether monitored',
    });
    expect(bars.find((bar) => bar.stage === 'monitored')).toMatchObject({ share: 0.5, tone: 'accent' });
    expect(bars.find((bar) => bar.stage === 'proposed')).toMatchObject({ share: 0.25, tone: 'rest' });
  });
  it('draws no bar in an empty portfolio', () => {
    expect(stageBars({ byStage: zeroStages, monitoringUnknown: 0 }).every((bar) => bar.share === 0)).toBe(true);
  });
});

describe('kindBars', () => {
  const of = (kind: Kind | null, models: number) => ({ kind, models, inProduction: Math.floor(models / 2) });
  it('keeps those of which nobody has said it apart, and last', () => {
    const bars = kindBars([of('classical_ml', 0), of('generative', 2), of('agent', 4), of(null, 9)], 4);
    expect(bars.map(({ label, models, inProduction }) => [label, models, inProduction])).toEqual([
      ['Agent', 4, 2],
      ['Generative', 2, 1],
      ['Not known', 9, 4],
    ]);
    expect(bars.at(-1)?.filter).toEqual({ kind: [null] });
  });
  it('counts every model once, whatever fits', () => {
    const kinds = KINDS.map((kind, place) => of(kind, place + 1));
    for (const limit of [3, 4, 9]) {
      const bars = kindBars([...kinds, of(null, 5)], limit);
      expect(bars.length).toBeLessThanOrEqual(limit);
      expect(bars.reduce((sum, { models }) => sum + models, 0)).toBe(33);
    }
    const [others] = kindBars([...kinds, of(null, 5)], 4).slice(-2);
    expect(others?.label).toBe('5 other kinds');
    expect(others?.filter?.kind).toHaveLength(5);
  });
});

describe('unitBars', () => {
  const units = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ unit: `Unit ${index}`, models: 10, inProduction: 3 }));
  it('counts what stands behind the first ones', () => {
    const { bars, ...more } = unitBars(units(41), 12);
    expect(bars).toHaveLength(12);
    expect(more).toEqual({ moreUnits: 29, moreModels: 290, moreInProduction: 87 });
  });
  it('shows a thirteenth rather than "and 1 more"', () => {
    expect(unitBars(units(13), 12)).toMatchObject({ moreUnits: 0 });
  });
  it('opens models without a unit by what is missing', () => {
    const [bar] = unitBars([{ unit: '', models: 2, inProduction: 1 }], 12).bars;
    expect(bar).toMatchObject({ label: 'No unit given', filter: { missing: ['unit'] }, inProductionShare: 0.5 });
  });
});

describe('tierBars', () => {
  it('always shows the three tiers and the models without one', () => {
    const bars = tierBars([{ tier: null, models: 9, inProduction: 3 }]);
    expect(bars.map((bar) => [bar.label, bar.models])).toEqual([
      ['Tier 1', 0],
      ['Tier 2', 0],
      ['Tier 3', 0],
      ['No tier given', 9],
    ]);
    expect(bars[3]?.filter).toEqual({ tier: [null] });
  });
});

describe('signals', () => {
  it('draws one mark a model, and of many one for several, none of them left out', () => {
    const few = healthMarks(healthCounts({ ...zeroHealth, unknown: 7, silent: 1, act: 2 }));
    expect(few.each).toBe(1);
    expect(few.groups.map(({ health, marks }) => `${health} ${marks}`)).toEqual(['act 2', 'silent 1', 'unknown 7']);
    const many = healthMarks(healthCounts({ ...zeroHealth, unknown: 89_999, act: 1 }));
    expect(many.groups[0]).toEqual({ health: 'act', marks: 1 });
    expect(many.groups.reduce((sum, { marks }) => sum + marks, 0)).toBeLessThanOrEqual(MOST_MARKS);
    for (const total of [121, 122, 500, 892, 2133, 99_999]) {
      const all = { act: 1, watch: 1, ok: 1, silent: 1, unknown: total - 4 };
      const { groups } = healthMarks(healthCounts(all));
      expect(groups.reduce((sum, { marks }) => sum + marks, 0)).toBeLessThanOrEqual(MOST_MARKS);
    }
  });
  it('tells no registered incident from no open one', () => {
    expect(openIncidents({})).toBeNull();
    expect(openIncidents({ '2': 1, '1': 0 })).toEqual([
      { severity: 1, label: 'SEV 1', count: 0 },
      { severity: 2, label: 'SEV 2', count: 1 },
    ]);
  });
});
