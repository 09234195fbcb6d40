import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Dated, middleOf } from '../base/period';
import { endsByVersion, type LiveEvent, type LiveMove, liveEvents, liveOn } from './live-versions';

const day = (at: string): Dated => middleOf(at, 'day');
const month = (at: string): Dated => middleOf(`${at}-01`, 'month');
const live = (version: string, from: Dated | null, until: Dated | null = null): LiveEvent => ({
  kind: 'release',
  version,
  from,
  until,
});
const retired = (from: Dated | null): LiveEvent => ({ kind: 'retirement', version: '', from, until: null });
const said = (events: readonly LiveEvent[], at: string): string => liveOn(events, at).said;

describe('the version that was live on a day', () => {
  const three = [live('1.0', day('2024-01-10')), live('2.0', day('2025-03-01')), live('3.0', day('2026-02-01'))];

  it.each([
    ['2024-01-09', 'not live yet'],
    ['2024-01-10', '1.0'],
    ['2025-02-28', '1.0'],
    ['2025-03-01', '2.0'],
    ['2030-01-01', '3.0'],
  ])('%s: %s', (at, expected) => {
    expect(said(three, at)).toBe(expected);
    expect(liveOn(three, at).certain).toBe(true);
  });

  it('has its days with it', () => {
    expect(liveOn(three, '2024-06-01').live).toEqual([
      { version: '1.0', from: day('2024-01-10'), until: day('2025-03-01') },
    ]);
    expect(liveOn(three, '2026-06-01').live[0]?.until).toBeNull();
  });

  it('without a day is known to be live from the day on which that was noted', () => {
    const noted: LiveMove = { to: 'deployed', when: null, version: '2', knownBy: '2026-11-23' };
    const moves: LiveMove[] = [{ to: 'deployed', when: day('2025-01-15'), version: '1' }, noted];
    const answers = ['2025-01-14', '2025-06-01', '2026-11-22', '2026-11-23', '2027-01-01'].map((at) =>
      said(liveEvents(moves), at),
    );
    expect(answers).toEqual(['not live yet', '1 or 2', '1 or 2', '2', '2']);
    expect(liveOn(liveEvents(moves), '2026-11-23')).toMatchObject({
      certain: true,
      live: [{ version: '2', from: null }],
    });
    const gone: LiveMove = { to: 'retired', when: null, version: '', knownBy: '2026-11-24' };
    expect(said(liveEvents([...moves, gone]), '2026-11-24')).toBe('retired');
  });

  it('without a day may have been live between its neighbours, and nowhere else', () => {
    const events = [live('0.9', null), ...three, live('4.0', null)];
    expect(said(events, '2020-01-01')).toBe('0.9 or none');
    expect(liveOn(events, '2020-01-01')).toMatchObject({ certain: false, live: [], perhaps: [{ version: '0.9' }] });
    expect(liveOn(events, '2020-01-01').why).toBe('It is not known when 0.9 went live.');
    expect(said(events, '2024-02-01')).toBe('1.0');
    expect(said(events, '2026-02-01')).toBe('3.0 or 4.0');
    const between = [live('1', day('2024-01-01')), live('2', null), live('3', day('2025-01-01'))];
    expect(['2023-12-31', '2024-06-01', '2025-01-01'].map((at) => said(between, at))).toEqual([
      'not live yet',
      '1 or 2',
      '3',
    ]);
  });

  it('that is known to the month may have been live in all of it', () => {
    const events = [live('2018', day('2023-01-01')), live('2019', month('2024-03'))];
    expect(['2024-02-29', '2024-03-01', '2024-03-30', '2024-03-31'].map((at) => said(events, at))).toEqual([
      '2018',
      '2018 or 2019',
      '2018 or 2019',
      '2019',
    ]);
    expect(liveOn(events, '2024-03-05').why).toBe('Of Mar 2024 the day is not known.');
    expect(said([live('1', month('2024-03'))], '2024-03-05')).toBe('1 or none');
  });

  it('ends where somebody said so: before the next one there is a gap, behind it two are live', () => {
    const gap = [live('1', day('2024-01-01'), day('2024-05-31')), live('2', day('2024-08-01'))];
    expect(['2024-05-31', '2024-06-01', '2024-07-31', '2024-08-01'].map((at) => said(gap, at))).toEqual([
      '1',
      'none',
      'none',
      '2',
    ]);
    expect(liveOn(gap, '2024-06-15').why).toContain('1 ended on 31 May 2024');
    const two = [live('1', day('2024-01-01'), day('2024-09-01')), live('2', day('2024-08-01'))];
    expect(['2024-07-31', '2024-08-15', '2024-09-01', '2024-09-02'].map((at) => said(two, at))).toEqual([
      '1',
      '1 and 2',
      '1 and 2',
      '2',
    ]);
    expect(liveOn(two, '2024-08-15')).toMatchObject({ certain: true, live: [{ version: '1' }, { version: '2' }] });
  });

  it('hands over on the day that is both its end and the start of the next', () => {
    const events = [live('1', day('2024-01-01'), day('2024-08-01')), live('2', day('2024-08-01'))];
    expect(said(events, '2024-08-01')).toBe('2');
    const months = [live('1', day('2024-01-01'), month('2024-08')), live('2', month('2024-08'))];
    expect(['2024-07-31', '2024-08-10', '2024-08-31'].map((at) => said(months, at))).toEqual(['1', '1 or 2', '2']);
  });

  it('that ended in a month may be over in it', () => {
    const events = [live('1', day('2024-01-01'), month('2024-08'))];
    expect(['2024-08-01', '2024-08-15', '2024-09-01'].map((at) => said(events, at))).toEqual([
      '1',
      '1 or none',
      'none',
    ]);
  });

  it('is none of a retired model, and perhaps one where the retirement has no day', () => {
    expect(said([...three, retired(day('2026-06-01'))], '2026-06-01')).toBe('retired');
    expect(said([live('1', day('2024-01-01'), day('2030-01-01')), retired(day('2026-06-01'))], '2027-01-01')).toBe(
      'retired',
    );
    expect(said([...three, retired(null)], '2027-01-01')).toBe('3.0 or none');
    expect(said([...three, retired(null)], '2025-06-01')).toBe('2.0');
    expect(
      said([live('1', day('2024-01-01')), retired(day('2025-01-01')), live('2', day('2026-01-01'))], '2026-02-01'),
    ).toBe('2');
  });

  it('says that nothing ever was', () => {
    expect(liveOn([], '2026-01-01')).toEqual({
      live: [],
      perhaps: [],
      certain: true,
      said: 'never live',
      why: 'No version of it ever went live.',
      ended: null,
    });
    expect(liveOn([live('1', day('2024-01-01'), day('2024-12-31'))], '2026-01-01').ended).toEqual({
      version: '1',
      until: day('2024-12-31'),
    });
    expect(said([live('', day('2024-01-01'))], '2026-01-01')).toBe('a version without a name');
  });

  it('is one and only one where all releases have days of their own', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 2000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 2100 }), (numbers, at) => {
        const iso = (n: number): string => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10);
        const inOrder = numbers.toSorted((a, b) => a - b);
        const answer = liveOn(
          inOrder.map((n) => live(String(n), day(iso(n)))),
          iso(at),
        );
        const expected = inOrder.filter((n) => n <= at).at(-1);
        expect(answer.live.map(({ version }) => version)).toEqual(expected === undefined ? [] : [String(expected)]);
      }),
    );
  });
});

