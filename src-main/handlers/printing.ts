import type { Printing } from '../exporters/paper/print-report';
import { refuseWhenCancelled } from '../failure/refuse-when-cancelled';
import type { Job } from '../jobs/job-list';
import type { CommandContext } from './context';

/** The host's printer, as a job uses it. */
export const printingOf = ({ printPage }: Pick<CommandContext, 'printPage'>, job: Job): Printing => ({
  print: async (html) => {
    const pdf = await printPage({ html, signal: job.signal });
    refuseWhenCancelled(job.signal, 'report');
    return pdf;
  },
  progress: (step) => job.progress(step, 0, null),
});
