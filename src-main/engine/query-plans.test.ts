import Database from 'better-sqlite3';
import { expect, it, onTestFinished, vi } from 'vitest';
import { testBackend } from '../testing/test-backend';

/** Tables that grow with the portfolio: of them no statement of an edit or of a first page reads every row. */
const LARGE = [
  'models',
  'moves',
  'versions',
  'incidents',
  'model_sources',
  'journal',
  'journal_changes',
  'drift_models',
];
/** … nor all models of some stages, which are most of them. */
const SCANS = new RegExp(`^(SCAN (${LARGE.join('|')})\\b|SEARCH models USING (COVERING )?INDEX models_stage)`);
const NAMES = new RegExp(`\\b(${LARGE.join('|')})\\b`);

/** What is asked while somebody works, and may not become slower as the portfolio grows. */
const HOT = {
  'models.list, first page': ['models.list', { limit: 50 }],
  'models.list, by name': ['models.list', { sort: [{ field: 'name' }], limit: 50 }],
  'models.get': ['models.get', { id: 'ID' }],
  'models.grid of one row': ['models.grid', { ids: ['ID'] }],
  'models.update': ['models.update', { id: 'ID', patch: { notes: 'seen' } }],
  'models.move': ['models.move', { id: 'ID', to: 'monitored', at: '2026-11-20' }],
  'history.undo': ['history.undo', {}],
  'history.redo': ['history.redo', {}],
  'history.state': ['history.state', {}],
  'models.history': ['models.history', { id: 'ID' }],
  'drift.series': ['drift.series', { modelId: 'ID' }],
  'drift.retraining': ['drift.retraining', {}],
  'incidents.get': ['incidents.get', { id: 'INCIDENT' }],
  'incidents.update': ['incidents.update', { id: 'INCIDENT', patch: { severity: 1 } }],
  'overview.summary': ['overview.summary', {}],
  'overview.monday': ['overview.monday', {}],
  'reviews.calendar': ['reviews.calendar', {}],
  'findings.register': ['findings.register', {}],
  'governance.completeness': ['governance.completeness', { pack: 'eu-ai-act', rows: { limit: 0 } }],
} as const;

/** What may go over a table after all: its last row, its first, how many it has in its smallest index, and what is named here. */
const ALLOWED = [
  /from "?journal"? order by "?seq"? desc limit/i,
  /^select "\w+" from "\w+" limit \?$/i,
  /^select count\(\*\) as "\w+" from "models" where 1 = 1$/i,
  // Mitigation that is late, of incidents alone: 200,000 of them are gone over in 40 ms, beside the engine.
  /"mitigation_due" < \? and "mitigated_at" is null/i,
  // What happened to the models under review, of incidents and drift alone, which are few beside the models.
  /from "(incidents|drift_models)" cross join "models" where/i,
  // Days of drift, of models that are measured, one behind the other.
  /^SELECT model_id, first_day, days FROM drift_models/,
];

/** Rows in the order of an index, of which the first ones are taken. */
const isPage = (sql: string, plan: string): boolean => / USING /.test(plan) && /\blimit \?/i.test(sql);

/** What SQLite counts in a file of many models and nothing else: of tables without rows it notes nothing. */
const MANY_MODELS = `INSERT INTO sqlite_stat1 VALUES ('models', 'models_name', '100000 1 1'),
  ('models', 'models_stage', '100000 2001 2001 401 401'), ('models', 'sqlite_autoindex_models_1', '100000 1'),
  ('moves', 'moves_model', '241666 3 1'), ('moves', 'sqlite_autoindex_moves_1', '241666 1')`;

/** As a large file is planned for: what was counted in this one is that it is tiny. */
function planned(file: string, counted: string): Database.Database {
  const own = new Database(file);
  own.exec(`PRAGMA wal_checkpoint(TRUNCATE); DELETE FROM sqlite_stat1; ${counted}`);
  own.close();
  return new Database(file, { readonly: true });
}

/** Notes every statement that is run, by the connection that prepares it. */
function statements(): { readonly taken: () => readonly string[] } {
  const noted = new Set<string>();
  const { prepare } = Database.prototype;
  const spy = vi.spyOn(Database.prototype, 'prepare').mockImplementation(function (
    this: Database.Database,
    sql: string,
  ) {
    noted.add(sql);
    return prepare.call(this, sql);
  });
  onTestFinished(() => spy.mockRestore());
  return {
    taken: () => {
      const all = [...noted];
      noted.clear();
      return all;
    },
  };
}

it('no statement of an edit or a first page reads every row of a table that grows', async () => {
  const own = await testBackend();
  const { id } = await own.call('models.create', { name: 'Churn', stage: 'deployed', since: '2026-01-01' });
  const { id: incident } = await own.call('incidents.create', { title: 'Late', modelId: id, severity: 2 });
  const noted = statements();
  const found: string[] = [];
  let explained = 0;
  const seen: (readonly [string, string])[] = [];
  for (const [name, [channel, input]] of Object.entries(HOT)) {
    noted.taken();
    const asked: unknown = JSON.parse(JSON.stringify(input).replace('"ID"', `"${id}"`).replace('INCIDENT', incident));
    // Of a connection that is new every statement is prepared anew; the models are read into memory once.
    await own.call('workspace.open', { file: own.file });
    await own.call('models.columns', {});
    await own.call('incidents.list', {});
    await own.call('incidents.pareto', { by: 'unit' });
    await own.call('governance.completeness', { pack: 'eu-ai-act', at: '2026-01-01' });
    noted.taken();
    const reply = await own.backend.dispatch(channel, asked);
    expect([name, reply.ok]).toEqual([name, true]);
    seen.push(...noted.taken().map((sql) => [name, sql] as const));
  }
  for (const counted of ['', MANY_MODELS]) {
    const db = planned(own.file, counted);
    for (const [name, sql] of seen) {
      if (!/^\s*(select|update|delete|with)\b/i.test(sql) || !NAMES.test(sql)) continue;
      explained += 1;
      const plan = db.prepare<unknown[], { readonly detail: string }>(`EXPLAIN QUERY PLAN ${sql}`);
      for (const { detail } of plan.all(...(sql.match(/\?/g) ?? []).map(() => 1)))
        if (SCANS.test(detail) && !isPage(sql, detail) && !ALLOWED.some((one) => one.test(sql)))
          found.push(`${name}: ${detail} in ${sql.replace(/\s+/g, ' ')}`);
    }
    db.close();
  }
  expect(found).toEqual([]);
  expect(explained).toBeGreaterThan(30);
});