describe('the events of a history', () => {
  const move = (to: LiveMove['to'], version = '', at: string | null = null): LiveMove => ({
    to,
    version,
    when: at === null ? null : day(at),
  });

  it('are its releases, its retirements and the days of the rest', () => {
    const moves = [
      move('training', '', '2024-01-01'),
      move('deployed', '1', '2024-03-01'),
      move('monitored', '', '2024-04-01'),
      move('deployed', '2', '2025-01-01'),
      move('monitored'),
      move('retired', '', '2026-01-01'),
    ];
    expect(liveEvents(moves).map(({ kind, version }) => `${kind} ${version}`.trim())).toEqual([
      'other',
      'release 1',
      'other',
      'release 2',
      'other',
      'retirement',
    ]);
  });

  it('count a model that came in as monitored, and a version that was named only then', () => {
    expect(liveEvents([move('monitored', '3', '2024-01-01')])[0]).toMatchObject({ kind: 'release', version: '3' });
    const events = liveEvents([move('deployed', '1', '2024-01-01'), move('monitored', '2', '2025-01-01')]);
    expect(said(events, '2025-06-01')).toBe('2');
  });

  it('bound a release without a day by what stands around it', () => {
    const events = liveEvents([
      move('validation', '', '2024-01-01'),
      move('deployed', '1'),
      move('monitored', '', '2024-06-01'),
    ]);
    expect(['2023-12-31', '2024-03-01', '2024-06-01'].map((at) => said(events, at))).toEqual([
      'not live yet',
      '1 or none',
      '1',
    ]);
  });

  it('end with what is said of a version', () => {
    const events = liveEvents(
      [move('deployed', '1', '2024-01-01')],
      endsByVersion([{ version: '1', until: day('2024-12-31') }]),
    );
    expect(said(events, '2025-01-01')).toBe('none');
  });

  it('have a version live again that was rolled back to, each time with its own end', () => {
    const back = [
      move('deployed', '1', '2024-01-01'),
      move('deployed', '2', '2024-02-01'),
      move('deployed', '1', '2024-03-01'),
    ];
    const days = ['2023-12-31', '2024-01-15', '2024-02-15', '2024-03-15', '2026-01-01'];
    const answers = (ends: readonly string[], moves: readonly LiveMove[] = back) => {
      const events = liveEvents(moves, endsByVersion(ends.map((end) => ({ version: '1', until: day(end) }))));
      return days.map((at) => said(events, at));
    };
    expect(answers([])).toEqual(['not live yet', '1', '2', '1', '1']);
    expect(answers(['2024-01-10'])).toEqual(['not live yet', 'none', '2', '1', '1']);
    expect(answers(['2025-01-01', '2024-01-10'])).toEqual(['not live yet', 'none', '2', '1', 'none']);
    const [first, second] = back;
    if (!first || !second) throw new Error('three moves');
    expect(answers([], [first, second, move('deployed', '1')])).toEqual([
      'not live yet',
      '1',
      '2 or 1',
      '2 or 1',
      '2 or 1',
    ]);
    expect(answers([], [move('deployed', '1'), second, move('deployed', '1')])).toEqual([
      '1 or none',
      '1 or none',
      '2 or 1',
      '2 or 1',
      '2 or 1',
    ]);
  });
});
