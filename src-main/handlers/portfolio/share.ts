import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Input, Output } from '#contract/index';
import { changedOutside } from '../../engine/change-events';
import type { Login, Proof } from '../../engine/sharing/door';
import { freePath, withExtension } from '../../engine/workspace';
import { DomainError } from '../../failure/domain-error';
import { PORTFOLIO_FORMAT } from '../../store/files';
import { lastEntry } from '../../store/journal/journal';
import { verifyJournal } from '../../store/journal/verify';
import { namesOfModels } from '../../store/models/names-of-models';
import { createBackup } from '../../store/portfolio/backups';
import { getPortfolio } from '../../store/portfolio/portfolio';
import type { Member, Present, Role } from '../../store/shared/central';
import { findSharing, knownSharing, sharedAs } from '../../store/shared/sharing';
import { listWaiting } from '../../store/shared/waiting';
import type { Store } from '../../store/store';
import type { QueryContext } from '../context';
import type { SubjectHandlers } from '../subject';
import { away } from './share-away';
import { asksBeforeLeaving, pending, resolve, unshared } from './share-waiting';

type Given = Pick<Input<'share.test'>, 'host' | 'database' | 'user' | 'ca' | 'password' | 'certificate' | 'key'> & {
  readonly port: number;
};

/** A certificate is a few thousand characters; a chain of them some ten times as many. */
const LARGEST_PEM = 200_000;

function pemOf(context: QueryContext, file: string, what: string): string {
  const path = context.files.resolve(file);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new DomainError('bad_file', `${basename(path)} cannot be read as the ${what}. Choose another file.`);
  }
  if (text.length > LARGEST_PEM || !text.includes('-----BEGIN '))
    throw new DomainError(
      'bad_file',
      `${basename(path)} is no ${what}: a file in PEM form, with a line “-----BEGIN …”, is expected. Ask the database team for it.`,
    );
  return text;
}

function proofOf(context: QueryContext, given: Pick<Given, 'password' | 'certificate' | 'key'>): Proof {
  const { password, certificate, key } = given;
  if ((certificate === undefined) !== (key === undefined))
    throw new DomainError('invalid_input', 'A certificate proves a login only with its key. Choose both files.');
  return {
    ...(password !== undefined && { password }),
    ...(certificate !== undefined && { certificate: pemOf(context, certificate, 'certificate of the login') }),
    ...(key !== undefined && { key: pemOf(context, key, 'key of the login') }),
  };
}

/** As it was given; without a proof, what this computer has of that login is asked of the engine. */
function loginOf(context: QueryContext, given: Given): Login {
  const { host, port, database, user, ca } = given;
  return {
    ...{ host, port, database, user },
    ca: ca === undefined ? null : pemOf(context, ca, 'certificate of the server'),
    proof: proofOf(context, given),
  };
}

interface Names {
  readonly of: ReadonlyMap<string, string>;
}

const whereOf = ({ page, modelId, edits }: Present, names: Names) => ({
  ...{ page, modelId, edits },
  modelName: modelId === null ? null : (names.of.get(modelId) ?? null),
});

async function namesFor(context: QueryContext, here: readonly Present[]): Promise<Names> {
  const ids = here.flatMap(({ modelId }) => (modelId === null ? [] : [modelId]));
  return { of: await namesOfModels(context.read, [...new Set(ids)]) };
}

async function membersOf(context: QueryContext, members: readonly Member[], self: string) {
  const { here } = context.sharing.standing();
  const names = await namesFor(context, here);
  return members.map(({ user, name, role, seenAt, lastEntryAt }) => {
    const present = here.find((one) => one.user === user);
    const where = present ? whereOf(present, names) : null;
    return { user, name, role, seenAt, lastEntryAt, self: user === self, here: where };
  });
}

async function serverOf(context: QueryContext, store: Store) {
  const sharing = await knownSharing(store.read);
  if (sharing === null) return null;
  const { host, port, database, user } = sharing.address;
  const { provedBy } = context.sharing.standing();
  const remembered = await context.sharing.isRemembered(store);
  return { host, port, database, user, portfolio: sharing.portfolio, provedBy, remembered };
}

const PRIVATE: Output<'share.status'> = {
  ...{ shared: false, state: 'private', message: '', since: null, server: null, name: '', role: 'viewer' },
  ...{
    head: { seq: 0, at: null },
    serverHead: null,
    pending: 0,
    here: [],
    owners: [],
    approvers: [],
    program: null,
    confirm: null,
    held: false,
  },
};

async function status(context: QueryContext): Promise<Output<'share.status'>> {
  const { sharing: desk, store } = context;
  const sharing = await knownSharing(context.read);
  const { state, message, since, serverHead, here, people, program, held } = desk.standing();
  // Of a private portfolio nothing is read that its edits change: its screens ask for nothing more than before.
  if (sharing === null)
    return sharedAs(context.read) === null
      ? PRIVATE
      : { ...PRIVATE, shared: true, state: 'refused', message, since, held };
  const waiting = await listWaiting(context.read);
  const names = await namesFor(context, here);
  const others = here.filter(({ own, user }) => !own && user !== sharing.address.user);
  const last = await lastEntry(context.read);
  return {
    shared: true,
    state: state === 'private' ? 'offline' : state,
    ...{ message, since, held, confirm: await desk.toConfirm(store) },
    server: await serverOf(context, store),
    name: sharing.name,
    role: sharing.role as Role, // no other is read
    head: { seq: sharing.seq, at: last?.at ?? null },
    serverHead,
    pending: waiting.length,
    here: others.map((present) => ({ user: present.user, name: present.name, here: whereOf(present, names) })),
    owners: people.filter(({ role }) => role === 'owner').map(({ name }) => name),
    approvers: people.filter(({ role }) => role === 'approver' || role === 'owner').map(({ name }) => name),
    program: program && {
      ...{ theirs: program.theirs, ours: program.ours },
      mayUpdate: program.ours > program.theirs && program.role === 'owner',
    },
  };
}

