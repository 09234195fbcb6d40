import type { Output } from '#contract/index';
import type { Job } from '../../../jobs/job-list';
import type { ConnectionRow } from '../../../store/imports/tables';
import type { QueryContext } from '../../context';
import { lookAtSource } from './ask-source';
import { askedOf } from './fetch-connection';

/** Asks the server what it is and has; writes nothing. */
export async function testConnection(
  row: ConnectionRow,
  context: QueryContext,
  job: Job,
): Promise<Output<'connections.test'>> {
  const started = Date.now();
  const { server, scopes, tags, warnings } = await lookAtSource(row, await askedOf(row, null, context), context, job);
  return {
    server,
    workspaces: [...scopes],
    ms: Date.now() - started,
    tags: tags.map((one) => ({ ...one, samples: [...one.samples] })),
    warnings: [...warnings],
  };
}
