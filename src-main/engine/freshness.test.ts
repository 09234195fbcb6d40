import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import type { EngineEvent } from '#contract/events';
import { contract, type Input, type QueryChannel } from '#contract/index';
import { isStale } from '../../src-renderer/client/freshness';
import { changedTemplate } from '../exporters/deck/testing/other-templates';
import { EMPTY_COLUMNS } from '../store/tables';
import { blankPdf } from '../testing/blank-pdf';
import { LEFT_OUT } from '../testing/freshness/left-out';
import { type Known, QUESTIONS } from '../testing/freshness/questions';
import { tellStory, UNWRITTEN } from '../testing/freshness/story';
import type { Teller } from '../testing/freshness/teller';
import { temporaryFolder, testBackend } from '../testing/test-backend';
import type { Backend } from './backend-types';

const channelsOf = (kind: 'query' | 'command'): string[] =>
  Object.entries(contract).flatMap(([subject, endpoints]) =>
    Object.entries(endpoints).flatMap(([method, endpoint]) => (endpoint.kind === kind ? [`${subject}.${method}`] : [])),
  );

/** Figures that tell how far something has come, and not what there is: nobody keeps a copy for their sake. */
const UNKEPT = new Set(['sizeBytes', 'bytes', 'revision']);
const textOf = (value: unknown): string =>
  JSON.stringify(value, (key, part: unknown) => (UNKEPT.has(key) ? undefined : part));

/** A copy that a screen keeps. `reads` is not there where the question failed: then it may rest on anything. */
interface Copy {
  readonly channel: QueryChannel;
  readonly input: Input<QueryChannel>;
  readonly text: string;
  readonly reads: ReadonlySet<string> | undefined;
}

async function ask(backend: Backend, channel: QueryChannel, input: Input<QueryChannel>): Promise<Copy> {
  const reply = await backend.dispatch(channel, input);
  if (!reply.ok) return { channel, input, text: textOf(reply.failure), reads: undefined };
  expect(reply.reads, `${channel} says what it rests on`).toBeDefined();
  return { channel, input, text: textOf(reply.value), reads: new Set(reply.reads) };
}

/** Answers that take a second: of several commands together it is asked whether one of them told. */
const SELDOM: ReadonlySet<string> = new Set(['reports.preview']);
const SELDOM_TURNS = 8;

/** A browser for each answer would say nothing more. */
const printPage = blankPdf;

const questionsFor = (known: Known) =>
  // The keys of QUESTIONS are query channels, and under each are inputs of this very channel.
  (Object.keys(QUESTIONS) as QueryChannel[]).flatMap((channel) =>
    QUESTIONS[channel](known).map((input) => ({ channel, input, key: `${channel} ${JSON.stringify(input)}` })),
  );

/** Keeps a copy of every answer through the story, as screens do, and notes each that became another one without being told. */
class Screens {
  readonly copies = new Map<string, Copy>();
  readonly untold: string[] = [];
  readonly given = new Set<string>();
  readonly changed = new Set<string>();
  readonly answered = new Set<string>();
  private readonly heard: EngineEvent[] = [];
  /** What was told since the answers that are asked for seldom. */
  private readonly unasked: (EngineEvent & { type: 'data.changed' })[] = [];
  private turn = 0;

  constructor(
    readonly backend: Backend,
    readonly known: Known,
  ) {
    backend.subscribe((event) => this.heard.push(event));
  }

  async look(): Promise<void> {
    for (const { channel, input, key } of questionsFor(this.known))
      if (!this.copies.has(key)) this.keep(key, await ask(this.backend, channel, input));
  }

  async after(command: string): Promise<void> {
    const told = this.heard.splice(0).filter((event) => event.type === 'data.changed');
    this.given.add(command);
    for (const { changed } of told) for (const source of changed ?? []) this.changed.add(source.replace(/\..*/, ''));
    this.turn += 1;
    this.unasked.push(...told);
    const turnOfSeldom = this.turn % SELDOM_TURNS === 0;
    for (const [key, copy] of this.copies) {
      const seldom = SELDOM.has(copy.channel);
      if (seldom && !turnOfSeldom) continue;
      const heard = seldom ? this.unasked : told;
      const now = await ask(this.backend, copy.channel, copy.input);
      this.keep(key, now);
      if (now.text !== copy.text && !heard.some(({ changed }) => isStale(copy.reads, changed)))
        this.untold.push(`${command} made another answer of ${key}, and no event told so`);
    }
    if (turnOfSeldom) this.unasked.length = 0;
  }

