/** One test that was not run. */
export interface LeftOut {
  readonly file: string;
  readonly test: string;
  /** `null`: nobody has said why. */
  readonly why: string | null;
}

/** What the end of a run says of the tests that were left out, by reason and file; empty when all ran. */
export function sayLeftOut(tests: readonly LeftOut[]): string {
  if (tests.length === 0) return '';
  const lines = grouped(tests, ({ why }) => why ?? 'No reason is given.').flatMap(([why, those]) => [
    `  ${why}`,
    ...grouped(those, ({ file }) => file).flatMap(([file, here]) => [
      `    ${file}`,
      ...here.map(({ test }) => `      ${test}`),
    ]),
  ]);
  return ['', `Left out: ${tests.length} ${tests.length === 1 ? 'test' : 'tests'}`, ...lines, ''].join('\n');
}

function grouped(tests: readonly LeftOut[], key: (test: LeftOut) => string): [string, LeftOut[]][] {
  const groups = new Map<string, LeftOut[]>();
  for (const test of tests) groups.set(key(test), [...(groups.get(key(test)) ?? []), test]);
  return [...groups];
}
