import type { TestOptions } from 'vitest';
import type { Needed } from './shared-data';

declare module 'vitest' {
  interface TaskMeta {
    /** Why a test is left out; told at the end of the run (scripts/left-out.ts). */
    leftOut?: string;
  }
}

/** For a test or a `describe` that needs something: where it is not there it is left out, and the end of the run says so. */
export function needs({ why }: Needed): TestOptions {
  return why === null ? {} : { skip: true, meta: { leftOut: why } };
}
