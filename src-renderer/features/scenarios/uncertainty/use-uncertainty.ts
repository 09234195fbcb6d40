import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Sensitivity } from '#domain/scenarios/uncertainty/sensitivity';
import type { SimulationRequest, SimulationResult } from '#domain/scenarios/uncertainty/simulate';
import type { UncertaintyReply, UncertaintyRequest } from './uncertainty';

export interface Uncertainty {
  readonly result: SimulationResult | null;
  readonly sensitivity: Sensitivity | null;
  /** Why there is no result; '' otherwise. */
  readonly problem: string;
  /** What is shown answers an older question; the new one is being worked on. */
  readonly stale: boolean;
  /** How long the last simulation took; `null` before the first. */
  readonly milliseconds: number | null;
}

const NONE: Uncertainty = { result: null, sensitivity: null, problem: '', stale: true, milliseconds: null };

function taken(before: Uncertainty, reply: UncertaintyReply): Uncertainty {
  if (reply.kind === 'failed') return { ...NONE, problem: reply.sentence, stale: false };
  if (reply.kind === 'simulated') {
    return { ...before, result: reply.result, milliseconds: reply.milliseconds, problem: '', stale: false };
  }
  return { ...before, sensitivity: reply.sensitivity };
}

/** The simulation and the tornado as they stand; only who reads them is drawn again when they arrive. */
export interface UncertaintyStore {
  readonly now: () => Uncertainty;
  readonly subscribe: (listener: () => void) => () => void;
  readonly ask: (question: SimulationRequest) => void;
  /** Starts the worker; answers the way to end it. */
  readonly start: () => () => void;
}

function createStore(): UncertaintyStore {
  let state = NONE;
  let worker: Worker | null = null;
  let asked: UncertaintyRequest | null = null;
  const listeners = new Set<() => void>();
  const put = (next: Uncertainty): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  return {
    now: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ask: (question) => {
      asked = { id: (asked?.id ?? 0) + 1, question };
      worker?.postMessage(asked);
      if (!state.stale) put({ ...state, stale: true });
    },
    start: () => {
      const made = new Worker(new URL('./uncertainty-worker.ts', import.meta.url), { type: 'module' });
      made.addEventListener('message', ({ data }: MessageEvent<UncertaintyReply>) => {
        if (data.id === asked?.id) put(taken(state, data));
      });
      made.addEventListener('error', () => {
        put({ ...NONE, problem: 'The simulation could not be started. Open the scenario again.', stale: false });
      });
      worker = made;
      if (asked) made.postMessage(asked);
      return () => {
        made.terminate();
        worker = null;
      };
    },
  };
}

/** Works out the newest question beside the page; `null` asks nothing. */
export function useUncertainty(question: SimulationRequest | null): UncertaintyStore {
  const [store] = useState(createStore);
  useEffect(() => store.start(), [store]);
  useEffect(() => {
    if (question !== null) store.ask(question);
  }, [store, question]);
  return store;
}

/** What is known now, kept up to date. */
export const useUncertain = (store: UncertaintyStore): Uncertainty => useSyncExternalStore(store.subscribe, store.now);
