import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { Pack } from '#contract/governance/rule-pack';
import type { Input, Output } from '#contract/index';
import { counted } from '#domain/base/wording';
import { type ItemKind, itemsOf } from '#domain/governance/pack-readings';
import { type Arrival, arrivalOf, clashesOf, spansOf, standing } from '#domain/governance/pack-sets';
import { lineOf, packName, type RulePack } from '#domain/governance/rule-pack';
import { PACKS } from '../../../resources/packs';
import { DomainError } from '../../failure/domain-error';
import { type PackProblem, sayProblem } from '../../importers/packs/pack-problem';
import { packOf, type ReadPack, readPack } from '../../importers/packs/read-pack';
import { PACK_BOUNDS } from '../../importers/packs/within-bounds';
import { writeWholeFile } from '../../platform/whole-file';
import { listIncidentReports } from '../../store/governance/rows';
import type { ReadHandle } from '../../store/journal/handle';
import type { CommandContext, QueryContext } from '../context';
import type { SubjectHandlers } from '../subject';
import { dayOf } from './gather';
import { findClock } from './incident-reports';
import { digestOf, findPack, loadPacks, type Packs, packHead, stateOn, verifiedItem } from './packs';

type Listed = Output<'packs.list'>['packs'][number];
const MOST_OWN = 100;

function listed(pack: RulePack, day: string, today: string, packs: Packs, spans: ReturnType<typeof spansOf>): Listed {
  const verify = { open: 0, read: 0, differs: 0, lapsed: 0 };
  for (const item of itemsOf(pack)) {
    const { state } = verifiedItem(pack, item, packs);
    if (state !== 'none') verify[state] += 1;
  }
  return {
    ...packHead(pack, today, packs),
    state: stateOn(pack, day),
    inForce: (spans.get(packName(pack)) ?? []).map((span) => ({ ...span })),
    fields: pack.fields.length,
    duties: pack.duties.length,
    clocks: pack.clocks?.length ?? 0,
    verify,
  };
}

async function readFileOf(file: string, { files }: Pick<QueryContext, 'files'>): Promise<ReadPack> {
  const path = files.resolve(file);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile())
    throw new DomainError('bad_file', `The file ${basename(path)} is not there. Choose the file again.`);
  // Refused by its size before it is read.
  return readPack(found.size > PACK_BOUNDS.bytes ? new Uint8Array(PACK_BOUNDS.bytes + 1) : await readFile(path));
}

const ownOf = ({ own }: Packs): readonly RulePack[] => [...own.values()].map(({ pack }) => pack);
const withoutOld = (packs: Packs, pack: RulePack, was: string | null): readonly RulePack[] =>
  ownOf(packs).filter((one) => packName(one) !== packName(pack) && packName(one) !== was);

interface Looked {
  readonly pack: RulePack | null;
  readonly problems: readonly PackProblem[];
  readonly arrival: Arrival | null;
}

/** A pack before those that are there. */
function lookAt(found: ReadPack, packs: Packs, was: string | null): Looked {
  if (found.pack === null) return { ...found, arrival: null };
  const { pack } = found;
  const clashes = clashesOf(standing(PACKS, withoutOld(packs, pack, was)), pack);
  if (clashes.length > 0)
    return { pack: null, problems: clashes.map((words) => ({ place: 'id', words })), arrival: null };
  return { pack, problems: [], arrival: arrivalOf(PACKS, ownOf(packs), pack, was) };
}

async function check(input: Input<'packs.check'>, context: QueryContext): Promise<Output<'packs.check'>> {
  const [found, was] =
    'file' in input ? [await readFileOf(input.file, context), null] : [packOf(input.given), input.was ?? null];
  const { pack, problems, arrival } = lookAt(found, await loadPacks(context.read), was);
  return {
    problems: problems.map((problem) => ({ ...problem })),
    pack: pack && {
      name: packName(pack),
      title: pack.name,
      issuer: pack.issuer,
      who: pack.appliesTo.who,
      fields: pack.fields.length,
      duties: pack.duties.length,
    },
    meeting: arrival?.meeting ?? null,
    words: [...(arrival?.words ?? [])],
    moves: arrival?.moves ?? false,
  };
}

