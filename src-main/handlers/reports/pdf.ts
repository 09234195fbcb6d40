import type { MadeReport, PaperRequest } from '#contract/reports/reports';
import { buildReport } from '#domain/reports/build-report';
import { reportFigures } from '#domain/reports/figures';
import { reportHtml } from '../../exporters/paper/report-html';
import { withPrintDate } from '../../exporters/paper/stable-pdf';
import { refuseWhenCancelled } from '../../failure/refuse-when-cancelled';
import type { CommandContext } from '../context';
import { gatherReport } from './gather';
import { makeReport } from './make-report';

/** The deck's content as a document, printed by the host. */
export function makePdf(request: PaperRequest, asked: CommandContext): Promise<MadeReport> {
  return makeReport('pdf', request, asked, async (hash, job, context) => {
    job.progress('Reading the portfolio', 0, null);
    const facts = await gatherReport(context, hash);
    refuseWhenCancelled(job.signal, 'report');
    const content = buildReport(facts, {
      locale: request.locale,
      redact: request.redact,
      length: 'steering',
      models: false,
    });
    job.progress('Printing the pages', 0, null);
    const pdf = await context.printPage({ html: reportHtml(content, request.paper), signal: job.signal });
    return { bytes: withPrintDate(pdf, context.now), figures: reportFigures(facts.summary, facts.assessment) };
  });
}
