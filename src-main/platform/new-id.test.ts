import { describe, expect, it } from 'vitest';
import { newId, secretId } from './new-id';

describe('newId', () => {
  it('gives ids that sort in the order in which they were made, none twice', () => {
    const ids = Array.from({ length: 50_000 }, newId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.toSorted()).toEqual(ids);
    for (const id of ids) expect(id).toMatch(/^[0-9a-hjkmnp-tv-z]{16}$/);
  });
});

describe('secretId', () => {
  it('says nothing of the one before', () => {
    const starts = new Set(Array.from({ length: 1000 }, () => secretId().slice(0, 4)));
    expect(starts.size).toBeGreaterThan(990);
    expect(secretId()).toMatch(/^[0-9a-hjkmnp-tv-z]{16}$/);
  });
});
