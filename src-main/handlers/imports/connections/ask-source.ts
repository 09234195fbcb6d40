import { DomainError } from '../../../failure/domain-error';
import { remoteProblem } from '../../../importers/remote/remote-failure';
import type { Asked, FileReaders, FileSource, Look, Reading } from '../../../importers/sources/source';
import type { Job } from '../../../jobs/job-list';
import type { ConnectionRow } from '../../../store/imports/tables';
import type { QueryContext } from '../../context';
import { agreedAddress, openConnection, sourceOf } from './open-connection';

/** Reads the source of a connection, over the network or on this computer, if that was agreed to here. */
export async function readSource(row: ConnectionRow, asked: Asked, context: QueryContext, job: Job): Promise<Reading> {
  const source = sourceOf(row);
  if ('readFiles' in source) return readFiles(row, source, asked, context, job);
  const remote = await openConnection(row, source, context, job.signal);
  try {
    return await source.read(remote, asked, job.progress);
  } finally {
    remote.close();
  }
}

/** Asks what it is and has, no more than that needs. */
export async function lookAtSource(row: ConnectionRow, asked: Asked, context: QueryContext, job: Job): Promise<Look> {
  const source = sourceOf(row);
  if ('readFiles' in source) return readFiles(row, source, asked, context, job);
  const remote = await openConnection(row, source, context, job.signal);
  try {
    return await (source.test ?? source.read)(remote, asked, job.progress);
  } finally {
    remote.close();
  }
}

async function readFiles(
  row: ConnectionRow,
  source: FileSource,
  asked: Asked,
  context: QueryContext,
  { signal, progress }: Job,
): Promise<Reading> {
  const { text: path } = await agreedAddress(row, context);
  try {
    return await source.readFiles(path, fileReaders(context, signal), asked, progress);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'bad_file') throw error;
    throw fileProblem(error.message);
  }
}

export const fileReaders = ({ readers }: Pick<QueryContext, 'readers'>, signal: AbortSignal): FileReaders => ({
  registry: (path, scope, progress) =>
    readers.registry(path, scope, {
      signal,
      onProgress: (done, total) => progress('Reading the registry', done, total),
    }),
});

/** A file that is not there may be on a disk that is not mounted now: that passes. */
function fileProblem(message: string): Error {
  const [, what = message, todo = 'Look at the file and try again'] = /^(.+?[^.])\. (.+)\.$/s.exec(message) ?? [];
  return remoteProblem(what, todo, { passing: /no longer there|in use by another/.test(message) });
}
