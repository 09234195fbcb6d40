import type { Reporter, TestCase, TestModule, TestSuite, Vitest } from 'vitest/node';
import { type LeftOut, sayLeftOut } from './left-out';

/** Says at the end of a run of Vitest what was left out and why. (Vitest asks for a default export.) */
export default class LeftOutReporter implements Reporter {
  #vitest: Vitest | null = null;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const left = modules.flatMap((module) => [...module.children.allTests('skipped')].map(leftOut));
    // Where tests were chosen by name, the others are no news.
    const chosen = (this.#vitest?.config.testNamePattern ?? null) !== null;
    const told = chosen ? left.filter(({ why }) => why !== null) : left;
    if (told.length > 0) this.#vitest?.logger.log(sayLeftOut(told));
  }
}

function leftOut(test: TestCase): LeftOut {
  const result = test.result();
  const note = result.state === 'skipped' ? result.note : undefined;
  return { file: test.module.relativeModuleId, test: test.fullName, why: note ?? saidOf(test) };
}

/** What the test says of itself, or else the nearest group around it. */
function saidOf(task: TestCase | TestSuite | TestModule): string | null {
  return task.meta().leftOut ?? (task.type === 'module' ? null : saidOf(task.parent));
}
