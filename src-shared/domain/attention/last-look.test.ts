import { expect, it } from 'vitest';
import { nextLook, sinceLook } from './last-look';

const monday = '2026-11-16T08:00:00.000Z';
const thursday = '2026-11-26T09:00:00.000Z';

it('compares with a week ago where nobody has looked before, also once that first look is noted', () => {
  const week = { since: '2026-11-19T00:00:00.000Z', looked: false };
  expect(sinceLook(null, thursday)).toEqual(week);
  expect(sinceLook(nextLook(null, thursday), '2026-11-26T09:20:00.000Z')).toEqual(week);
});

it('compares with the visit before this one, before and after this one is noted', () => {
  const look = nextLook(null, monday);
  expect(sinceLook(look, thursday)).toEqual({ since: monday, looked: true });
  const noted = nextLook(look, thursday);
  expect(noted).toEqual({ last: thursday, before: monday });
  expect(sinceLook(noted, thursday)).toEqual({ since: monday, looked: true });
});

it('takes looks within eight hours for one visit, however many there are', () => {
  let look = nextLook(nextLook(null, monday), thursday);
  for (const hour of ['10', '14', '17', '23']) look = nextLook(look, `2026-11-26T${hour}:30:00.000Z`);
  expect(look).toEqual({ last: '2026-11-26T23:30:00.000Z', before: monday });
  expect(sinceLook(look, '2026-11-27T08:00:00.000Z')).toEqual({ since: '2026-11-26T23:30:00.000Z', looked: true });
});
