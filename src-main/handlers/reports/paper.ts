import type { BriefRequest, MadeReport, PageRequest, PaperRequest, ReportKind } from '#contract/reports/reports';
import { buildReport, type ReportOptions } from '#domain/reports/build-report';
import type { ReportContent } from '#domain/reports/content';
import { reportFigures } from '#domain/reports/figures';
import { reportHtml } from '../../exporters/paper/report-html';
import { refuseWhenCancelled } from '../../failure/refuse-when-cancelled';
import type { Job } from '../../jobs/job-list';
import type { CommandContext } from '../context';
import { printingOf } from '../printing';
import { gatherReport } from './gather';
import { makeReport } from './make-report';

type Request = Parameters<typeof makeReport>[1] & ReportOptions;

/** What all papers share: the content, and how it becomes bytes. */
function makePaper(
  kind: ReportKind,
  request: Request,
  asked: CommandContext,
  draw: (content: ReportContent, job: Job, context: CommandContext) => Promise<Uint8Array>,
): Promise<MadeReport> {
  return makeReport(kind, request, asked, async (hash, job, context) => {
    job.progress('Reading the portfolio', 0, null);
    const facts = await gatherReport(context, hash);
    refuseWhenCancelled(job.signal, 'report');
    const bytes = await draw(buildReport(facts, request), job, context);
    return { bytes, figures: reportFigures(facts.summary, facts.assessment) };
  });
}

/** The library for PDFs is read when somebody wants one. */
const printers = () => import('../../exporters/paper/print-report');

/** The report as a document, printed by the host. */
export const makePdf = (request: PaperRequest, asked: CommandContext): Promise<MadeReport> =>
  makePaper('pdf', request, asked, async (content, job, context) =>
    (await printers()).printReport(content, request, printingOf(context, job)),
  );

/** The board paper on one page. */
export const makeBrief = (request: BriefRequest, asked: CommandContext): Promise<MadeReport> =>
  makePaper('brief', { ...request, length: 'board', models: false }, asked, async (content, job, context) =>
    (await printers()).printBrief(content, request, printingOf(context, job)),
  );

/** The report for a screen. */
export const makeHtml = (request: PageRequest, asked: CommandContext): Promise<MadeReport> =>
  makePaper('html', request, asked, async (content, job) => {
    job.progress('Writing the page', 0, null);
    return new TextEncoder().encode(reportHtml(content, { paper: 'A4', line: request.line }));
  });
