import { open } from 'node:fs/promises';
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
  /** `null`: they were put into the file as they were drawn. */
  readonly bytes: Uint8Array | null;
  /** What a later report compares itself with (JSON). */
  readonly figures: unknown;
}

/** Puts a part of the file behind those before it. */
export type Put = (part: Uint8Array) => Promise<void>;

/**
 * What all reports share: read one moment of the portfolio, draw it, write the file whole, and note that it was made. `draw`
 * gets the hash of the content and the context of that moment; others go on writing meanwhile. What is large it puts into the file
 * part by part.
 */
export function makeReport(
  kind: ReportKind,
  request: ReportRequest,
  context: CommandContext,
  draw: (hash: string, job: Job, moment: CommandContext, put: Put) => Promise<Drawn>,
): Promise<MadeReport> {
  return context.jobs.run(request.jobId, async (job) => {
    checkLocale(request.locale);
    const path = context.files.resolve(request.out);
    let hash = '';
    let figures: unknown = null;
    // What drawing failed of is told as it is, and not as a file that could not be written.
    let failed: { readonly why: unknown } | null = null;
    const bytes = await writeWholeFile(path, async (beside) => {
      const file = await open(beside, 'r+');
      try {
        const put: Put = (part) => file.appendFile(part);
        const drawn = await context.atOneMoment(async (moment) => {
          hash = await contentHash(moment.read);
          return draw(hash, job, moment, put).catch((why: unknown) => {
            failed = { why };
            throw why;
          });
        });
        refuseWhenCancelled(job.signal, 'report');
        job.progress('Writing the file', 0, null);
        if (drawn.bytes !== null) await put(drawn.bytes);
        ({ figures } = drawn);
      } finally {
        await file.close();
      }
      refuseWhenCancelled(job.signal, 'report');
    }).catch((error: unknown) => {
      throw failed === null ? error : failed.why;
    });
    if (!context.store.readOnly) {
      const { locale, redact } = request;
      const left = { ...redact, texts: createRedactor(redact, []).withholdsTexts };
      const redacted = (['names', 'owners', 'money', 'texts'] as const).filter((part) => left[part]);
      const fileName = basename(path);
      await context.noteReport({ kind, fileName, bytes, contentHash: hash, locale, redacted, figures });
    }
    return { path: request.out, bytes, contentHash: hash };
  });
}
