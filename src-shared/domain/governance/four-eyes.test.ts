import { describe, expect, it } from 'vitest';
import { fourEyes } from './four-eyes';

const model = {
  reviewer: 'Priya Raman',
  developer: 'Emil Sandberg',
  technicalOwner: 'Luca Moretti',
  businessOwner: '',
};

describe('four eyes', () => {
  it('are kept by two people', () => expect(fourEyes(model)).toEqual({ state: 'kept', roles: [], words: '' }));

  it.each([
    ['the developer', { reviewer: 'Emil Sandberg' }, ['developer'], 'developer'],
    ['the technical owner, written otherwise', { reviewer: ' luca  MORETTI ' }, ['technicalOwner'], 'technical owner'],
    ['the business owner', { businessOwner: 'Priya Raman' }, ['businessOwner'], 'business owner'],
    [
      'two roles in one',
      { developer: 'Priya Raman', businessOwner: 'Priya Raman' },
      ['developer', 'businessOwner'],
      'developer and business owner',
    ],
  ])('are broken where the reviewer is %s', (_what, change, roles, words) => {
    const found = fourEyes({ ...model, ...change });
    expect(found).toMatchObject({ state: 'broken', roles });
    expect(found.words).toContain(`is its ${words}.`);
  });

  it('are not known without a reviewer, nor without anybody who built it', () => {
    expect(fourEyes({ ...model, reviewer: ' ' })).toMatchObject({ state: 'unknown' });
    const nobody = { ...model, developer: '', technicalOwner: '' };
    expect(fourEyes({ ...nobody, businessOwner: 'Ada' })).toMatchObject({ state: 'unknown' });
    // Two blanks are no person.
    expect(fourEyes({ reviewer: '', developer: '', technicalOwner: '', businessOwner: '' }).state).toBe('unknown');
  });
});
