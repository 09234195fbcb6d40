import { existsSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { basename, parse } from 'node:path';
import { counted } from '#domain/base/wording';
import { freePath, placeOf } from '../../engine/workspace';
import { DomainError } from '../../failure/domain-error';
import { refuseWhenCancelled } from '../../failure/refuse-when-cancelled';
import type { Job } from '../../jobs/job-list';
import { mendDigests } from '../../store/drift/mend-digests';
import { isPortfolioFile } from '../../store/files';
import { getBackup, getIntactBackup } from '../../store/portfolio/backups';
import {
  examine,
  isConstraint,
  repair,
  type Salvage,
  type SalvagedTable,
  type TableDifference,
} from '../../store/recovery/recover';
import type { CommandContext, QueryContext } from '../context';
import type { SubjectHandlers } from '../subject';
import { shownBackup } from './backups';
import { opened } from './workspace';

/** More are not shown; how many there are is said. */
const MOST_ENTRIES = 200;

interface Named {
  readonly file?: string | undefined;
  readonly recent?: string | undefined;
}

function pathOf({ file, recent }: Named, { files, preferences }: QueryContext): string {
  const path = file === undefined ? preferences.recents().find(({ id }) => id === recent)?.path : files.resolve(file);
  if (path === undefined)
    throw new DomainError(
      'not_found',
      'This portfolio is not among the recent ones any more. Open it from its folder.',
    );
  if (!existsSync(path))
    throw new DomainError('not_found', `${basename(path)} is not where it was. Look for it, or open a backup by hand.`);
  return path;
}

/** Others take their turn between the parts of the work, a cancel among them. */
const breathOf = (job: Job) => async (): Promise<void> => {
  await new Promise((resolve) => setImmediate(resolve));
  refuseWhenCancelled(job.signal, 'recovery');
};

/** Beside the damaged file, or in the host's folder where nothing can be written there. */
const placeFor = (path: string, what: string): string => {
  const { dir, name } = parse(path);
  return freePath(dir, `${name} (${what})`);
};

export const recovery: SubjectHandlers<'recovery'> = {
  examine: ({ jobId, ...named }, context) =>
    context.jobs.run(jobId, async (job) => {
      const path = pathOf(named, context);
      const found = await examine(path, context.preferences.backupRule().folder, breathOf(job));
      const since = found.since.toReversed();
      return {
        ...placeOf(path),
        // A file that is none of ours is not damaged, it is something else: what it is, opening it says.
        whole: found.whole && isPortfolioFile(path),
        readable: found.readable,
        damaged: [...found.damaged],
        tables: found.tables,
        backup: found.backup && { ...shownBackup(found.backup), entries: found.backup.entries },
        backups: found.backups,
        since: { total: since.length, entries: since.slice(0, MOST_ENTRIES) },
      };
    }),

  repair: ({ jobId, ...named }, context) =>
    context.jobs.run(jobId, async (job) => {
      const path = pathOf(named, context);
      job.progress('Bringing it over', 0, null);
      const { actor, now, newId } = context;
      const request = { channel: 'recovery.repair', actor, at: now, newId, bulk: true };
      const place = (what: string): string => placeFor(path, `${what} ${now.slice(0, 10)}`);
      const made = await repair(path, place, {
        chosen: context.preferences.backupRule().folder,
        now,
        breath: breathOf(job),
        noteSalvage: { request, label: (tables) => salvageLabel(basename(path), tables) },
      });
      const { target, entries, lost, lostTotal, resultsHoles, filled, salvaged, beyond } = made;
      try {
        const store = await context.workspace.open(target);
        if (salvaged === null) await noteRepair(context, basename(path), entries, lostTotal);
        const unproved = beyond && (await bringBeyond(context, basename(path), beyond));
        if (resultsHoles) await noteLostResults(context, basename(path));
        return {
          opened: await opened(store, context),
          entries,
          lost: lost.slice(-MOST_ENTRIES),
          lostTotal,
          resultsHoles,
          filled,
          salvaged: salvaged?.filter(({ rows, holes, orphans }) => rows + orphans > 0 || holes) ?? null,
          unproved: unproved?.map((one) => ({ ...one })) ?? null,
        };
      } finally {
        beyond?.close();
      }
    }),

  openBackup: async ({ id, ...named }, context) => {
    const path = pathOf(named, context);
    const { folder } = context.preferences.backupRule();
    // One of another passphrase is looked into when that is given: the copy waits for it.
    const found = getBackup(path, id, folder);
    const backup = found.locked ? found : getIntactBackup(path, id, folder);
    const target = placeFor(path, `backup of ${backup.createdAt.slice(0, 16).replace('T', ' ').replace(':', '-')}`);
    await copyFile(backup.path, target);
    return opened(await context.workspace.open(target), context);
  },
};

/** What the journal of a salvaged portfolio begins with: what it is, and what is known to be missing. */
function salvageLabel(name: string, tables: readonly SalvagedTable[]): string {
  const rows = (of: string): number => tables.find(({ table }) => table === of)?.rows ?? 0;
  const others = tables.reduce((sum, one) => sum + one.rows, 0) - rows('models') - rows('incidents');
  const holes = tables.filter((one) => one.holes).map(({ table }) => table.replaceAll('_', ' '));
  const orphans = tables.reduce((sum, one) => sum + one.orphans, 0);
  const missing = [
    ...(holes.length > 0 ? [`parts of ${holes.join(', ')} cannot be read`] : []),
    ...(orphans > 0 ? [`${counted(orphans, 'row')} left out that hung on what is gone`] : []),
  ];
  const found = `${counted(rows('models'), 'model')}, ${counted(rows('incidents'), 'incident')}, ${counted(others, 'other row')}`;
  return `Salvaged from the damaged ${name}, not verified, for its journal is lost from the first entry on: ${[found, ...missing].join('; ')}`;
}

/**
 * Makes of the facts what the damaged file holds, where its journal was cut: one change that says so and that an undo takes
 * back to what is proved. `null`: the rows do not go together.
 */
async function bringBeyond(
  context: CommandContext,
  name: string,
  beyond: Salvage,
): Promise<readonly TableDifference[] | null> {
  let differences: readonly TableDifference[] = [];
  try {
    await context.write(
      async (write) => {
        differences = await beyond.differInto(write);
        return { label: beyondLabel(name, differences), value: undefined };
      },
      { bulk: true },
    );
  } catch (error) {
    // Rows of different moments may contradict each other; what is proved stands without them.
    if (isConstraint(error)) return null;
    throw error;
  }
  return differences.filter(({ added, changed, removed, holes }) => added + changed + removed > 0 || holes);
}

function beyondLabel(name: string, differences: readonly TableDifference[]): string {
  const sum = (of: 'added' | 'changed' | 'removed'): number => differences.reduce((all, one) => all + one[of], 0);
  const holes = differences.filter((one) => one.holes).map(({ table }) => table.replaceAll('_', ' '));
  const gone = holes.length > 0 ? `; parts of ${holes.join(', ')} cannot be read` : '';
  return `Brought over as found in the damaged ${name}, not verified: ${counted(sum('added'), 'row')} added, ${sum('changed')} changed, ${sum('removed')} removed${gone}`;
}

/** Results that could not be read are missing from what their batches recorded: the journal says so, and proves what is left. */
async function noteLostResults(context: CommandContext, name: string): Promise<void> {
  await context.write(
    async (write) => {
      const batches = await mendDigests(write);
      if (batches === 0)
        return {
          label: `Drift results that could not be read in the damaged ${name} do not count, or came from the backup`,
          value: undefined,
          kind: { kind: 'note' },
        };
      const some = counted(batches, 'batch', 'batches');
      return {
        label: `Drift results of ${some} could not all be read in the damaged ${name}: what is left of them counts, not verified`,
        value: undefined,
        // An undo would have the journal say again that what is lost is there.
        kind: { kind: 'note' },
      };
    },
    { bulk: true },
  );
}

async function noteRepair(context: CommandContext, name: string, entries: number, lost: number): Promise<void> {
  const gone = lost === 0 ? '' : `; ${counted(lost, 'later change')} could not be brought over`;
  await context.write(async () => ({
    label: `Repaired from the damaged ${name}: ${counted(entries, 'entry', 'entries')} of its journal hold${gone}`,
    value: undefined,
    kind: { kind: 'note' },
  }));
}
