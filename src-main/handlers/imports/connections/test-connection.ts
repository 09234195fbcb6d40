import type { Output } from '#contract/index';
import type { Job } from '../../../jobs/job-list';
import type { ConnectionRow } from '../../../store/imports/tables';
import type { QueryContext } from '../../context';
import { askedOf } from './fetch-connection';
import { openConnection, sourceOf } from './open-connection';

/** Asks the server what it is and has; notes nothing and writes nothing. */
export async function testConnection(
  row: ConnectionRow,
  context: QueryContext,
  job: Job,
): Promise<Output<'connections.test'>> {
  const started = Date.now();
  const remote = await openConnection(row, context, job.signal);
  try {
    const source = sourceOf(row);
    const ask = source.test ?? source.read;
    const { server, scopes, tags, warnings } = await ask(remote, await askedOf(row, null, context), job.progress);
    return {
      server,
      workspaces: [...scopes],
      ms: Date.now() - started,
      tags: tags.map((one) => ({ ...one, samples: [...one.samples] })),
      warnings: [...warnings],
    };
  } finally {
    remote.close();
  }
}
