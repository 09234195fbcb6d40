import { expect, it } from 'vitest';
import { readEngineOptions, writeEngineOptions } from './engine-options';

const options = { configFolder: 'a', portfolioFolder: 'b', defaultActor: 'c', appVersion: 'd' };

it('travels as one argument', () => {
  expect(readEngineOptions(writeEngineOptions(options))).toEqual(options);
});

it.each([
  undefined,
  'null',
  '{}',
  JSON.stringify({ ...options, configFolder: '' }),
  JSON.stringify({ ...options, appVersion: 1 }),
])('is refused when incomplete: %s', (argument) => {
  expect(() => readEngineOptions(argument)).toThrow('The engine was started without');
});
