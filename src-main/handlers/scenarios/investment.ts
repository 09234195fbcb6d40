import { projectInvestment } from '#domain/scenarios/plan/project';
import { sensitivity } from '#domain/scenarios/uncertainty/sensitivity';
import { startSimulation } from '#domain/scenarios/uncertainty/simulate';
import { DomainError } from '../../failure/domain-error';
import { refusable } from '../../rpc/refusable';
import type { SubjectHandlers } from '../subject';

/** Runs of the simulation between two turns of the engine. */
const PORTION = 500;

/** The rules' results are readonly throughout; what leaves is a copy. */
const copied = <T>(value: T) => JSON.parse(JSON.stringify(value));

export const investment: SubjectHandlers<'investment'> = {
  project: ({ inputs }) => copied(refusable(() => projectInvestment(inputs))),
  simulate: ({ jobId, ...request }, { jobs }) =>
    jobs.run(jobId, async (job) => {
      const simulation = refusable(() => startSimulation(request));
      while (simulation.done() < simulation.runs) {
        if (job.signal.aborted) throw new DomainError('cancelled', 'The simulation was cancelled.');
        refusable(() => simulation.advance(PORTION));
        job.progress('Simulating', simulation.done(), simulation.runs);
        await new Promise((resolve) => setImmediate(resolve));
      }
      return copied(simulation.result());
    }),
  sensitivity: (question) => copied(refusable(() => sensitivity(question))),
};
