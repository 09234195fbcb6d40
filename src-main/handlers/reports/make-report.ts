import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { MadeReport, ReportKind, ReportRequest } from '#contract/reports/reports';
import { createRedactor } from '#domain/reports/redactor';
import { refuseWhenCancelled } from '../../failure/refuse-when-cancelled';
import type { Job } from '../../jobs/job-list';
import { checkLocale } from '../../platform/check-locale';
import { writeWholeFile } from '../../platform/whole-file';
import { contentHash } from '../../store/reports/reports';
import type { CommandContext } from '../context';

export interface Drawn {
  /** In one piece, or in several behind one another. */
  readonly bytes: Uint8Array | readonly Uint8Array[];
  /** What a later report compares itself with (JSON). */
  readonly figures: unknown;
}

/**
 * What all reports share: read one moment of the portfolio, draw it, write the file whole, and note that it was made. `draw`
 * gets the hash of the content and the context of that moment; others go on writing meanwhile.
 */
export function makeReport(
  kind: ReportKind,
  request: ReportRequest,
  context: CommandContext,
  draw: (hash: string, job: Job, moment: CommandContext) => Promise<Drawn>,
): Promise<MadeReport> {
  return context.jobs.run(request.jobId, async (job) => {
    checkLocale(request.locale);
    const path = context.files.resolve(request.out);
    const { hash, drawn } = await context.atOneMoment(async (moment) => {
      const hash = await contentHash(moment.read);
      return { hash, drawn: await draw(hash, job, moment) };
    });
    refuseWhenCancelled(job.signal, 'report');
    job.progress('Writing the file', 0, null);
    const bytes = await writeWholeFile(path, async (beside) => {
      await writeFile(beside, drawn.bytes);
      refuseWhenCancelled(job.signal, 'report');
    });
    if (!context.store.readOnly) {
      const { locale, redact } = request;
      const left = { ...redact, texts: createRedactor(redact, []).withholdsTexts };
      const redacted = (['names', 'owners', 'money', 'texts'] as const).filter((part) => left[part]);
      const fileName = basename(path);
      await context.noteReport({ kind, fileName, bytes, contentHash: hash, locale, redacted, figures: drawn.figures });
    }
    return { path: request.out, bytes, contentHash: hash };
  });
}
