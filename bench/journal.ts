import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { benchBackend } from './bench-backend';
import { type Figure, figure } from './figure';

const ENTRIES = 500_000;
const RUNS = 7;
const PEOPLE = 40;
const FIELDS = ['tier', 'business_owner', 'stage', 'notes'] as const;
/** Five minutes, so that the entries are spread over almost five years. */
const APART_MS = 300_000;
const FIRST = Date.parse('2022-01-01T00:00:00Z');

/** Entries as an edit writes them, past the journal: what is measured only reads. */
function fill(file: string): void {
  const db = new Database(file);
  const entry = db.prepare(
    `INSERT INTO journal (seq, at, actor, kind, channel, label, changes, prev_hash, hash)
     VALUES (?, ?, ?, 'do', ?, ?, 1, ?, ?)`,
  );
  const field = db.prepare('INSERT INTO journal_fields (field, seq) VALUES (?, ?)');
  const hash = 'a'.repeat(64);
  db.transaction(() => {
    for (let seq = 2; seq <= ENTRIES; seq += 1) {
      const at = new Date(FIRST + seq * APART_MS).toISOString();
      const incident = seq % 5 === 0;
      const name = FIELDS[seq % FIELDS.length] ?? 'tier';
      const label = incident
        ? `Set the incident “Scores ${seq % 4000} late” to resolved`
        : `Change ${name} of “Model ${seq % 3000}”`;
      entry.run(seq, at, `Person ${seq % PEOPLE}`, incident ? 'incidents.move' : 'models.update', label, hash, hash);
      field.run(incident ? '@incidents' : '@models', seq);
      field.run(incident ? 'incidents.status' : `models.${name}`, seq);
      if (!incident) field.run('models.updated_at', seq);
    }
  })();
  db.close();
}

const QUESTIONS: readonly (readonly [string, string, object])[] = [
  ['newest page', 'journal.list', {}],
  ['facets', 'journal.facets', {}],
  ['by person', 'journal.list', { actor: 'Person 7' }],
  ['by person and month', 'journal.list', { actor: 'Person 7', from: '2024-03-01', to: '2024-03-31' }],
  ['by subject', 'journal.list', { subject: 'incidents' }],
  ['by field and person', 'journal.list', { field: 'models.tier', actor: 'Person 8' }],
  ['by a day', 'journal.list', { from: '2024-03-01', to: '2024-03-01' }],
  ['by rare words', 'journal.list', { search: 'scores 2995 late' }],
  ['by words that nothing has', 'journal.list', { search: 'no such words' }],
  ['by words, subject and year', 'journal.list', { search: 'model 17', subject: 'models', from: '2024-01-01' }],
];

/** Measures the search of the journal: `node bench/run.mjs journal`. */
export async function run(): Promise<readonly Figure[]> {
  const told: Figure[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'modelfolio-bench-'));
  const file = join(folder, 'journal.modelfolio');
  const { call, close } = await benchBackend(folder, '2026-11-29T12:00:00.000Z');
  try {
    await call('workspace.create', { name: 'Journal', currency: 'EUR', file });
    await call('workspace.close', {});
    fill(file);
    await call('workspace.open', { file });
    for (const [what, channel, input] of QUESTIONS) {
      const times: number[] = [];
      let total = '';
      for (let run = 0; run < RUNS; run += 1) {
        const start = performance.now();
        const answer = (await call(channel, input)) as { readonly total?: number };
        times.push(performance.now() - start);
        total = answer.total === undefined ? '' : `${answer.total} entries`;
      }
      const [first = Number.NaN] = times;
      const median = times.toSorted((a, b) => a - b)[RUNS >> 1] ?? Number.NaN;
      told.push(figure(`journal: ${what}, ms`, `${ENTRIES.toLocaleString('en-US')} entries`, median));
      process.stdout.write(
        `${what.padEnd(28)} first ${first.toFixed(0)} ms, median ${median.toFixed(0)} ms  ${total}\n`,
      );
    }
    return told;
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
}
