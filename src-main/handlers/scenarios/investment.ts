import { projectInvestment } from '#domain/scenarios/plan/project';
import { sensitivity } from '#domain/scenarios/uncertainty/sensitivity';
import { startSimulation } from '#domain/scenarios/uncertainty/simulate';
import { refuseWhenCancelled } from '../../failure/refuse-when-cancelled';
import { refusable } from '../../rpc/refusable';
import type { SubjectHandlers } from '../subject';

/** Runs of the simulation between two turns of the engine. */
const PORTION = 500;

export const investment: SubjectHandlers<'investment'> = {
  project: ({ inputs }) => refusable(() => projectInvestment(inputs)),
  simulate: ({ jobId, ...request }, { jobs }) =>
    jobs.run(jobId, async (job) => {
      const simulation = refusable(() => startSimulation(request));
      while (simulation.done() < simulation.runs) {
        refuseWhenCancelled(job.signal, 'simulation');
        refusable(() => simulation.advance(PORTION));
        job.progress('Simulating', simulation.done(), simulation.runs);
        await new Promise((resolve) => setImmediate(resolve));
      }
      return simulation.result();
    }),
  sensitivity: (question) => refusable(() => sensitivity(question)),
};