  private keep(key: string, copy: Copy): void {
    this.copies.set(key, copy);
    if (copy.reads) this.answered.add(copy.channel);
  }
}

/** Files are let in one by one, as on the desktop, so that recent portfolios are remembered. */
const granter = (folder: string, backend: Backend) => (name: string, content?: string) => {
  const path = join(folder, name);
  if (content !== undefined) writeFileSync(path, content);
  return backend.grantFile(path);
};

it('tells of every answer that a command makes another one', { timeout: 600_000 }, async () => {
  expect(Object.keys(QUESTIONS).sort()).toEqual(channelsOf('query').sort());
  const folder = temporaryFolder();
  const { backend } = await testBackend({ folder, portfolio: false, acceptPaths: false, printPage });
  const file = granter(folder, backend);
  const none = 'none';
  writeFileSync(
    join(folder, 'client.potx'),
    changedTemplate((_, xml) => xml),
  );
  const known: Known = {
    folder,
    template: file('client.potx'),
    inventory: file('inventory.csv', 'name,unit\nChurn,Retail\nNew,Legal\n'),
    out: file('out.csv'),
    model: none,
    other: none,
    incident: none,
    challenger: none,
    importId: none,
    connection: none,
    assessment: none,
    earlier: none,
    offer: none,
    scenario: none,
    rival: none,
    series: 0,
  };
  const screens = new Screens(backend, known);
  const teller: Teller = {
    file,
    give: async (channel, input) => {
      await screens.look();
      const reply = await backend.dispatch(channel, input);
      if (!reply.ok) throw new Error(`${channel}: ${reply.failure.message}`);
      await screens.after(channel);
      return reply.value as never; // dispatch parsed it by the schema of this channel
    },
    ask: async (channel, input) => {
      const reply = await backend.dispatch(channel, input);
      if (!reply.ok) throw new Error(`${channel}: ${reply.failure.message}`);
      return reply.value as never; // dispatch parsed it by the schema of this channel
    },
  };
  await tellStory(teller, known);

  expect(screens.untold).toEqual([]);
  // The story is worth something: it was told by every command, wrote every fact, and every question had an answer once.
  expect([...screens.given, ...Object.keys(LEFT_OUT)].sort()).toEqual(channelsOf('command').sort());
  const written = Object.keys(EMPTY_COLUMNS).filter((table) => screens.changed.has(table));
  expect([...written, ...UNWRITTEN].sort()).toEqual(Object.keys(EMPTY_COLUMNS).sort());
  expect([...screens.answered].sort()).toEqual(channelsOf('query').sort());
  // And an answer from memory rests on what it rested on when it was read: whichever question came first.
  await backend.close();
  const there = { ...known, inventory: join(folder, 'inventory.csv'), out: join(folder, 'out.csv') };
  const questions = questionsFor(there);
  const inTurn = await readsOfColdEngine(join(folder, 'acme.modelfolio'), questions);
  const backwards = await readsOfColdEngine(join(folder, 'acme.modelfolio'), questions.toReversed());
  expect(inTurn.again).toEqual(inTurn.first);
  expect(backwards.first).toEqual(inTurn.first);
});

type Reads = Readonly<Record<string, readonly string[]>>;

/** An engine that remembers nothing, not even in its modules: what answers rest on when asked first, and when asked again. */
async function readsOfColdEngine(path: string, questions: ReturnType<typeof questionsFor>) {
  vi.resetModules();
  const cold: typeof import('../testing/test-backend') = await import('../testing/test-backend');
  const { backend, call } = await cold.testBackend({ portfolio: false, printPage });
  await call('workspace.open', { file: path });
  const round = async (): Promise<Reads> => {
    const reads: Record<string, readonly string[]> = {};
    for (const { channel, input, key } of questions)
      reads[key] = [...((await ask(backend, channel, input)).reads ?? [])];
    return reads;
  };
  const first = await round();
  const again = await round();
  await backend.close();
  return { first, again };
}
