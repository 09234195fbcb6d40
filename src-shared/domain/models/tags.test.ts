import { describe, expect, it } from 'vitest';
import { TAG_CASES } from '../base/testing/typed-values';
import { changeTags, readTags, splitTags } from './tags';

describe('tags', () => {
  it.each(TAG_CASES)('in $text', ({ text, typed, file = typed }) => {
    const read = readTags(splitTags(text, 'always'));
    expect(read.ok ? read.value : read.code).toEqual(typed);
    const filed = readTags(splitTags(text, 'between_short'));
    expect(filed.ok ? filed.value : filed.code).toEqual(file);
  });

  it('says what is too much, and what to do', () => {
    expect(readTags(['x'.repeat(81)])).toMatchObject({
      message: expect.stringMatching(/81 characters; 80 are the most/),
    });
    expect(readTags(Array.from({ length: 51 }, (_, at) => `t${at}`))).toMatchObject({
      message: 'A model takes 50 tags at most, and these are 51. Leave some out.',
    });
  });

  it('are added and taken without regard to case, and keep their first spelling', () => {
    expect(changeTags(['Churn', 'EU'], ['churn', 'pii'], ['eu'])).toEqual(['Churn', 'pii']);
    expect(changeTags(['Churn'], ['churn'], ['CHURN'])).toEqual(['churn']);
  });
});
