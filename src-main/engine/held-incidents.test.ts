import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, vi } from 'vitest';
import { encryptedHeadOf, type FileKey, knownKey, readBesides } from '../store/files';
import type { RegisterFact } from '../store/incidents/register';
import { readIncidentSnapshot } from '../store/incidents/snapshot';
import { IncidentColumns } from '../store/incidents/sqlite/columns';
import { keepBeside } from '../store/kept/keep-beside';
import { type TestBackend, testBackend } from '../testing/test-backend';

const NOW = '2026-11-23T10:00:00.000Z';
const INCIDENTS = 5_200;

/** A portfolio with enough incidents to be kept. */
async function large(): Promise<TestBackend> {
  const own = await testBackend();
  await own.call('models.create', { name: 'Scores', version: '1', stage: 'deployed', since: '2024-01-01' });
  const line = (n: number): string =>
    `INC-${n},Störung ${n},2025-0${1 + (n % 9)}-02T10:00:00Z,${n % 3 ? '2025-11-03T11:30:00Z' : ''},${1 + (n % 4)},${n % 2 ? 'Scores' : ''}`;
  const file = join(own.folder, 'incidents.csv');
  writeFileSync(
    file,
    `Incident ID,Title,Opened at,Resolved at,Severity,Model\n${Array.from({ length: INCIDENTS }, (_, n) => line(n)).join('\n')}\n`,
  );
  await own.call('imports.apply', { file });
  return own;
}

const NUMBERS = ['severity', 'status', 'openedMs', 'resolvedMs', 'costMinor', 'number', 'modelId', 'version'] as const;
const told = (one: RegisterFact): readonly unknown[] => [one.id, ...NUMBERS.map((name) => one[name]), one.searchText];

/** What the rows say, read by themselves. */
function plainly(file: string): readonly unknown[] {
  const db = new Database(file, { readonly: true });
  const ms = (at: string | null): number | null => (at === null ? null : Date.parse(at));
  const rows = db.prepare<[], Record<string, never>>('SELECT * FROM incidents ORDER BY id').all();
  db.close();
  return rows.map((row) => [
    ...[row.id, row.severity, row.status, ms(row.opened_at ?? null), ms(row.resolved_at ?? null), row.cost_minor],
    ...[row.number, row.model_id, row.version, row.search_text],
  ]);
}

/** Opens, holds what it is told against the rows, and closes. @returns whether all rows had to be read */
async function look(
  own: TestBackend,
  key: FileKey | null = null,
  wanted: readonly unknown[] = plainly(own.file),
): Promise<boolean> {
  const added = vi.spyOn(IncidentColumns.prototype, 'add');
  const store = readBesides(own.file, key);
  keepBeside(store, own.folder, '1', NOW);
  const { incidents } = await readIncidentSnapshot(store.read);
  expect([...incidents].map(told).toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))).toEqual(wanted);
  await store.close();
  const all = added.mock.calls.length >= INCIDENTS - 100;
  added.mockRestore();
  return all;
}

const keptFiles = ({ folder }: TestBackend): readonly string[] =>
  existsSync(join(folder, 'held')) ? readdirSync(join(folder, 'held')).map((name) => join(folder, 'held', name)) : [];

describe('incidents that are kept between two openings', { timeout: 120_000 }, () => {
  it('are there again without reading the register, also after changes by others', async () => {
    const own = await large();
    expect(await look(own)).toBe(true);
    expect(keptFiles(own)).toHaveLength(1);
    expect(await look(own)).toBe(false);
    const { ids } = await own.call('incidents.ids', {});
    const [first = '', second = ''] = ids;
    await own.call('incidents.update', { id: first, patch: { title: 'Anders', severity: 4, costMinor: 1234 } });
    await own.call('incidents.remove', { ids: [second] });
    await own.call('incidents.create', { title: 'Zuletzt' });
    expect(await look(own)).toBe(false);
    await own.call('history.undo', {});
    expect(await look(own)).toBe(false);
    expect(await look(own)).toBe(false);
  });

  it('are read from the register where the file of them is cut, altered, or of a past that was replaced', async () => {
    const own = await large();
    const { id } = await own.call('backups.create', {});
    await own.call('incidents.create', { title: 'Of a past that goes' });
    await look(own);
    const [file = ''] = keptFiles(own);
    truncateSync(file, readFileSync(file).length - 100);
    expect(await look(own)).toBe(true);
    const bytes = readFileSync(file);
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 5_000) ^ 1, bytes.length - 5_000);
    writeFileSync(file, bytes);
    expect(await look(own)).toBe(true);
    expect(await look(own)).toBe(false);
    await own.call('backups.restore', { id });
    await own.call('incidents.create', { title: 'Of the other' });
    expect(await look(own)).toBe(true);
  });

  it('are encrypted of a portfolio that is, and what was kept plain goes', async () => {
    const own = await large();
    await look(own);
    const [file = ''] = keptFiles(own);
    const wanted = plainly(own.file);
    const { ids } = await own.call('incidents.ids', {});
    const shows = (): boolean => readFileSync(file).includes(ids[0] ?? '');
    expect(shows()).toBe(true);
    await own.call('encryption.set', { passphrase: 'a passphrase of a test' });
    const key = knownKey(encryptedHeadOf(own.file)?.toString('hex') ?? '');
    expect(await look(own, key, wanted)).toBe(true);
    expect(shows()).toBe(false);
    expect(await look(own, key, wanted)).toBe(false);
  });
});
