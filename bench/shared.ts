import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { postgres } from '../src-main/central/testing/postgres';
import { openLine } from '../trust/shared-line';
import { type Figure, figure } from './figure';
import { machineWords } from './grid/report';
import { LIVES, writeInventory } from './inventory/write-inventory';
import { addressOf, loadWords, makePlace, openProgram, type Place, type Program, userOf } from './shared/place';
import { type Members, startMembers } from './shared/programs';
import { share as percentile, WAITS_HEAD, waitsLine } from './shared/waits';

const MODELS = 100_000;
const SECONDS = 60;
const CONNECTIONS = 50;
/** Programs in one process. */
const TOGETHER = 10;
const EDITORS = 5;
const ROUND_TRIP_MS = 20;

/**
 * What sharing costs: `npm run bench:shared`, with another size and time `-- --models 10000 --seconds 600`, parts of it
 * `-- join import crowd`. `--programs`: beside the import five whole programs edit, which take it over themselves.
 */
export async function run(args: readonly string[]): Promise<readonly Figure[]> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { models: { type: 'string' }, seconds: { type: 'string' }, programs: { type: 'boolean', default: false } },
  });
  if (postgres.why !== null) return [{ what: 'a portfolio that a team shares', leftOut: postgres.why }];
  const told: Figure[] = [];
  const models = Number(values.models ?? MODELS);
  const wanted = (part: string): boolean => positionals.length === 0 || positionals.includes(part);
  console.log(`${machineWords()}; ${loadWords()} before\n`);
  if (wanted('join') || wanted('import')) told.push(...(await withModels(models, wanted, values.programs)));
  if (wanted('crowd')) told.push(await crowd(Number(values.seconds ?? SECONDS)));
  return told;
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1_000;
};
const say = (models: number): string => models.toLocaleString('en-US');

async function withModels(
  models: number,
  wanted: (part: string) => boolean,
  programs: boolean,
): Promise<readonly Figure[]> {
  const told: Figure[] = [];
  const place = await makePlace();
  try {
    const owner = await openProgram(join(place.folder, 'Ada'), 'Ada');
    await fill(place, owner, { models, from: 0, create: true });
    let portfolio = '';
    const sharing = await timed(async () => {
      portfolio = await share(place, owner, names(EDITORS + 1));
    });
    console.log(`Sharing ${say(models)} models: ${sharing.toFixed(1)} s`);
    told.push(figure('sharing a portfolio, s', `${say(models)} models`, sharing));
    if (wanted('join')) told.push(await joinOnce(place, portfolio, models));
    if (wanted('import')) told.push(await importBeside(place, { owner, portfolio, models, programs }));
    await owner.close();
    return told;
  } finally {
    await place.remove();
  }
}

const names = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `Member${at + 1}`);

interface Filling {
  readonly models: number;
  readonly from: number;
  readonly create: boolean;
}

async function fill({ folder }: Place, owner: Program, { models, from, create }: Filling): Promise<void> {
  const file = join(folder, `inventory-${from}.csv`);
  // Like no other, so that no row waits until somebody says whose it is.
  const line = (row: number): string => {
    const [id = '', name = '', ...rest] = LIVES.line(row + from).split(',');
    return [id, createHash('sha256').update(name).digest('hex').slice(0, 20), ...rest].join(',');
  };
  await writeInventory(file, { ...LIVES, line }, { rows: models });
  if (!create) return;
  await owner.call('workspace.create', { name: 'Bench', currency: 'EUR', file: join(folder, 'owner.modelfolio') });
  await owner.call('imports.apply', { file });
}

/** @returns the id of the shared portfolio, of which all these are editors */
async function share({ server }: Place, owner: Program, members: readonly string[]): Promise<string> {
  await server.login('ada', 'createrole');
  await server.sql('grant create on database postgres to ada');
  for (const who of members) await server.login(userOf(who));
  const created = await owner.call('share.create', { ...addressOf(server.port, 'Ada'), name: 'Ada' });
  for (const who of members) await owner.call('share.setRole', { user: userOf(who), name: who, role: 'editor' });
  return (created as { readonly portfolio: string }).portfolio; // as the contract has it
}

async function joinOnce({ folder, server }: Place, portfolio: string, models: number): Promise<Figure> {
  const who = 'Member1';
  const program = await openProgram(join(folder, 'joined'), who);
  const file = join(folder, 'joined', 'copy.modelfolio');
  const seconds = await timed(() => program.call('share.join', { ...addressOf(server.port, who), portfolio, file }));
  console.log(`Joining ${say(models)} models: ${seconds.toFixed(1)} s (bar: 60 s); ${loadWords()}\n`);
  await program.close();
  return figure('joining it, s', `${say(models)} models`, seconds, { most: 60 });
}

