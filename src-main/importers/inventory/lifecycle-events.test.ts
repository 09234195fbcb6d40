import { describe, expect, it } from 'vitest';
import { middleOf } from '#domain/base/period';
import type { Stage } from '#domain/vocabulary';
import { lifecycleOf } from './lifecycle-events';
import type { DateField } from './read-field';

const of = (stage: Stage | null, dates: Partial<Record<DateField, string>>, monitored: boolean | null = null) =>
  lifecycleOf({
    stage,
    monitored,
    // Keys of the literal above.
    dates: new Map(
      (Object.entries(dates) as [DateField, string][]).map(([field, day]) => [field, middleOf(day, 'day')]),
    ),
  });
const at = (day: string) => `${day}T00:00:00.000Z`;

describe('the moves that a row tells of', () => {
  it('puts dates in the order of the lifecycle and ends in the stated stage', () => {
    expect(of('deployed', { deployedAt: '2024-03-01', proposedAt: '2023-01-01' }).events).toEqual([
      { stage: 'proposed', at: at('2023-01-01'), precision: 'day' },
      { stage: 'deployed', at: at('2024-03-01'), precision: 'day' },
    ]);
    expect(of('retired', { deployedAt: '2024-03-01' }).events).toEqual([
      { stage: 'deployed', at: at('2024-03-01'), precision: 'day' },
      { stage: 'retired', at: null, precision: 'day' },
    ]);
  });

  it('makes a deployed model that is watched a monitored one', () => {
    expect(of('deployed', { deployedAt: '2024-03-01' }, true)).toMatchObject({
      stage: 'monitored',
      events: [
        { stage: 'deployed', at: at('2024-03-01'), precision: 'day' },
        { stage: 'monitored', at: null, precision: 'day' },
      ],
    });
    expect(of('deployed', { trainingAt: '2024-01-01' }, true).events).toEqual([
      { stage: 'training', at: at('2024-01-01'), precision: 'day' },
      { stage: 'deployed', at: null, precision: 'day' },
      { stage: 'monitored', at: null, precision: 'day' },
    ]);
    expect(of('deployed', { deployedAt: '2024-03-01', monitoredAt: '2024-04-01' }, true).events.at(-1)).toEqual({
      stage: 'monitored',
      at: at('2024-04-01'),
      precision: 'day',
    });
    expect(of('training', {}, true).stage).toBe('training');
    expect(of('deployed', {}, false).stage).toBe('deployed');
    expect(of('monitored', {}).events).toEqual([{ stage: 'monitored', at: null, precision: 'day' }]);
  });

  it('takes the last date where no stage is stated', () => {
    expect(of(null, { proposedAt: '2023-01-01', trainingAt: '2023-06-01' })).toMatchObject({
      stage: 'training',
      derivedFromDates: true,
    });
    expect(of(null, { deployedAt: '2023-01-01' }, true)).toMatchObject({
      stage: 'monitored',
      events: [{ stage: 'deployed' }, { stage: 'monitored', at: null, precision: 'day' }],
    });
    expect(of(null, {})).toEqual({ stage: null, derivedFromDates: false, events: [], refused: [] });
  });

  it('refuses a date behind the stated stage', () => {
    const lifecycle = of('validation', { trainingAt: '2024-01-01', deployedAt: '2024-03-01' });
    expect(lifecycle.refused).toMatchObject([{ field: 'deployedAt', code: 'date_after_stage' }]);
    expect(lifecycle.events).toEqual([
      { stage: 'training', at: at('2024-01-01'), precision: 'day' },
      { stage: 'validation', at: null, precision: 'day' },
    ]);
  });

  it('refuses both of two dates that contradict each other, and keeps the others', () => {
    const lifecycle = of('deployed', { proposedAt: '2023-01-01', trainingAt: '2024-05-01', deployedAt: '2024-03-01' });
    expect(lifecycle.refused).toMatchObject([
      { field: 'trainingAt', code: 'dates_out_of_order', against: 'deployedAt' },
      { field: 'deployedAt', code: 'dates_out_of_order', against: 'trainingAt' },
    ]);
    expect(lifecycle.events).toEqual([
      { stage: 'proposed', at: at('2023-01-01'), precision: 'day' },
      { stage: 'deployed', at: null, precision: 'day' },
    ]);
    expect(of('deployed', { trainingAt: '2024-03-01', deployedAt: '2024-03-01' }).refused).toEqual([]);
  });

  it('takes the day of use for that of the pilot while the model is in one, else of the deployment', () => {
    const operational = (stage: Stage | null) => of(stage, { operationalAt: '2024-03-01' });
    const day = { at: at('2024-03-01'), precision: 'day' };
    expect(operational('validation').events).toEqual([{ stage: 'validation', ...day }]);
    expect(operational('deployed').events).toEqual([{ stage: 'deployed', ...day }]);
    expect(operational('retired').events).toMatchObject([
      { stage: 'deployed', ...day },
      { stage: 'retired', at: null },
    ]);
    expect(operational(null)).toMatchObject({ stage: 'deployed', derivedFromDates: true });
    expect(operational('training').refused).toMatchObject([{ field: 'operationalAt', code: 'date_after_stage' }]);
  });

  it('takes the day of the stage for whatever stage the row states', () => {
    const day = { at: at('2024-03-01'), precision: 'day' };
    expect(of('training', { stageAt: '2024-03-01' }).events).toEqual([{ stage: 'training', ...day }]);
    expect(of('retired', { stageAt: '2024-03-01' }).events).toEqual([{ stage: 'retired', ...day }]);
    expect(of('deployed', { stageAt: '2024-03-01' }, true).events).toMatchObject([
      { stage: 'deployed', ...day },
      { stage: 'monitored', at: null },
    ]);
    expect(of(null, { stageAt: '2024-03-01' }).refused).toMatchObject([{ code: 'date_without_stage' }]);
  });

  it('believes the column that tells the day of one stage, and says where the other one differs', () => {
    const twice = of('deployed', { deployedAt: '2024-03-01', operationalAt: '2023-03-01' });
    expect(twice.events).toEqual([{ stage: 'deployed', at: at('2024-03-01'), precision: 'day' }]);
    expect(twice.refused).toMatchObject([{ field: 'operationalAt', code: 'date_told_twice', against: 'deployedAt' }]);
    expect(of('deployed', { deployedAt: '2024-03-01', stageAt: '2024-03-01' }).refused).toEqual([]);
  });
});
