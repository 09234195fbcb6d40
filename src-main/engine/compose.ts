import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import type { Reply } from '#contract/define';
import type { EngineEvent } from '#contract/events';
import type { Input, Output, QueryChannel } from '#contract/index';
import type { Ask, Composition, Step } from '../../resources/sample/step';
import { DomainError } from '../failure/domain-error';
import type { Job } from '../jobs/job-list';
import type { ReadHandle } from '../store/journal/handle';
import type { Asked } from '../store/store';
import { createWorkspace, type Workspace } from './workspace';

/** Where, when and by whom a call is made, in place of the open portfolio, now and the person who works here. */
export interface Scene {
  readonly workspace: Workspace;
  /** One moment of the portfolio, for what must hold together; left out: each question sees the last commit. */
  readonly moment?: ReadHandle;
  readonly at: string;
  readonly actor: string;
  readonly newId: () => string;
  /** Commands are kept as they came in: a server may be away, and they wait for it. */
  readonly shares?: boolean;
  /** The command as it came in, where it may be given again. */
  readonly asked?: Asked | undefined;
  readonly publish: (event: EngineEvent) => void;
  /**
   * The newest journal entry that whoever gives the command had before them when they began; left out: they looked at nothing.
   * What somebody else wrote since is not to be overwritten unseen.
   */
  readonly seen?: number | undefined;
  /** Everything is written as bulk work: the file is made anew if it breaks. */
  readonly bulk: boolean;
}

/** The engine's one road in, with a scene of the caller's. */
export type DispatchIn = (scene: Scene, channel: string, input: unknown) => Promise<Reply>;

/** As often as this the engine looks up from its steps: for a cancel, and to tell how far it is. */
const STEPS_PER_TURN = 20;

/**
 * Makes a portfolio file out of commands of other days and people, through the handlers that everybody's commands take: the
 * same rules hold, and the journal tells who did what when. The portfolio that is open is not touched, and the file gets
 * its name only when it is whole.
 *
 * @throws DomainError `conflict` where the file exists, `cancelled`, or what a step was refused with
 */
export async function compose(
  dispatch: DispatchIn,
  path: string,
  { name, currency, startedAt, startedBy, steps }: Composition,
  job: Job,
): Promise<void> {
  if (existsSync(path))
    throw new DomainError('conflict', `${basename(path)} exists already and was not overwritten. Choose another name.`);
  const unfinished = `${path}.part`;
  removeFile(unfinished);
  let at = startedAt;
  const workspace = createWorkspace(
    () => undefined,
    () => at,
    () => null,
  );
  try {
    await workspace.create(unfinished, name, currency, startedBy);
    const ids = countedIds();
    for (const [index, step] of steps.entries()) {
      if (index % STEPS_PER_TURN === 0) await turn(job, index, steps.length);
      at = step.at;
      const scene: Scene = {
        workspace,
        at,
        actor: step.actor,
        newId: ids(step.id),
        publish: () => undefined,
        bulk: true,
      };
      await take(step, (channel, input) => dispatch(scene, channel, input));
    }
    await workspace.close();
    renameSync(unfinished, path);
  } catch (error) {
    await workspace.close();
    removeFile(unfinished);
    throw error;
  }
}

async function turn(job: Job, done: number, total: number): Promise<void> {
  job.progress('Making the sample', done, total);
  await new Promise((resolve) => setImmediate(resolve));
  if (job.signal.aborted) throw new DomainError('cancelled', 'Cancelled; no sample portfolio was made.');
}

async function take(step: Step, call: (channel: string, input: unknown) => Promise<Reply>): Promise<void> {
  const required = async (channel: string, input: unknown): Promise<unknown> => {
    const reply = await call(channel, input);
    if (reply.ok) return reply.value;
    const { code, message, detail } = reply.failure;
    throw new DomainError(code, `${step.at.slice(0, 10)}, ${channel}: ${message}`, detail);
  };
  const ask: Ask = async <N extends QueryChannel>(channel: N, input: Input<N>) =>
    (await required(channel, input)) as Output<N>; // dispatch parsed it by the schema of this channel
  const input = typeof step.input === 'function' ? await step.input(ask) : step.input;
  if (input !== null) await required(step.channel, input);
}

/** Ids that are the same each time: the first of a step is the one that it names, the others are counted. */
function countedIds(): (first: string | undefined) => () => string {
  let count = 0;
  const counted = (): string => {
    count += 1;
    return `sample-${String(count).padStart(8, '0')}`;
  };
  return (first) => {
    let named = first;
    return () => {
      const id = named ?? counted();
      named = undefined;
      return id;
    };
  };
}

function removeFile(path: string): void {
  for (const name of [path, `${path}-wal`, `${path}-shm`, `${path}-journal`]) rmSync(name, { force: true });
}