interface Beside {
  readonly owner: Program;
  readonly portfolio: string;
  readonly models: number;
  /** Whole programs edit, and not only what they say to the server. */
  readonly programs: boolean;
}

async function importBeside(place: Place, { owner, portfolio, models, programs }: Beside): Promise<Figure> {
  await fill(place, owner, { models, from: models, create: false });
  const editors = groupOf(place.folder, place.server.port, {
    ...{ portfolio, who: names(EDITORS), together: programs ? 1 : EDITORS, pause: 200 },
    models: programs ? null : await someModels(owner),
  });
  await editors.ready;
  editors.go();
  const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  await rest(5_000);
  const begun = Date.now();
  const file = join(place.folder, `inventory-${models}.csv`);
  const seconds = await timed(() => owner.call('imports.apply', { file }));
  const ended = Date.now();
  await rest(5_000);
  const waits = await editors.end();
  const during = waits.filter(({ at, ms }) => at + ms >= begun && at <= ended);
  const who = programs ? 'whole programs, which take the import over themselves' : 'what the server makes them wait';
  console.log(
    `Five who edit every 200 ms (${who}) beside an import of ${say(models)}, which took ${seconds.toFixed(1)} s`,
  );
  console.log(`(bar: 2,000 ms; ${loadWords()}):\n\n${WAITS_HEAD}`);
  console.log(
    waitsLine(
      'before it',
      waits.filter(({ at, ms }) => at + ms < begun),
    ),
  );
  console.log(waitsLine('beside it', during));
  console.log(
    `${waitsLine(
      'after it',
      waits.filter(({ at }) => at > ended),
    )}\n`,
  );
  for (const why of new Set(waits.flatMap(({ refused }) => refused ?? []))) console.log(`refused: ${why}`);
  const longest = during.reduce((most, { ms }) => Math.max(most, ms), 0);
  return figure('five who edit beside an import into it, longest, ms', `${say(models)} models`, longest, {
    most: 2_000,
  });
}

/** The first models that are there, for those who keep no copy. */
async function someModels(owner: Program): Promise<readonly string[]> {
  const list = await owner.call('models.list', { limit: EDITORS });
  return (list as { readonly rows: readonly { readonly id: string }[] }).rows.map(({ id }) => id); // as the contract has it
}

interface Group {
  readonly portfolio: string;
  readonly who: readonly string[];
  readonly together: number;
  readonly pause: number;
  readonly models: readonly string[] | null;
}

function groupOf(folder: string, port: number, { who, together, ...rest }: Group): Members {
  const children: Members[] = [];
  for (let at = 0; at < who.length; at += together)
    children.push(startMembers({ folder, port, names: who.slice(at, at + together), ...rest }));
  return {
    ready: Promise.all(children.map(({ ready }) => ready)).then(() => undefined),
    go: () => {
      for (const child of children) child.go();
    },
    end: async () => (await Promise.all(children.map((child) => child.end()))).flat(),
  };
}

/** Fifty programs at the end of a line. */
async function crowd(seconds: number): Promise<Figure> {
  const place = await makePlace();
  const line = await openLine(place.server.port, ROUND_TRIP_MS);
  try {
    const owner = await openProgram(join(place.folder, 'Ada'), 'Ada');
    await fill(place, owner, { models: 500, from: 0, create: true });
    const who = names(CONNECTIONS);
    const portfolio = await share(place, owner, who);
    const members = groupOf(place.folder, line.port, {
      portfolio,
      who,
      together: TOGETHER,
      pause: 10_000,
      models: null,
    });
    await members.ready;
    members.go();
    await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
    const load = loadWords();
    const waits = await members.end();
    console.log(`${CONNECTIONS} programs, an edit each 10 s, for ${seconds} s, ${ROUND_TRIP_MS} ms there and back`);
    console.log(`(by a proxy of our own; bar: 95 % below 300 ms; ${load}):\n\n${WAITS_HEAD}`);
    console.log(`${waitsLine('all', waits)}\n`);
    await owner.close();
    const of = `an edit each 10 s, ${ROUND_TRIP_MS} ms there and back`;
    const done = waits.filter(({ refused }) => refused === null).map(({ ms }) => ms);
    return figure(`${CONNECTIONS} programs, 95 of 100 edits, ms`, of, percentile(done, 0.95), { most: 300 });
  } finally {
    line.close();
    await place.remove();
  }
}
