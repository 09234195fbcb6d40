import { expect, it, onTestFinished } from 'vitest';
import { join } from 'node:path';
import { testBackend } from '../../testing/test-backend';
import { newHead, type FileKey } from './file-key';
import { createPortfolioFile, closeConnections } from './open';

it('what is read is kept by the system, and not a second time by each connection, unless it had to be unlocked', async () => {
  const { folder } = await testBackend();
  const key: FileKey = { head: newHead().toString('hex'), key: '17'.repeat(32) };
  for (const [name, one, kib] of [
    ['plain', null, 8_192],
    ['locked', key, 32_768],
  ] as const) {
    const connections = createPortfolioFile(
      join(folder, `${name}.modelfolio`),
      '2026-11-23T10:00:00.000Z',
      undefined,
      one,
    );
    onTestFinished(() => closeConnections(connections));
    expect([name, connections.reader.pragma('cache_size', { simple: true })]).toEqual([name, -kib]);
  }
});
