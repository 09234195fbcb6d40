import type { DeckRequest, MadeReport } from '#contract/reports/reports';
import { buildReport } from '#domain/reports/build-report';
import { reportFigures } from '#domain/reports/figures';
import { drawDeck } from '../../exporters/deck/draw-deck';
import { refuseWhenCancelled } from '../../failure/refuse-when-cancelled';
import type { CommandContext } from '../context';
import { dressOf } from './dress';
import { gatherReport } from './gather';
import { makeReport } from './make-report';

export function makeDeck(request: DeckRequest, asked: CommandContext): Promise<MadeReport> {
  return makeReport('deck', request, asked, async (hash, job, context) => {
    job.progress('Reading the portfolio', 0, null);
    const dress = await dressOf(request, context);
    const facts = await gatherReport(context, hash);
    refuseWhenCancelled(job.signal, 'report');
    const content = buildReport(facts, request);
    const bytes = drawDeck(content, dress, (done, total) => job.progress('Drawing the slides', done, total));
    return { bytes, figures: reportFigures(facts.summary, facts.assessment) };
  });
}
