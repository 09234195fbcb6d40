import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  againstProblem,
  countRetraining,
  NO_GROUND_NOTE,
  offeredRelease,
  type RetrainingModel,
  type RetrainingStory,
  retrainingStanding,
  startProblem,
} from './retraining-story';
import { sayStanding } from './retraining-words';

const ITEM: RetrainingStory = {
  openedAt: '2026-10-01T08:00:00.000Z',
  startedAt: null,
  owner: '',
  until: null,
  resolvedAt: null,
  note: '',
  outcome: null,
  againstUntil: null,
};
const MODEL: RetrainingModel = {
  stage: 'monitored',
  stageSince: '2026-04-13T00:00:00.000Z',
  atAct: true,
  isLast: true,
};
const stateOn = (item: Partial<RetrainingStory>, day: string, model: Partial<RetrainingModel> = {}) =>
  retrainingStanding({ ...ITEM, ...item }, { ...MODEL, ...model }, day);

describe('where an item stands', () => {
  const worked = { startedAt: '2026-10-10T08:00:00.000Z', owner: 'Ada', until: '2026-10-31' };

  it('is due, then in work, then overdue the day after its day, then live', () => {
    expect(stateOn(worked, '2026-10-09')).toMatchObject({ state: 'due', open: true, overdue: false });
    expect(stateOn(worked, '2026-10-31')).toMatchObject({ state: 'in_work', open: true, overdue: false });
    expect(stateOn(worked, '2026-11-01')).toMatchObject({ state: 'in_work', open: true, overdue: true });
    const live = { ...worked, resolvedAt: '2026-11-10T00:00:00.000Z', outcome: 'live' as const };
    expect(stateOn(live, '2026-11-09')).toMatchObject({ state: 'in_work', overdue: true });
    expect(stateOn(live, '2026-11-10')).toMatchObject({ state: 'live', open: false, overdue: false });
  });

  it('is in work without a name where the model was only moved to Retraining', () => {
    const moved = { stage: 'retraining', stageSince: '2026-10-12T00:00:00.000Z' } as const;
    expect(stateOn({}, '2026-10-20', moved)).toMatchObject({ state: 'in_work', startedAt: moved.stageSince });
    // There before drift asked: it cannot have begun for this item before.
    expect(stateOn({}, '2026-10-20', { ...moved, stageSince: '2026-09-01T00:00:00.000Z' }).startedAt).toBe(
      ITEM.openedAt,
    );
  });

  it('comes back when a decision against has run out and the model is still at act, and only then', () => {
    const against = { resolvedAt: '2026-10-05T00:00:00.000Z', outcome: 'against', againstUntil: '2026-11-15' } as const;
    expect(stateOn(against, '2026-11-15')).toMatchObject({ state: 'against', open: false });
    expect(stateOn(against, '2026-11-16')).toMatchObject({ state: 'ran_out', open: true });
    expect(stateOn(against, '2026-11-16', { atAct: false })).toMatchObject({ state: 'against', open: false });
    expect(stateOn(against, '2026-11-16', { isLast: false })).toMatchObject({ state: 'against', open: false });
  });

  it('ends with its model, and was resolved without a word where nobody was asked', () => {
    expect(stateOn({}, '2026-11-01', { stage: 'retired' })).toMatchObject({ state: 'retired', open: false });
    const old = { resolvedAt: '2026-10-05T00:00:00.000Z' };
    expect(stateOn(old, '2026-11-01')).toMatchObject({ state: 'not_said', open: false });
    expect(stateOn({ ...old, note: NO_GROUND_NOTE }, '2026-11-01').state).toBe('no_ground');
  });

  it('counts each open item once, and the overdue among those in work', () => {
    const day = fc.constantFrom('2026-09-30', '2026-10-15', '2026-11-15', '2026-12-15');
    const at = fc.option(day.map((text) => `${text}T00:00:00.000Z`));
    const items = fc.array(
      fc.record({
        startedAt: at,
        owner: fc.constantFrom('', 'Ada'),
        until: fc.option(day),
        resolvedAt: at,
        outcome: fc.constantFrom('live', 'against', 'not_said', 'no_ground', null),
        againstUntil: fc.option(day),
      }),
    );
    fc.assert(
      fc.property(items, day, (list, today) => {
        const standings = list.map((item) => stateOn(item, today));
        const counts = countRetraining(standings);
        expect(counts.due + counts.inWork).toBe(standings.filter(({ open }) => open).length);
        expect(counts.overdue).toBe(standings.filter(({ overdue }) => overdue).length);
        expect(counts.overdue).toBeLessThanOrEqual(counts.inWork);
      }),
    );
  });
});

describe('what is refused', () => {
  const now = '2026-10-20T10:00:00.000Z';
  it('says why work cannot have begun like this', () => {
    const wish = { owner: 'Ada', until: '2026-11-30', at: '2026-10-20T09:00:00.000Z' };
    expect(startProblem(ITEM, wish, now)).toBeNull();
    expect(startProblem(ITEM, { ...wish, owner: ' ' }, now)?.code).toBe('owner_needed');
    expect(startProblem(ITEM, { ...wish, at: '2026-10-21T00:00:00.000Z' }, now)?.code).toBe('in_future');
    expect(startProblem(ITEM, { ...wish, at: '2026-09-30T00:00:00.000Z' }, now)?.code).toBe('start_before_due');
    expect(startProblem(ITEM, { ...wish, until: '2026-10-19' }, now)?.code).toBe('until_in_past');
  });

  it('keeps no decision without a reason and a day', () => {
    expect(againstProblem({ reason: 'A sale', until: '2026-12-31' }, now)).toBeNull();
    expect(againstProblem({ reason: '', until: '2026-12-31' }, now)?.code).toBe('reason_needed');
    expect(againstProblem({ reason: 'A sale', until: null }, now)?.code).toBe('until_needed');
    expect(againstProblem({ reason: 'A sale', until: '2026-10-20' }, now)?.code).toBe('until_in_past');
  });
});

it('offers the first dated and named release since', () => {
  const release = (id: string, at: string | null, version = id) => ({ id, at, version });
  const releases = [
    release('1', '2026-01-01'),
    release('2', null),
    release('3', '2026-10-09'),
    release('4', '2026-11-01'),
  ];
  expect(offeredRelease(releases, ITEM.openedAt)).toEqual({ moveId: '3', version: '3', at: '2026-10-09' });
  expect(offeredRelease([release('5', '2026-11-01', '')], ITEM.openedAt)).toBeNull();
});

it('says both figures round the release, and what is not known yet', () => {
  const live = {
    ...ITEM,
    state: 'live',
    overdue: false,
    version: '5.1',
    liveAt: '2026-04-10T00:00:00.000Z',
    livePrecision: 'day',
  } as const;
  const drift = { label: 'PSI', before: { value: 0.4821 }, after: { value: 0.0061 } };
  expect(sayStanding({ ...live, drift })).toBe('Version 5.1 live on 10 Apr 2026: PSI 0.482 before, 0.0061 after');
  expect(sayStanding({ ...live, drift: { ...drift, after: null } })).toBe(
    'Version 5.1 live on 10 Apr 2026: PSI 0.482 before, no whole window yet after',
  );
});