export const share: SubjectHandlers<'share'> = {
  status: (_input, context) => status(context),
  test: ({ for: what, ...given }, context) =>
    context.sharing.test(loginOf(context, given), what).then(({ found, portfolios, ...rest }) => ({
      ...rest,
      found: [...found],
      portfolios: [...portfolios],
    })),
  create: async ({ name, remember, ...given }, context) => {
    const { name: portfolio } = await getPortfolio(context.read);
    const options = { name, portfolio, remember, format: PORTFOLIO_FORMAT };
    const id = await context.sharing.create(context.store, loginOf(context, given), options);
    context.publish(changedOutside('sharing', 'workspace'));
    return { portfolio: id };
  },
  prepare: async ({ user, name }, context) => {
    const { name: portfolio } = await getPortfolio(context.read);
    const { sharing, store } = context;
    return { ...(await sharing.prepare(store, user, { name, portfolio, format: PORTFOLIO_FORMAT })) };
  },
  join: async ({ portfolio, file, remember, ...given }, context) => {
    const login = loginOf(context, given);
    const path =
      file === undefined
        ? freePath(context.portfolioFolder, `${given.database} shared`)
        : withExtension(context.files.resolve(file));
    const store = await context.sharing.join(login, portfolio, path, remember);
    context.publish(changedOutside('sharing', 'workspace', 'preferences'));
    const { name } = await getPortfolio(store.read);
    return { portfolio, name, entries: (await lastEntry(store.read))?.seq ?? 0 };
  },
  leave: async ({ waiting }, context) => {
    const rows = (await listWaiting(context.read)).filter(({ channel }) => channel !== '');
    if (waiting === 'ask' && rows.length > 0) throw asksBeforeLeaving(rows);
    const { kept, dropped } = await context.sharing.leave(context.store, waiting === 'discard');
    context.publish(changedOutside('sharing', 'workspace'));
    return { entries: (await lastEntry(context.store.read))?.seq ?? 0, keptPending: kept, dropped: [...dropped] };
  },
  connect: async ({ remember, agree, ...given }, context) => {
    const state = await context.sharing.connect(proofOf(context, given), remember, agree);
    context.publish(changedOutside('sharing'));
    return { state };
  },
  update: async (_input, context) => {
    // Beside the backup of the database, which only its own tools make: this copy as it was with the programs of before.
    await createBackup(context.store, context.now, context.preferences.backupRule().folder);
    const state = await context.sharing.update(PORTFOLIO_FORMAT);
    context.publish(changedOutside('sharing', 'backups'));
    return { state };
  },
  away: (_input, context) => away(context),
  looked: async (_input, context) => {
    await context.sharing.looked(context.store);
    context.publish(changedOutside('sharing'));
    return {};
  },
  pending: (_input, context) => pending(context),
  unshared: (_input, context) => unshared(context),
  resolve: ({ id, how }, context) => resolve(context, id, how),
  members: async (_input, context) => {
    const sharing = await findSharing(context.read);
    if (sharing === null) return { rows: [] };
    return { rows: await membersOf(context, await context.sharing.members(), sharing.address.user) };
  },
  setRole: async ({ user, name, role }, context) => {
    const sharing = await findSharing(context.read);
    const members = await context.sharing.setRole(user, name, role);
    context.publish(changedOutside('sharing'));
    return { rows: await membersOf(context, members, sharing?.address.user ?? '') };
  },
  announce: async ({ page, modelId, edits }, { sharing }) => ({ told: await sharing.announce(page, modelId, edits) }),
  verify: (_input, context) =>
    context.atOneMoment(async ({ read, sharing }) => {
      const own = await verifyJournal(read);
      const last = await lastEntry(read);
      const shared = await knownSharing(read);
      const server = shared === null ? null : await sharing.verify();
      const here = { entries: own.entries, head: last?.hash ?? '' };
      const same = server === null || (server.firstBroken === null && server.head === here.head);
      return {
        ok: own.whole && same,
        message: verdict({ own: own.whole, server, same, waits: (last?.seq ?? 0) - (shared?.seq ?? 0) }),
        here,
        server: server && { entries: server.entries, head: server.head },
      };
    }),
};

interface Heads {
  readonly own: boolean;
  readonly server: { readonly firstBroken: number | null } | null;
  readonly same: boolean;
  readonly waits: number;
}

function verdict({ own, server, same, waits }: Heads): string {
  if (!own) return 'This copy is not what its own journal says. See the check of the journal for what differs.';
  if (server === null) return 'This copy is what its journal says. The server was not asked.';
  if (server.firstBroken !== null)
    return `The journal on the server is not whole from entry ${server.firstBroken} on: somebody changed it past Modelfolio. This copy is whole; show this to an owner.`;
  if (same) return 'The server and this copy hold the same journal, entry by entry.';
  return waits > 0
    ? 'This copy has changes that are not shared yet; up to them it is what its journal says.'
    : 'The server and this copy do not end with the same entry: wait until this copy has caught up, and check again.';
}
