import type { MadeReport, PaperRequest } from '#contract/reports/reports';
import { buildReport } from '#domain/reports/build-report';
import { reportFigures } from '#domain/reports/figures';
import { refuseWhenCancelled } from '../../failure/refuse-when-cancelled';
import type { CommandContext } from '../context';
import { printingOf } from '../printing';
import { gatherReport } from './gather';
import { makeReport } from './make-report';

/** The report as a document, printed by the host. */
export function makePdf(request: PaperRequest, asked: CommandContext): Promise<MadeReport> {
  return makeReport('pdf', request, asked, async (hash, job, context) => {
    job.progress('Reading the portfolio', 0, null);
    const facts = await gatherReport(context, hash);
    refuseWhenCancelled(job.signal, 'report');
    const content = buildReport(facts, request);
    // The library for PDFs is read when somebody wants one.
    const { printReport } = await import('../../exporters/paper/print-report');
    const bytes = await printReport(content, request, printingOf(context, job));
    return { bytes, figures: reportFigures(facts.summary, facts.assessment) };
  });
}