interface Keeping {
  readonly was: string | null;
  readonly basedOn: string;
  readonly accepted: boolean;
}

/** Takes a pack in, or refuses it with why; others of its line that would count otherwise have to be accepted. */
function keep(
  found: ReadPack,
  { was, basedOn, accepted }: Keeping,
  context: CommandContext,
): Promise<Output<'packs.add'>> {
  return context.write(async (write) => {
    const packs = await loadPacks(write.read);
    if (was !== null && !packs.own.has(was))
      throw new DomainError('not_found', `The own pack ${was} is not here any more. Undo brings it back.`);
    const { pack, problems, arrival } = lookAt(found, packs, was);
    if (pack === null || arrival === null) throw refusedPack(problems);
    const asks = was === null ? arrival.meeting !== 'new' : arrival.moves || arrival.meeting === 'replaces_own';
    if (asks && !accepted)
      throw new DomainError(
        'conflict',
        `${arrival.words.join(' ')} Where that is meant, give it with accepted: true; otherwise give the pack an id of its own.`,
      );
    const name = packName(pack);
    const known = packs.own.get(name)?.row ?? (was === null ? undefined : packs.own.get(was)?.row);
    const unread = packs.unreadable.some((one) => one.name === name);
    const own = withoutOld(packs, pack, was);
    if (own.length >= MOST_OWN)
      throw new DomainError('refused', `A portfolio keeps up to ${MOST_OWN} own packs. Remove one of them first.`);
    await refuseLostClocks(packs, [...own, pack], write.read);
    const row = {
      id: name,
      content: JSON.stringify(pack),
      based_on: known?.based_on || basedOn,
      added_at: known?.added_at ?? context.now,
      added_by: known?.added_by ?? context.actor,
    };
    if (packs.own.has(name)) await write.update('rule_packs', [name], row);
    else {
      if (unread) await write.remove('rule_packs', [name]);
      await write.insert('rule_packs', [row]);
    }
    if (was !== null && was !== name) await write.remove('rule_packs', [was]);
    const verb = was !== null ? 'Change' : packs.own.has(name) ? 'Replace' : 'Add';
    return {
      label: `${verb} the own pack “${pack.name}” (${name})`,
      value: { pack: name, words: [...arrival.words] },
    };
  });
}

function refusedPack(problems: readonly PackProblem[]): DomainError {
  const said = problems.slice(0, 3).map(sayProblem).join(' ');
  const more = problems.length > 3 ? ` There are ${counted(problems.length - 3, 'more problem')}.` : '';
  return new DomainError('invalid_input', `This pack cannot be taken in. ${said}${more}`, { problems });
}

/** A clock that an incident runs on stays: without it nobody would see a day that is due. */
async function refuseLostClocks(before: Packs, own: readonly RulePack[], read: ReadHandle): Promise<void> {
  const after: Packs = { ...before, all: standing(PACKS, own) };
  const lost = (await listIncidentReports(read, undefined)).find(
    (row) => hasClock(row, before) && !hasClock(row, after),
  );
  if (lost !== undefined)
    throw new DomainError(
      'refused',
      `The report of “${lost.title}” runs on the clock ${lost.clock} of ${lost.pack}, which would be gone. Delete that report first, or keep the clock.`,
    );
}

function hasClock(row: { readonly pack: string; readonly clock: string; readonly aware_on: string }, packs: Packs) {
  try {
    return findClock(row.pack, row.clock, row.aware_on, packs) !== null;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not_found') return false;
    throw error;
  }
}

function itemIn(pack: RulePack, what: ItemKind, id: string) {
  const item = itemsOf(pack).find((one) => one.what === what && one.id === id);
  if (item === undefined)
    throw new DomainError('not_found', `${pack.name} has no ${what} called ${id}. Ask packs.get what it has.`);
  if (item.verify === '')
    throw new DomainError('refused', `“${item.label}” has nothing to verify: there is no mark to be read away.`);
  return item;
}

