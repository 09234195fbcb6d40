import { expect, it } from 'vitest';
import { unsharedWords } from './unshared-words';

it.each([
  [0, ''],
  [1, '1 change not yet shared'],
  [1_200, '1,200 changes not yet shared'],
])('says of %i changes: “%s”', (changes, words) => {
  expect(unsharedWords(changes)).toBe(words);
});
