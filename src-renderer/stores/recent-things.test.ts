import { expect, it } from 'vitest';
import { thingOf } from './recent-things';

it.each([
  ['/models/a%20b', { kind: 'model', id: 'a b' }],
  ['/monitoring/m1', { kind: 'model', id: 'm1' }],
  ['/incidents/i1', { kind: 'incident', id: 'i1' }],
  ['/investment/s1/options', { kind: 'scenario', id: 's1' }],
  ['/assessments/a1/result', { kind: 'assessment', id: 'a1' }],
  ['/incidents/meeting', null],
  ['/investment/compare', null],
  ['/assessments/start', null],
  ['/monitoring/measure', null],
  ['/', null],
])('%s is the page of %o', (path, thing) => {
  expect(thingOf(path)).toEqual(thing);
});
