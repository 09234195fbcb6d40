import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { closeConnections, createPortfolioFile, openPortfolioFile } from './open';

const NOW = '2026-11-23T00:00:00.000Z';

it('a portfolio that another process is writing is opened, read and closed without waiting for it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'modelfolio-'));
  const path = join(folder, 'written.modelfolio');
  closeConnections(createPortfolioFile(path, NOW));
  const other = new Database(path);
  onTestFinished(() => {
    other.close();
    rmSync(folder, { recursive: true });
  });
  other.exec('BEGIN IMMEDIATE');
  const connections = openPortfolioFile(path, NOW);
  // Waiting for a lock takes five seconds, each time.
  const begun = performance.now();
  expect(connections.reader.prepare('SELECT count(*) FROM models').pluck().get()).toBe(0);
  expect(() => closeConnections(connections)).not.toThrow();
  expect(performance.now() - begun).toBeLessThan(4_000);
  other.exec('ROLLBACK');
});
