import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { testBackend } from '../../../testing/test-backend';
import { readHandle } from '../../journal/connection';
import type { RegisterFact } from '../register';
import { IncidentColumns } from './columns';
import { readSnapshot } from './snapshot';

/** The snapshot asks SQLite alone. */
const snapshotOf = (db: Database.Database) => readSnapshot(readHandle({ sqlite: db, db: undefined as never }));

const ms = (at: unknown): number | null => (typeof at === 'string' ? Date.parse(at) : null);

/** What the rows say, read cell by cell. */
const plainly = (db: Database.Database): readonly RegisterFact[] =>
  db
    .prepare<[], Record<string, never>>('SELECT * FROM incidents ORDER BY id')
    .all()
    .map((row) => ({
      id: row.id ?? '',
      modelId: row.model_id ?? null,
      version: row.version ?? '',
      severity: row.severity ?? null,
      status: row.status ?? 'open',
      openedMs: ms(row.opened_at) ?? 0,
      acknowledgedMs: ms(row.acknowledged_at),
      mitigatedMs: ms(row.mitigated_at),
      resolvedMs: ms(row.resolved_at),
      closedMs: ms(row.closed_at),
      reopenCount: row.reopen_count ?? 0,
      cause: row.cause ?? 'unknown',
      causedByChange: row.caused_by_change ?? 'unknown',
      detectedBy: row.detected_by ?? 'unknown',
      personHours: row.person_hours ?? null,
      costMinor: row.cost_minor ?? null,
      reviewed: row.reviewed_at !== null,
      number: row.number ?? 0,
      owner: row.owner ?? '',
      source: row.source ?? '',
      reportable: row.reportable ?? '',
      importId: row.import_id ?? null,
      searchText: row.search_text ?? '',
      updatedAt: row.updated_at ?? '',
    }));

const FIELDS = [
  'id',
  'modelId',
  'version',
  'severity',
  'status',
  'openedMs',
  'acknowledgedMs',
  'mitigatedMs',
  'resolvedMs',
  'closedMs',
  'reopenCount',
  'cause',
  'causedByChange',
  'detectedBy',
  'personHours',
  'costMinor',
  'reviewed',
  'number',
] as const satisfies readonly (keyof RegisterFact)[];
const TEXTS = ['owner', 'source', 'reportable', 'importId', 'searchText', 'updatedAt'] as const;

/** With and without the texts, for those are read when somebody asks. */
function kept(db: Database.Database, withTexts: boolean): readonly object[] {
  const fields: readonly (keyof RegisterFact)[] = withTexts ? [...FIELDS, ...TEXTS] : FIELDS;
  return snapshotOf(db)
    .incidents.map((one) => Object.fromEntries(fields.map((field) => [field, one[field]])))
    .toSorted((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
}

const TIMES = { min: new Date('0001-01-01T00:00:00.000Z'), max: new Date('2026-11-22T00:00:00.000Z') };

const change = fc.record({
  kind: fc.constantFrom('create', 'create', 'update', 'remove', 'undo', 'redo', 'nothing'),
  at: fc.nat(),
  patch: fc.record(
    {
      title: fc.constantFrom('Feed | empty', 'Scores\nwrong', 'Ärger', '%d 100%'),
      openedAt: fc.date({ ...TIMES, noInvalidDate: true }).map((date) => date.toISOString()),
      severity: fc.constantFrom(1, 2, 3, 4, 5, null),
      cause: fc.constantFrom('drift', 'unknown', 'fairness'),
      causedByChange: fc.constantFrom('yes', 'no', 'unknown'),
      detectedBy: fc.constantFrom('monitoring', 'unknown'),
      personHours: fc.option(fc.double({ min: 0, max: 1_000_000, noNaN: true })),
      costMinor: fc.option(fc.integer({ min: 0, max: 9e15 })),
      version: fc.constantFrom('', '1|2', '3 – β'),
      owner: fc.constantFrom('', 'Ada | Grace'),
      source: fc.constantFrom('', 'jira'),
    },
    { requiredKeys: ['title'] },
  ),
  withTexts: fc.boolean(),
});

describe('readSnapshot', () => {
  it('holds what the rows say, after any changes (property)', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 12 }), async (changes) => {
        const { call, file, backend } = await testBackend();
        const db = new Database(file, { readonly: true });
        const ids = async (): Promise<readonly string[]> => (await call('incidents.ids', {})).ids;
        for (const { kind, at, patch, withTexts } of changes) {
          const known = await ids();
          const id = known[at % Math.max(1, known.length)] ?? '';
          if (kind === 'create') await call('incidents.create', patch);
          else if (kind === 'update' && id !== '') await call('incidents.update', { id, patch });
          else if (kind === 'remove' && id !== '') await call('incidents.remove', { ids: [id] });
          else if (kind === 'undo' && known.length > 0) await call('history.undo', {});
          else if (kind === 'redo') await call('history.redo', {}).catch(() => undefined); // nothing to redo
          expect(kept(db, withTexts)).toEqual(
            plainly(db).map((row) =>
              withTexts ? row : Object.fromEntries(FIELDS.map((field) => [field, row[field]])),
            ),
          );
        }
        db.close();
        await backend.close();
      }),
      { numRuns: 20 },
    );
  });

  it('reads everything again when a restored backup has another past of the same length', async () => {
    const { call, file } = await testBackend();
    const db = new Database(file, { readonly: true });
    onTestFinished(() => void db.close());
    await call('incidents.create', { title: 'Before' });
    const { id } = await call('backups.create', {});
    for (const title of ['Lost', 'Lost too']) await call('incidents.create', { title });
    expect(snapshotOf(db).incidents).toHaveLength(3);
    await call('backups.restore', { id });
    for (const title of ['New', 'Newer', 'Newest']) await call('incidents.create', { title });
    expect(snapshotOf(db).incidents.map(({ searchText }) => searchText.split('\n')[0])).toEqual([
      'before',
      'new',
      'newer',
      'newest',
    ]);
  });
});

describe('IncidentColumns', () => {
  it('reads times as Date does, in all years', () => {
    const time = fc.date({ noInvalidDate: true, min: new Date(-6e13), max: new Date(3e14) });
    fc.assert(
      fc.property(time, fc.option(time), (opened, resolved) => {
        const columns = new IncidentColumns(1);
        columns.add(`308201${opened.toISOString()}|||${resolved?.toISOString() ?? ''}||2|17||0.1|a|b|v|1`);
        expect(columns.opened[0]).toBe(opened.getTime());
        expect(columns.resolved[0]).toBe(resolved?.getTime() ?? Number.NaN);
        expect([columns.ids[0], columns.modelId(0), columns.versionOf(0)]).toEqual(['a', 'b', 'v|1']);
        expect([columns.number[0], columns.costMinor[0], columns.personHours[0]]).toEqual([17, Number.NaN, 0.1]);
      }),
    );
  });
});
