import { create } from 'zustand';
import type { Did } from '#contract/define';
import { ask } from '../../../client/call';
import { isStale } from '../../../client/freshness';
import { onEngineEvent } from '../../../client/query-client';
import { seen } from '../../../client/seen';
import type { ColumnStore, GridSlice } from '../../../components/table/column-store';
import { runInIdle } from '../../../components/table/idle-steps';
import { patchStore } from '../../../components/table/store-patch';
import { prepareRanks } from '../../../components/table/store-ranks';
import { prepareSearch } from '../../../components/table/store-search';
import { rowsSlice } from '../../../components/table/store-slice';
import { unpackStore } from '../../../components/table/unpack-store';
import { type GivenModel, modelCells } from './model-cells';
import { type Changed, OwnChanges } from './own-changes';

/** More changed models than this are fetched as the whole portfolio. */
export const PATCH_LIMIT = 1_000;

interface PortfolioData {
  /** `null` until the first answer. While it is fetched anew, the old one stays. */
  readonly store: ColumnStore | null;
  readonly error: unknown;
}

/** The portfolio as columns: one copy for the whole window, outside of the query cache. */
export const usePortfolioData = create<PortfolioData>(() => ({ store: null, error: null }));

/** What is out of date: everything, some models, or nothing. */
let stale: 'all' | Set<string> = 'all';
/** What the copy rests on, as the engine said; not known before the first answer. */
let reads: ReadonlySet<string> | undefined;
const own = new OwnChanges();
/** Rows that answers of our own changes brought while others were fetched, with their entries. */
const broughtMeanwhile = new Map<string, number>();
let watchers = 0;
let running = false;
let stopIdle: () => void = () => {};

function* prepare(store: ColumnStore): Generator<void, void> {
  yield* prepareSearch(store);
  yield* prepareRanks(store);
}

function show(store: ColumnStore): void {
  stopIdle();
  usePortfolioData.setState({ store, error: null });
  stopIdle = runInIdle(prepare(store));
}

async function fetchStale(): Promise<void> {
  const wanted = stale;
  stale = new Set();
  broughtMeanwhile.clear();
  const { store } = usePortfolioData.getState();
  const whole = wanted === 'all' || store === null;
  const ids = whole ? [] : [...wanted];
  const revision = whole ? await fetchWhole() : await fetchRows(ids);
  // What was fetched may be older than what a change of our own brought in the meantime.
  markStale([...broughtMeanwhile].flatMap(([id, seq]) => (seq > revision ? [id] : [])));
}

async function fetchWhole(): Promise<number> {
  const { value: grid, reads: readNow } = await ask('models.columns', {});
  reads = new Set(readNow);
  show(unpackStore(grid));
  return grid.revision;
}

async function fetchRows(ids: readonly string[]): Promise<number> {
  const { value: grid, reads: readNow } = await ask('models.grid', { ids });
  // The rows rest on what the whole rests on as well.
  reads = new Set([...(reads ?? []), ...readNow]);
  const { store } = usePortfolioData.getState();
  const there = new Set(grid.ids);
  if (store !== null) show(patchStore(store, grid, [...ids.filter((id) => !there.has(id))]));
  return grid.revision;
}

const anyStale = (): boolean => stale === 'all' || stale.size > 0;

/** Fetches until nothing is out of date; only while somebody looks. */
async function catchUp(): Promise<void> {
  if (running) return;
  running = true;
  const fetched = seen.fetching();
  try {
    while (watchers > 0 && anyStale()) await fetchStale();
  } catch (error) {
    stale = 'all';
    usePortfolioData.setState({ error });
  } finally {
    fetched();
    running = false;
  }
}

/** @param modelIds `null`: all */
function markStale(modelIds: readonly string[] | null): void {
  if (modelIds === null) stale = 'all';
  else if (stale !== 'all') for (const id of modelIds) stale.add(id);
  if (stale !== 'all' && stale.size > PATCH_LIMIT) stale = 'all';
}

function follow({ changed, modelIds }: Changed): void {
  if (!isStale(reads, changed)) return;
  // Another portfolio was opened: what is on the screen is not its.
  if (changed?.includes('workspace')) usePortfolioData.setState({ store: null, error: null });
  markStale(changed === null ? null : modelIds);
  void catchUp();
}

onEngineEvent((event) => {
  if (event.type === 'data.changed') for (const left of own.take(event)) follow(left);
  if (event.type === 'engine.state' && event.state === 'ready') {
    markStale(null);
    void catchUp();
  }
});

/** Keeps the portfolio loaded while the page is shown; answers the way to stop. */
export function watchPortfolio(): () => void {
  watchers += 1;
  void catchUp();
  return () => {
    watchers -= 1;
  };
}

export function fetchAgain(ids: readonly string[]): void {
  markStale(ids);
  void catchUp();
}

export function retryPortfolio(): void {
  usePortfolioData.setState({ error: null });
  void catchUp();
}

/** Puts cells into the shown copy before the engine has confirmed them. */
export function showCells(slice: GridSlice): void {
  const { store } = usePortfolioData.getState();
  if (store !== null) show(patchStore(store, slice));
}

/** Gives a command whose answer brings its models' rows (`takeRows`); what others change meanwhile is fetched afterwards. */
export async function changeHere<T>(give: () => Promise<T>): Promise<T> {
  own.begin();
  try {
    return await give();
  } finally {
    for (const left of own.end()) follow(left);
  }
}

/** Puts the rows that a command answered with into the shown copy, so that they need not be asked for again. */
export function takeRows(models: readonly GivenModel[], did: Did | null, goneIds: readonly string[] = []): void {
  const { store } = usePortfolioData.getState();
  if (store === null) return;
  const ids = [...models.map(({ id }) => id), ...goneIds];
  if (did !== null) {
    own.note(did.seq, ids);
    if (running) for (const id of ids) broughtMeanwhile.set(id, did.seq);
  }
  show(patchStore(store, rowsSlice(store, models.map(modelCells), did?.seq), goneIds));
}
