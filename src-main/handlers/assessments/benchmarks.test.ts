import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { BENCHMARKS } from '#domain/assessments/benchmarks';
import { CORE_QUESTIONS, findQuestion } from '#domain/assessments/questions/question-sets';
import { FEDERAL_INVENTORY, FEDERAL_INVENTORY_2025, sharedFile } from '../../testing/shared-data';

const [in2024, in2025] = [sharedFile(FEDERAL_INVENTORY), sharedFile(FEDERAL_INVENTORY_2025)];
type Row = Readonly<Record<string, string>>;

function rowsOf(path: string, encoding: 'utf8' | 'latin1'): readonly Row[] {
  const text = readFileSync(path, encoding).replace(/^\uFEFF/, '');
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
}
const starts = (text: string | undefined, ...words: readonly string[]): boolean =>
  words.some((word) => (text ?? '').trim().startsWith(word));
const counted = (id: string) => {
  const one = BENCHMARKS.find((benchmark) => benchmark.id === id);
  return one && { part: one.part, whole: one.whole, silent: one.silent };
};

it('each stands beside a question that is asked, with source, day and a whole', () => {
  for (const { questionId, url, part, whole, silent } of BENCHMARKS) {
    expect(findQuestion(CORE_QUESTIONS, questionId)).not.toBeNull();
    expect(url).toMatch(/^https:/);
    expect(part + silent).toBeLessThanOrEqual(whole);
  }
});

it.skipIf(in2025.why !== null)('the counts of 2025 are those of the file', () => {
  const uses = rowsOf(in2025.path, 'utf8').filter(
    (row) => row.is_high_impact?.trim() === 'High-impact' && starts(row.development_stage, 'Deployed', 'Pilot'),
  );
  const of = (column: string, ...done: readonly string[]) => ({
    part: uses.filter((row) => starts(row[column], ...done)).length,
    whole: uses.length,
    silent: uses.filter((row) => (row[column] ?? '').trim() === '').length,
  });
  expect(counted('omb-2025-monitoring')).toEqual(of('hi_ongoing_monitoring', 'Yes'));
  expect(counted('omb-2025-independent-review')).toEqual(of('hi_independent_review', 'CAIO', 'Internal', 'Oversight'));
});

it.skipIf(in2024.why !== null)('the counts of 2024 are those of the file', () => {
  const rows = rowsOf(in2024.path, 'latin1').filter((row) => starts(row['Stage of Development'], 'Operation'));
  const column = Object.keys(rows[0] ?? {}).find((name) => name.includes('process to monitor performance')) ?? '';
  const some = rows.filter((row) => starts(row[column], 'Intermittent', 'Automated', 'Established')).length;
  const none = rows.filter((row) => starts(row[column], 'No monitoring protocols')).length;
  expect(counted('omb-2024-monitoring')).toEqual({ part: some, whole: some + none, silent: 0 });
});
