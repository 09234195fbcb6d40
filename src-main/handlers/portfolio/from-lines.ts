import type { Input } from '#contract/index';
import type { LinesHead } from '../../exporters/lines/portfolio-lines';
import { lineFault, readPortfolioLines } from '../../exporters/lines/read-portfolio';
import { DomainError } from '../../failure/domain-error';
import { refuseWhenCancelled } from '../../failure/refuse-when-cancelled';
import type { Job } from '../../jobs/job-list';
import { type FileKey, PORTFOLIO_FORMAT } from '../../store/files';
import { beginLines, type LinesTarget } from '../../store/lines/write-lines';
import type { FactChange } from '../../store/tables';
import type { CommandContext } from '../context';

/** Other calls, a cancel among them, take their turn after so many lines. */
const TURN = 500;

export interface MadeOfLines {
  readonly path: string;
  readonly entries: number;
  readonly head: string;
  /** Held against the journal. */
  readonly rows: number;
}

/** Makes a portfolio file of its lines: whole, with the journal that it had, or not at all. */
export async function makeOfLines(
  { lines, placeFor }: Pick<Input<'workspace.fromLines'>, 'lines'> & { readonly placeFor: (name: string) => string },
  key: FileKey | null,
  context: CommandContext,
  job: Job,
): Promise<MadeOfLines> {
  let path = '';
  let target: LinesTarget | null = null;
  let head: LinesHead | null = null;
  try {
    for await (const line of readPortfolioLines(context.files.resolve(lines))) {
      if (line.is === 'head') {
        head = fitting(line.head);
        path = placeFor(head.portfolio);
        target = beginLines({ path, key, now: context.now, version: head.structure });
        continue;
      }
      if (target === null) throw lineFault(line.line, 'stands in front of the first one');
      await take(target, line);
      if (line.line % TURN !== 0) continue;
      job.progress('Reading lines', line.line, null);
      await new Promise((resolve) => setImmediate(resolve));
      refuseWhenCancelled(job.signal, 'import');
    }
    if (target === null || head === null) throw lineFault(1, 'is missing');
    job.progress('Verifying the journal', 0, null);
    const { whole, entries, rows, last, firstBroken, differences, points } = await target.verify();
    if (!whole || last?.hash !== head.head || entries !== head.entries)
      throw new DomainError(
        'bad_file',
        `The lines are as they were written, but the rows are not what the journal says (${firstBroken === null ? `${differences.length + points.differences.length} differ` : `from entry ${firstBroken} on`}), so that no portfolio was made of them. Verify the journal of the portfolio that they were written from.`,
      );
    target.keep();
    return { path, entries, head: head.head, rows };
  } finally {
    target?.close();
  }
}

function fitting(head: LinesHead): LinesHead {
  if (head.structure <= PORTFOLIO_FORMAT) return head;
  throw new DomainError(
    'bad_file',
    `These lines were written by a newer Modelfolio (structure ${head.structure}, this one knows ${PORTFOLIO_FORMAT}). Update Modelfolio.`,
  );
}

type Taken = Exclude<Awaited<ReturnType<ReturnType<typeof readPortfolioLines>['next']>>['value'], { is: 'head' }>;

/** What does not fit the structure is told with its line. */
async function take(target: LinesTarget, line: Taken): Promise<void> {
  try {
    if (line.is === 'part') target.put(line.part);
    else if (line.is === 'change')
      await target.change(line.change as FactChange); // the journal is held against its rows
    else await target.entry(line.row);
  } catch (error) {
    if (error instanceof DomainError || !(error instanceof Error)) throw error;
    throw lineFault(line.line, `does not fit: ${error.message}`);
  }
}
