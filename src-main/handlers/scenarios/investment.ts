import type { z } from 'zod';
import type { UncertainOfDecision } from '#contract/scenarios/options-question';
import { startDecision } from '#domain/scenarios/options/decide';
import type { UncertainInput } from '#domain/scenarios/options/uncertain-inputs';
import { viewsOf } from '#domain/scenarios/options/views';
import { projectInvestment } from '#domain/scenarios/plan/project';
import { sensitivity } from '#domain/scenarios/uncertainty/sensitivity';
import { startSimulation } from '#domain/scenarios/uncertainty/simulate';
import { refuseWhenCancelled } from '../../failure/refuse-when-cancelled';
import type { Job } from '../../jobs/job-list';
import { refusable } from '../../rpc/refusable';
import { getSettings } from '../../store/portfolio/settings';
import type { SubjectHandlers } from '../subject';

/** Runs of the simulation between two turns of the engine. */
const PORTION = 500;

/** A simulation that is worked off in portions. */
interface Portioned {
  readonly runs: number;
  readonly done: () => number;
  readonly advance: (count: number) => void;
}

/** Works a simulation off in portions, so that the engine answers others, reports and can be told to stop. */
async function workOff(job: Job, simulation: Portioned): Promise<void> {
  while (simulation.done() < simulation.runs) {
    refuseWhenCancelled(job.signal, 'simulation');
    refusable(() => simulation.advance(PORTION));
    job.progress('Simulating', simulation.done(), simulation.runs);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Uncertain inputs as the rules take them: the path beside how it is drawn. */
const placed = (uncertain: readonly z.output<typeof UncertainOfDecision>[]): readonly UncertainInput[] =>
  uncertain.map(({ path, ...of }) => ({ path, of: 'of' in of && of.of ? of.of : of }));

export const investment: SubjectHandlers<'investment'> = {
  project: ({ inputs }) => refusable(() => projectInvestment(inputs)),
  simulate: ({ jobId, ...request }, { jobs }) =>
    jobs.run(jobId, async (job) => {
      const simulation = refusable(() => startSimulation(request));
      await workOff(job, simulation);
      return simulation.result();
    }),
  sensitivity: (question) => refusable(() => sensitivity(question)),
  options: ({ jobId, uncertain, ...request }, { jobs, workspace }) =>
    jobs.run(jobId, async (job) => {
      const open = workspace.current();
      const thresholds = open ? (await getSettings(open.read)).levelThresholds : undefined;
      const decision = refusable(() => startDecision({ ...request, uncertain: placed(uncertain), thresholds }));
      if (decision.simulation) await workOff(job, decision.simulation);
      return refusable(() => decision.answer());
    }),
  views: ({ uncertain, ...request }) => refusable(() => viewsOf({ ...request, uncertain: placed(uncertain) })),
};
