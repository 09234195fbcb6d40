import type { RequestRun } from '#contract/imports/connection-requests';
import { DomainError } from '../../../failure/domain-error';
import { countRequests } from '../../../importers/remote/asked-requests';
import type { Remote } from '../../../importers/remote/remote';
import { RemoteError, remoteProblem } from '../../../importers/remote/remote-failure';
import { shownCertificate } from '../../../importers/remote/shown-certificate';
import type { Asked, FileReaders, FileSource, Look, Reading, ServerSource } from '../../../importers/sources/source';
import type { Job } from '../../../jobs/job-list';
import { latestMoment } from '../../../store/imports/registry-moments';
import type { ConnectionRow } from '../../../store/imports/tables';
import type { QueryContext } from '../../context';
import { refuseOlder } from '../registry/older-registry';
import { addressOf, agreedAddress, notesOf, openConnection, sourceOf } from './open-connection';

/** Reads the source of a connection, over the network or on this computer, if that was agreed to here. */
export function readSource(row: ConnectionRow, asked: Asked, context: QueryContext, job: Job): Promise<Reading> {
  const source = sourceOf(row);
  if ('readFiles' in source) return readFiles(row, source, asked, context, job);
  return over(row, source, 'read', context, job, (remote) => source.read(remote, asked, job.progress));
}

/** Asks what it is and has, no more than that needs. */
export async function lookAtSource(row: ConnectionRow, asked: Asked, context: QueryContext, job: Job): Promise<Look> {
  const source = sourceOf(row);
  if ('readFiles' in source) return readFiles(row, source, asked, context, job);
  const look = source.test ?? source.read;
  return over(row, source, 'test', context, job, (remote) => look(remote, asked, job.progress));
}

/** Asks a server, notes on this computer what it was asked for, and shows the certificate of one that does not prove its name. */
async function over<T>(
  row: ConnectionRow,
  source: ServerSource,
  why: RequestRun['why'],
  context: QueryContext,
  { signal }: Job,
  ask: (remote: Remote) => Promise<T>,
): Promise<T> {
  const counted = countRequests();
  const remote = await openConnection(row, source, context, signal, counted.heard);
  const started = Date.now();
  try {
    return await ask(remote);
  } catch (error) {
    if (!(error instanceof RemoteError) || !error.problem.unproved) throw error;
    throw new RemoteError({ ...error.problem, certificate: await shownCertificate(addressOf(row), signal) });
  } finally {
    remote.close();
    const { origin } = addressOf(row);
    const { bytes } = remote.used();
    const run = { at: context.now, ms: Date.now() - started, why, host: origin.replace(/^https?:\/\//, ''), bytes };
    await noteRequests(row.id, { ...run, requests: counted.total(), asked: counted.asked() }, context);
  }
}

/** That it cannot be noted is no reason to throw away what was read. */
async function noteRequests(id: string, run: RequestRun, context: QueryContext): Promise<void> {
  if (run.requests === 0) return;
  try {
    (await notesOf(context)).noteRequests(id, run);
  } catch {
    // Of a full disk the next thing that has to be kept says it.
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
    const reading = await source.readFiles(path, fileReaders(context, signal), asked, progress);
    // It may have come another way since: by its server, or from a file.
    const { asOf = null, newest = null, parts } = reading;
    if (asOf !== null)
      refuseOlder(
        'The export',
        { asOf, newest },
        await latestMoment(context.read, parts.inventory?.mapping.externalSystem ?? row.system),
      );
    return reading;
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
