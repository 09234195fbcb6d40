import { useEffect, useRef, useState } from 'react';
import type { Sensitivity } from '#domain/investment/sensitivity';
import type { SimulationRequest, SimulationResult } from '#domain/investment/simulate';
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

/** The simulation and the tornado of a question, worked out beside the page; `null` asks nothing. */
export function useUncertainty(question: SimulationRequest | null): Uncertainty {
  const [state, setState] = useState<Uncertainty>(NONE);
  const worker = useRef<Worker | null>(null);
  const asked = useRef(0);

  useEffect(() => {
    const made = new Worker(new URL('./uncertainty-worker.ts', import.meta.url), { type: 'module' });
    made.addEventListener('message', ({ data }: MessageEvent<UncertaintyReply>) => {
      if (data.id === asked.current) setState((before) => taken(before, data));
    });
    made.addEventListener('error', () => {
      setState({ ...NONE, problem: 'The simulation could not be started. Open the scenario again.', stale: false });
    });
    worker.current = made;
    return () => {
      made.terminate();
      worker.current = null;
    };
  }, []);

  useEffect(() => {
    if (question === null || !worker.current) return;
    asked.current += 1;
    const request: UncertaintyRequest = { id: asked.current, question };
    worker.current.postMessage(request);
    setState((before) => (before.stale ? before : { ...before, stale: true }));
  }, [question]);

  return state;
}
