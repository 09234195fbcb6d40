import { DriftMapping } from '#contract/drift/import';
import { DomainError } from '../../failure/domain-error';
import type { DriftSink } from '../../importers/drift/reading';
import type { Readers } from '../../readers/readers';
import type { Door } from './bases';
import { readPortfolio } from './portfolios';

const HOW = { encoding: 'auto', delimiter: 'auto' } as const;
const NOBODY: DriftSink = { point: () => undefined, problem: () => undefined };
const CODES: ReadonlySet<string> = new Set(['bad_file', 'invalid_input', 'refused', 'locked']);

/** A person is told something: a sentence that begins with what it is about and ends. */
const SENTENCE = /^[\s\S]{20,}[.)]$/;
/** Of a reader that had to be ended. */
const ENDED = /nothing came of it for|more memory than one file/;

/**
 * Pushes a file through one door. A table, or a sentence for the person.
 *
 * @throws Error where it is neither
 */
export async function pushThrough(readers: Readers, path: string, door: Door): Promise<'read' | 'refused' | 'ended'> {
  try {
    if (door === 'table') await readTable(readers, path);
    else if (door === 'columns') await readers.columns(path, {});
    else if (door === 'portfolio') await readPortfolio(path);
    else if (door === 'drift')
      await readers.drift(path, { ...HOW, mapping: DriftMapping.parse({ kind: 'drift' }) }, NOBODY);
    else await readers.template(path);
    return 'read';
  } catch (error) {
    if (!(error instanceof DomainError && CODES.has(error.code) && SENTENCE.test(error.message))) throw error;
    return ENDED.test(error.message) ? 'ended' : 'refused';
  }
}

async function readTable(readers: Readers, path: string): Promise<void> {
  const start = await readers.fileStart(path, HOW);
  await start.members();
  const table = await readers.openTable(path, HOW);
  for await (const { rows, numbers } of table.rows({})) {
    if (rows.length !== numbers.length) throw new Error('not a number for each row');
    for (const row of rows) if (row.length !== table.labels.length) throw new Error('not a cell for each label');
  }
}
