import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/test-backend';
import type { Session } from './connection/session';
import { fetchSnapshot } from './snapshots';

const CONTENT = Buffer.from('a portfolio');
const PACKED = brotliCompressSync(CONTENT);

/** A server with one snapshot in two pieces, of which the second may go while the first is fetched. */
function serverOf(goes: 'nothing' | 'the snapshot' | 'a piece'): Session {
  const row = { part: 1, parts: 2, sha256: createHash('sha256').update(CONTENT).digest('hex'), bytes: CONTENT.length };
  const pieces = [PACKED.subarray(0, 4), PACKED.subarray(4)];
  const ask = async (sql: string, values: readonly unknown[]): Promise<readonly object[]> => {
    if (sql.includes('from s.pieces')) {
      const no = Number(values[1]);
      return no === 1 && goes !== 'nothing' ? [] : [{ data: pieces[no] }];
    }
    return sql.includes('sha256') || goes !== 'the snapshot' ? [row] : [];
  };
  return { ask } as unknown as Session; // fetching asks, and nothing else
}

describe('a snapshot that is fetched', () => {
  const into = (): string => join(temporaryFolder(), 'copy.modelfolio');

  it('is written whole', async () => {
    const file = into();
    await fetchSnapshot(serverOf('nothing'), 's', 7, file);
    expect(readFileSync(file)).toEqual(CONTENT);
  });

  it.each([
    ['the snapshot', 'not_found', /not on the server any more/],
    ['a piece', 'bad_file', /A piece of what lies on the server is missing/],
  ] as const)(
    'says whether it gave way to a newer one or is damaged, and leaves nothing: %s',
    async (goes, code, message) => {
      const file = into();
      await expect(fetchSnapshot(serverOf(goes), 's', 7, file)).rejects.toMatchObject({
        code,
        message: expect.stringMatching(message),
      });
      expect(existsSync(file)).toBe(false);
    },
  );
});
