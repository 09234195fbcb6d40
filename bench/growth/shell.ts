import { execFileSync } from 'node:child_process';

/** It tells its times in milliseconds. */
const TIMES = 20;

/** Each by SQLite's own program, in C, the mean of so many times after a first one; ms. */
export interface ShellFigures {
  /** What Overview counted in the file before its models were kept in memory. */
  readonly counts: number;
  readonly page: number;
  readonly search: number;
}

const COUNTS = [
  'SELECT stage, tier, unit, update_frequency, health, monitoring_known, count(*) FROM models GROUP BY 1, 2, 3, 4, 5, 6;',
  "SELECT tier, count(*), min(stage_since) FROM models WHERE stage = 'deployed' AND monitoring_known = 1 GROUP BY tier;",
  "SELECT count(*), min(review_due) FROM models WHERE review_due < '2026-11-23' AND stage <> 'retired';",
];
const PAGE = ['SELECT * FROM models ORDER BY name COLLATE NOCASE LIMIT 50;', 'SELECT count(*) FROM models;'];
const search = (word: string): readonly string[] => [
  `SELECT * FROM models WHERE name LIKE '%${word}%' OR purpose LIKE '%${word}%' ORDER BY name COLLATE NOCASE LIMIT 50;`,
  `SELECT count(*) FROM models WHERE name LIKE '%${word}%' OR purpose LIKE '%${word}%';`,
];

/** `null`: it is not on this machine. */
export function byShell(portfolio: string, word: string): ShellFigures | null {
  const timed = (statements: readonly string[]): number => {
    const script = [
      '.output /dev/null',
      ...statements,
      '.timer on',
      ...Array.from({ length: TIMES }, () => statements).flat(),
    ];
    const told = execFileSync('sqlite3', ['-readonly', portfolio], {
      input: `${script.join('\n')}\n`,
      stdio: ['pipe', 'pipe', 'inherit'],
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
    return [...told.matchAll(/Run Time: real ([\d.]+)/g)].reduce(
      (sum, [, seconds]) => sum + 1_000 * Number(seconds),
      0,
    );
  };
  try {
    return { counts: timed(COUNTS), page: timed(PAGE), search: timed(search(word)) };
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, 'code') === 'ENOENT') return null;
    throw error;
  }
}
