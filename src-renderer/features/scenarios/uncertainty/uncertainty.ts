import { type Sensitivity, sensitivity } from '#domain/scenarios/uncertainty/sensitivity';
import { type SimulationRequest, type SimulationResult, startSimulation } from '#domain/scenarios/uncertainty/simulate';
import { simulationMemory } from '#domain/scenarios/uncertainty/simulation-memory';
import { tornadoEnds } from '#domain/scenarios/uncertainty/tornado-ends';

export interface UncertaintyRequest {
  readonly id: number;
  readonly question: SimulationRequest;
}

export type UncertaintyReply =
  | { readonly id: number; readonly kind: 'sensitivity'; readonly sensitivity: Sensitivity }
  | {
      readonly id: number;
      readonly kind: 'simulated';
      readonly result: SimulationResult;
      readonly milliseconds: number;
    }
  | { readonly id: number; readonly kind: 'failed'; readonly sentence: string };

/** Runs between two looks at whether somebody has asked something newer. */
const PORTION = 1_000;

interface Surroundings {
  readonly reply: (reply: UncertaintyReply) => void;
  /** Lets messages in. */
  readonly breathe: () => Promise<void>;
  readonly now: () => number;
}

/** Answers questions, the newest only: what is being worked on when another comes is dropped. */
export function uncertaintyRunner({
  reply,
  breathe,
  now,
}: Surroundings): (request: UncertaintyRequest) => Promise<void> {
  let newest = -1;
  const memory = simulationMemory();
  return async ({ id, question }) => {
    newest = id;
    await breathe();
    if (newest !== id) return;
    try {
      const began = now();
      const simulation = startSimulation(question, memory);
      while (simulation.done() < simulation.runs) {
        simulation.advance(PORTION);
        await breathe();
        if (newest !== id) return;
      }
      reply({ id, kind: 'simulated', result: simulation.result(), milliseconds: now() - began });
      reply({
        id,
        kind: 'sensitivity',
        sensitivity: sensitivity({ ...question, uncertain: tornadoEnds(question.uncertain) }),
      });
    } catch (error) {
      // The rules refuse with a sentence made for the person; anything else is a fault of ours and says so.
      const sentence = error instanceof RangeError ? error.message : 'The uncertainty could not be computed.';
      reply({ id, kind: 'failed', sentence });
    }
  };
}
