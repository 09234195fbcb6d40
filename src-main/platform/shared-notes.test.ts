import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/test-backend';
import { sharedNotes } from './shared-notes';

const OF = { portfolio: 'p', user: 'ada' };
const ADA = { name: 'Ada', role: 'owner' } as const;

describe('what is noted beside a shared copy', () => {
  it('is there again for the same login', () => {
    const folder = temporaryFolder();
    sharedNotes(folder, OF).setPeople([ADA]);
    expect(sharedNotes(folder, OF).people()).toEqual([ADA]);
    expect(sharedNotes(folder, { ...OF, user: 'bo' }).people()).toEqual([]);
  });

  it('costs no more than itself where it cannot be written', () => {
    const folder = temporaryFolder();
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'shared'), 'a file where the folder should be');
    const notes = sharedNotes(folder, OF);
    notes.setPeople([ADA]);
    notes.setLeft('2026-11-23T10:00:00.000Z');
    notes.setAway({ after: 1, upTo: 2, since: '' });
    expect([notes.people(), notes.left(), notes.away()]).toEqual([[], null, null]);
  });
});
