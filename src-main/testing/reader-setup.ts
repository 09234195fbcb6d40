import { buildForTests } from './build-for-tests';

/** Before all tests: threads run a script, and not the sources that Vitest runs. */
export const setup = async (): Promise<void> => {
  await buildForTests('reader', { reader: 'src-main/readers/reader.ts' });
};
