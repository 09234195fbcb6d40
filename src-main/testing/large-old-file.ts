import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beginPortfolio } from '../store/open/begin';

/** Its structure. */
export const OLD = 10;
export const MODELS = 120_000;
const NOW = '2026-01-01T10:00:00.000Z';

/** What a program of structure 10 could have left: large enough for its way to take a while. */
export function largeOldFile(folder: string): string {
  const file = join(folder, 'old.modelfolio');
  const db = new Database(file);
  beginPortfolio(db, OLD, NOW);
  db.prepare("INSERT INTO portfolio (id, name, currency, created_at) VALUES ('portfolio', 'Acme', 'EUR', ?)").run(NOW);
  db.prepare(
    `WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < ${MODELS})
     INSERT INTO models (id, name, purpose, unit, business_owner, technical_owner, type, personal_data, external_references,
       tags, notes, health, search_text, stage, version, created_at, updated_at)
     SELECT 'm' || n, 'Model ' || n, 'Estimates what the customers of segment ' || n || ' will do next', 'Retail / Cards',
       'Owner ' || n % 500, '', '', 'unknown', '[]', '[]', '', 'unknown', 'model ' || n, 'idea', '', '${NOW}', '${NOW}'
     FROM counted`,
  ).run();
  db.close();
  return file;
}
