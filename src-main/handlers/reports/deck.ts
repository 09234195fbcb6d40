import type { DeckRequest, MadeReport } from '#contract/reports/reports';
import { buildReport } from '#domain/reports/build-report';
import { reportFigures } from '#domain/reports/figures';
import { drawDeck } from '../../exporters/deck/draw-deck';
import { refuseWhenCancelled } from '../../failure/refuse-when-cancelled';
import type { CommandContext } from '../context';
import { gatherReport } from './gather';
import { makeReport } from './make-report';

/** A board reads no more. */
const BOARD_SLIDES = 8;

export function makeDeck(request: DeckRequest, asked: CommandContext): Promise<MadeReport> {
  return makeReport('deck', request, asked, async (hash, job, context) => {
    job.progress('Reading the portfolio', 0, null);
    const template =
      request.template === undefined
        ? undefined
        : await context.readers.template(context.files.resolve(request.template));
    const facts = await gatherReport(context, hash);
    refuseWhenCancelled(job.signal, 'report');
    const content = buildReport(facts, request);
    const bytes = drawDeck(
      content,
      {
        template,
        cover: request.length !== 'board',
        confidentiality: request.line,
        most: request.length === 'board' ? BOARD_SLIDES : undefined,
      },
      (done, total) => job.progress('Drawing the slides', done, total),
    );
    return { bytes, figures: reportFigures(facts.summary, facts.assessment) };
  });
}
