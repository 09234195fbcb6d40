import { expect, it } from 'vitest';
import { readTypedPeriod } from '../base/typed-period';
import { liveSince, periodBetween } from './seen-between';

const at = (day: string): string => `${day}T06:00:00.000Z`;

it.each([
  ['2026-11-25', '2026-11-25', '2026-11-25'],
  ['2026-11-25', '2026-11-26', '2026-11'],
  ['2026-10-31', '2026-11-01', '2026-Q4'],
  ['2026-02-25', '2026-11-26', '2026'],
  ['2025-12-31', '2026-01-01', ''],
  ['2026-01-02', '2026-01-01', ''],
])('says of what lies between %s and %s no more than is known', (from, to, said) => {
  expect(periodBetween({ from: at(from), to: at(to) })).toBe(said);
});

it('writes what an import reads back', () => {
  for (const said of ['2026-11-25', '2026-11', '2026-Q4', '2026'])
    expect(readTypedPeriod(said, { order: 'ymd', shortMonths: true, latest: '2026-11-27' })).toMatchObject({
      ok: true,
    });
});

const created = at('2026-01-10');
const now = at('2026-11-26');

it('dates a version that was seen already as it was, and another by the two looks', () => {
  const before = { version: '1', from: at('2026-02-01'), to: at('2026-02-02') };
  expect(liveSince({ version: '1', created, settled: null }, before, at('2026-11-25'), now)).toBe(before);
  expect(liveSince({ version: '2', created, settled: null }, before, at('2026-11-25'), now)).toEqual({
    version: '2',
    from: at('2026-11-25'),
    to: now,
  });
});

it('knows of a first look that nothing goes live before it is there, nor after its last change', () => {
  expect(liveSince({ version: '1', created, settled: at('2026-01-12') }, null, null, now)).toEqual({
    version: '1',
    from: created,
    to: at('2026-01-12'),
  });
  // A version that came after the last look went live after that.
  const late = at('2026-11-26');
  expect(liveSince({ version: '3', created: late, settled: null }, null, at('2026-11-25'), now).from).toBe(late);
});

it('knows of a version that was last changed before the last look that it was live by then', () => {
  const other = { version: '1', from: at('2026-02-01'), to: at('2026-02-02') };
  for (const before of [null, other])
    expect(liveSince({ version: '2', created, settled: at('2026-03-01') }, before, at('2026-11-25'), now)).toEqual({
      version: '2',
      from: created,
      to: at('2026-03-01'),
    });
});
