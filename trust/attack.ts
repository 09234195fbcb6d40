import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SuiteResult } from './suite';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What Vitest writes of a run, as far as it is read. */
interface Report {
  readonly numTotalTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** Every hole that somebody found or thought of, tried again: the tests named `*.exploit.test.ts`. */
export function attack(): SuiteResult {
  const folder = mkdtempSync(join(tmpdir(), 'modelfolio-attack-'));
  try {
    const file = join(folder, 'report.json');
    const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
    spawnSync(process.execPath, [vitest, 'run', 'exploit', '--reporter=json', `--outputFile=${file}`], { cwd: ROOT });
    // Written by Vitest just now.
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
    const failures = report.testResults.flatMap(({ assertionResults }) =>
      assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
    );
    return { counts: `${report.numTotalTests} attacks of ${report.testResults.length} files`, failures };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
