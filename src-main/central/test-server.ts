import { sayDay } from '#domain/base/calendar';
import { DomainError } from '../failure/domain-error';
import { CentralLost, type Found, type TestOutcome } from '../store/shared/central';
import { type Login, sayServer } from './connection/address';
import { Session } from './connection/session';
import type { Named } from './server/genuine';
import { findShared, mayCreate } from './server/install';
import { listPrepared } from './server/prepared';

const good = (text: string, note = ''): Found => ({ state: 'good', text, note });
const bad = (text: string): Found => ({ state: 'bad', text, note: '' });

const notOurs = ({ schema, owner }: Named): Found => ({
  state: 'not_done',
  text: `${schema} was not looked into: it is not as Modelfolio sets up a shared portfolio`,
  note: `it belongs to “${owner}”`,
});

/** Looks at a server in the order in which a person would ask; writes nothing. */
export async function testServer(login: Login, what: 'create' | 'join'): Promise<TestOutcome> {
  const since = performance.now();
  const took = (): string => `${Math.max(1, Math.round(performance.now() - since))} ms`;
  let session: Session;
  try {
    session = await Session.open(login);
  } catch (error) {
    return failed(login, error);
  }
  try {
    const { proved } = session;
    const found = [
      good(
        proved === null ? 'The server is reached; it is this computer' : 'The server is reached, and is who it says',
        proved === null ? took() : `${took()}; until ${sayDay(proved.validUntil.toISOString())}`,
      ),
      good(`It takes the login ${login.user}`),
    ];
    const { version } = await session.one<{ version: string }>(`select current_setting('server_version') as version`);
    const { shared, leftOut } = await findShared(session);
    // Nobody enters what is being shared, or was prepared for it.
    const joinable = shared.filter(({ open }) => open);
    const portfolios = joinable.map(({ id, name, role }) => ({ id, name, role }));
    const seen = [...found, good(`PostgreSQL ${version.split(' ')[0] ?? ''}`), ...leftOut.map(notOurs)];
    return what === 'create' ? await forCreating(session, seen, portfolios) : forJoining(login, seen, portfolios);
  } catch (error) {
    return failed(login, error);
  } finally {
    await session.close();
  }
}

async function forCreating(
  session: Session,
  found: readonly Found[],
  portfolios: TestOutcome['portfolios'],
): Promise<TestOutcome> {
  const prepared = (await listPrepared(session)).map(({ name }) => `“${name}”`).join(', ');
  const lacks = prepared === '' ? await mayCreate(session) : '';
  const others =
    portfolios.length === 0
      ? good('Nothing of ours is in it', 'a place will be made')
      : good('Other portfolios of this login are in it', portfolios.map(({ name }) => name).join(', '));
  const may =
    prepared !== ''
      ? good(`A place was prepared for you: you become the owner`, `for ${prepared}`)
      : lacks === ''
        ? good('You may make a place for it: you become the owner')
        : bad(lacks);
  const ok = lacks === '';
  const rest: Found = { state: 'not_done', text: 'Nothing has been written yet', note: '' };
  return { ok, found: [...found, others, may, rest], advice: ok ? '' : lacks, provesToBe: null, portfolios };
}

function forJoining(login: Login, found: readonly Found[], portfolios: TestOutcome['portfolios']): TestOutcome {
  const ok = portfolios.length > 0;
  const advice = ok
    ? ''
    : `“${login.user}” is no member of a shared portfolio in ${login.database}. Ask its owner to let this login in, or look at the name of the database.`;
  const names = portfolios.map(({ name }) => name).join(', ');
  const last = ok
    ? good(portfolios.length === 1 ? `You may join ${names}` : `You may join one of ${names}`)
    : bad(advice);
  const rest: Found = { state: 'not_done', text: 'Nothing has been written yet', note: '' };
  return { ok, found: [...found, last, rest], advice, provesToBe: null, portfolios };
}

async function failed(login: Login, error: unknown): Promise<TestOutcome> {
  if (!(error instanceof CentralLost || error instanceof DomainError)) throw error;
  const provesToBe = error instanceof CentralLost ? error.provesToBe : null;
  const rest: Found = { state: 'not_done', text: 'Nothing was read or written', note: '' };
  const [first = error.message, ...advice] = error.message.split(/(?<=\.)\s+/);
  const found =
    provesToBe === null
      ? [bad(first), rest]
      : [
          good(`The server ${sayServer(login)} is reached`),
          bad(first),
          { ...rest, text: 'The password was not sent, nothing was read' },
        ];
  return { ok: false, found, advice: advice.join(' '), provesToBe, portfolios: [] };
}
