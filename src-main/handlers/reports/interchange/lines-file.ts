import type { Input, Output } from '#contract/index';
import { LINES, type LinesHead, linesText } from '../../../exporters/lines/portfolio-lines';
import { refuseWhenCancelled } from '../../../failure/refuse-when-cancelled';
import { PORTFOLIO_FORMAT } from '../../../store/files';
import { evidenceParts, evidenceRange } from '../../../store/journal/evidence';
import { portfolioParts } from '../../../store/lines/read-lines';
import { countUnshared } from '../../../store/shared/waiting';
import type { QueryContext } from '../../context';
import { writePieces } from './write-file';

/** The whole portfolio as lines: rows, points and the journal with all its changes, of one moment. */
export async function writeLines(
  target: Input<'exports.lines'>,
  context: QueryContext,
): Promise<Output<'exports.lines'>> {
  let entries = 0;
  let last = '';
  const file = await writePieces(target, context, async ({ read, ask, now, appVersion }, job) => {
    const { name } = await ask('portfolio.info', {});
    const range = await evidenceRange(read, {});
    const unshared = await countUnshared(read);
    entries = range.journal.entries;
    last = range.head;
    const head: LinesHead = {
      lines: LINES,
      version: 1,
      portfolio: name,
      structure: PORTFOLIO_FORMAT,
      entries,
      head: last,
      ...(unshared > 0 && { unshared }),
      exportedAt: now,
      program: `Modelfolio ${appVersion}`,
    };
    let lines = 0;
    const written = (count: number): void => {
      lines = count;
      refuseWhenCancelled(job.signal, 'export');
      job.progress('Writing lines', lines, null);
    };
    return {
      text: linesText(head, evidenceParts(read, range, true), portfolioParts(read), written),
      rows: () => lines,
    };
  });
  return { ...file, entries, head: last };
}
