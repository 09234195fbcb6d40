import { addressText, type ShareAddress } from './share-address';
import { type ShareRole, sayNames } from './share-words';

interface Asking {
  readonly portfolio: string;
  readonly server: ShareAddress & { readonly user: string };
  /** Of whoever asks. */
  readonly name: string;
}

const AS_ROLE: Readonly<Record<ShareRole, string>> = {
  viewer: 'a viewer',
  editor: 'an editor',
  approver: 'an approver',
  owner: 'an owner',
};

/** For a shell: one word, whatever stands in it. */
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** What an owner types to give a role. */
export const roleCommand = (user: string, name: string, role: ShareRole): string =>
  `npm run --silent modelfolio -- share.setRole ${quoted(JSON.stringify({ user, name, role }))} --portfolio FILE`;

/** What somebody sends to an owner who needs another role. */
export function roleAsking({ portfolio, server, name }: Asking, role: ShareRole): string {
  return `Please make me ${AS_ROLE[role]} of “${portfolio}”, which we share at ${addressText(server)}. I sign as ${name}; my login is ${server.user}.

In Modelfolio: Settings, “Who shares it”, the role beside my name. Or on the command line:

${roleCommand(server.user, name, role)}
`;
}

/** `Priya Raman gives roles`, `Priya Raman and Ada give roles`. */
export const ownersWords = (owners: readonly string[]): string =>
  owners.length === 0 ? 'Its owners give roles' : `${sayNames(owners)} ${owners.length === 1 ? 'gives' : 'give'} roles`;

/** What somebody sends to an owner when the own program is newer than the shared portfolio. */
export const updateAsking = ({ portfolio, server }: Asking): string =>
  `I have a newer Modelfolio than the one with which we share “${portfolio}” (${addressText(server)}), so that I can only read my copy. Please install the newer one, open the portfolio in it and choose “Bring it up to this program” in Settings, “Who shares it”, after a backup of the database. Everybody needs the newer one from then on.
`;

/** What an owner tells the others before. */
export const updateNews = ({ portfolio, server }: Asking): string =>
  `I bring “${portfolio}”, which we share at ${addressText(server)}, up to a newer Modelfolio. From then on everybody needs that one; an older one goes on reading its own copy and writes nothing. Please share what waits on your computer before (“Not yet shared” on top), and install the newer Modelfolio afterwards.
`;

/** The backup of the database that its own tools make. */
export const backupCommand = ({ host, port, database }: ShareAddress, id: string): string =>
  `pg_dump -h ${host} -p ${port} -d ${quoted(database)} -n modelfolio_${id} -Fc -f modelfolio.dump`;
