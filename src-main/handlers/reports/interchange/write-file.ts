import { writeFile } from 'node:fs/promises';
import type { Output } from '#contract/index';
import { refuseWhenCancelled } from '../../../failure/refuse-when-cancelled';
import type { Job } from '../../../jobs/job-list';
import { writeWholeFile } from '../../../platform/whole-file';
import type { QueryContext } from '../../context';

interface Target {
  readonly out: string;
  readonly jobId?: string | undefined;
}

/** What is written, in pieces, and what is counted in it when all of it has been given. */
export interface Pieces {
  readonly text: AsyncIterable<string> | Iterable<string>;
  readonly rows: () => number;
}

/** Writes a file of one moment of the portfolio that is whole or not there. */
export function writePieces(
  { out, jobId }: Target,
  context: QueryContext,
  make: (moment: QueryContext, job: Job) => Promise<Pieces>,
): Promise<Output<'exports.mlBom'>> {
  return context.jobs.run(jobId, async (job) => {
    const path = context.files.resolve(out);
    job.progress('Writing the file', 0, null);
    let rows = 0;
    const bytes = await writeWholeFile(path, async (beside) => {
      await context.store.snapshot(async (read) => {
        const pieces = await make({ ...context, read }, job);
        await writeFile(beside, pieces.text);
        rows = pieces.rows();
      });
      refuseWhenCancelled(job.signal, 'export');
    });
    return { path: out, bytes, rows };
  });
}
