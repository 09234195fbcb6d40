import { relative } from 'node:path';
import type { FullConfig, Reporter, Suite } from '@playwright/test/reporter';
import { sayLeftOut } from '../scripts/left-out';

/** Says at the end which journeys were left out and why. (Playwright asks for a default export.) */
export default class LeftOutReporter implements Reporter {
  #suite: Suite | null = null;

  onBegin(_config: FullConfig, suite: Suite): void {
    this.#suite = suite;
  }

  onEnd(): void {
    const skipped = this.#suite?.allTests().filter((test) => test.outcome() === 'skipped') ?? [];
    const told = skipped.map((test) => ({
      file: relative(process.cwd(), test.location.file),
      test: test.title,
      why: test.annotations.find(({ type }) => type === 'skip')?.description ?? null,
    }));
    process.stdout.write(sayLeftOut(told));
  }

  printsToStdio(): boolean {
    return false;
  }
}