function noteReading(
  {
    pack: name,
    what,
    item: id,
    outcome,
    by,
    on,
    link,
    note,
  }: Input<'packs.noteReading'> & { link: string; note: string },
  context: CommandContext,
): Promise<Output<'packs.noteReading'>> {
  const today = context.now.slice(0, 10);
  const day = on ?? today;
  const invalid = (why: string): never => {
    throw new DomainError('invalid_input', why);
  };
  if (day > today) invalid(`${day} is still to come. Say on which day it was read.`);
  if (outcome === 'differs' && note === '') invalid('Say in the note what the official text has instead.');
  return context.write(async (write) => {
    const packs = await loadPacks(write.read);
    const pack = packs.all.find((one) => packName(one) === name);
    if (pack === undefined) throw new DomainError('not_found', `No rule pack is called ${name}.`);
    const item = itemIn(pack, what ?? 'line', id);
    const row = {
      id: context.newId(),
      pack: name,
      what: item.what,
      item: item.id,
      digest: digestOf(item),
      outcome,
      read_on: day,
      read_by: by || context.actor,
      link,
      note,
      noted_at: context.now,
    };
    await write.insert('pack_readings', [row]);
    const said = outcome === 'as_it_stands' ? 'as it stands' : 'as differing from the text';
    return {
      label: `Mark “${item.label}” of ${pack.name} as read, ${said}`,
      value: { id: row.id, verified: verifiedItem(pack, item, await loadPacks(write.read)) },
    };
  });
}

export const packs: SubjectHandlers<'packs'> = {
  list: async ({ at }, { read, now }) => {
    const packs = await loadPacks(read);
    const day = dayOf(at, now);
    const spans = new Map(packs.all.map((pack) => [lineOf(pack), spansOf(packs.all, lineOf(pack))]));
    return {
      packs: packs.all.map((pack) => listed(pack, day, now.slice(0, 10), packs, spans.get(lineOf(pack)) ?? new Map())),
      unreadable: packs.unreadable.map(({ name, problem }) => ({ name, problem: { ...problem } })),
    };
  },
  get: async ({ pack: reference, at }, { read, now }) => {
    const packs = await loadPacks(read);
    const day = dayOf(at, now);
    const { pack } = findPack(reference, day, packs);
    return {
      head: listed(pack, day, now.slice(0, 10), packs, spansOf(packs.all, lineOf(pack))),
      pack,
      basedOn: packs.own.get(packName(pack))?.row.based_on ?? '',
      items: itemsOf(pack).map((item) => ({
        what: item.what,
        id: item.id,
        label: item.label,
        ref: item.ref,
        verify: item.verify,
        verified: verifiedItem(pack, item, packs),
      })),
    };
  },
  check,
  add: async ({ file, accepted }, context) =>
    keep(await readFileOf(file, context), { was: null, basedOn: '', accepted }, context),
  save: ({ given, was, basedOn, accepted }, context) =>
    keep(packOf(given), { was: was ?? null, basedOn: basedOn ?? '', accepted }, context),
  remove: ({ pack: name }, context) =>
    context.write(async (write) => {
      const packs = await loadPacks(write.read);
      const title = packs.own.get(name)?.pack.name ?? name;
      const own = ownOf(packs).filter((one) => packName(one) !== name);
      await refuseLostClocks(packs, own, write.read);
      const removed = await write.remove('rule_packs', [name]);
      if (removed === 0)
        throw new DomainError(
          'not_found',
          PACKS.some((one) => packName(one) === name)
            ? `${name} is shipped with the program and cannot be removed. An own pack of that name can stand in for it.`
            : `No own pack is called ${name}.`,
        );
      return { label: `Remove the own pack “${title}” (${name})`, value: { removed } };
    }),
  export: async ({ pack: reference, out }, { read, now, files }) => {
    const { pack } = findPack(reference, now.slice(0, 10), await loadPacks(read));
    const path = files.resolve(out);
    await writeWholeFile(path, (beside) => writeFile(beside, `${JSON.stringify(pack, null, 2)}\n`));
    return { path: out };
  },
  noteReading,
  removeReading: ({ id }, context) =>
    context.write(async (write) => {
      const removed = await write.remove('pack_readings', [id]);
      if (removed === 0) throw new DomainError('not_found', 'This reading is not here any more. Undo brings it back.');
      return { label: 'Take back that an item of a pack was read', value: { removed } };
    }),
  schema: () => ({ schema: z.toJSONSchema(Pack) as Record<string, unknown> }), // an object, as every schema of one is
};
