import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Input, Output } from '#contract/index';
import { evidenceVerdict } from '#domain/base/evidence-words';
import { settledDay } from '#domain/base/moving-day';
import { certificateContent } from '../../exporters/evidence/certificate';
import { EVIDENCE, type EvidenceHead } from '../../exporters/evidence/evidence-file';
import { type EvidenceFindings, verifyEvidence } from '../../exporters/evidence/verify-evidence';
import { evidenceText } from '../../exporters/evidence/write-evidence';
import { DomainError } from '../../failure/domain-error';
import { refuseWhenCancelled } from '../../failure/refuse-when-cancelled';
import type { Job } from '../../jobs/job-list';
import { checkLocale } from '../../platform/check-locale';
import { type ClockSource, clockSource } from '../../platform/clock-source';
import { writeWholeFile } from '../../platform/whole-file';
import { evidenceParts, evidenceRange } from '../../store/journal/evidence';
import { verifyJournal } from '../../store/journal/verify';
import { countUnshared } from '../../store/shared/waiting';
import type { QueryContext } from '../context';
import { printingOf } from '../printing';

type Evidence = Output<'journal.verifyExport'>;

const clockWords = ({ clock, keptByTimeServer, server }: ClockSource): string => {
  if (keptByTimeServer === null) return `${clock}; the system does not say whether a time server keeps it right`;
  return keptByTimeServer
    ? `${clock}, kept right by ${server === '' ? 'a time server' : `the time server ${server}`}`
    : `${clock}, not kept by a time server`;
};

export function exportEvidence(
  asked: Input<'journal.export'>,
  context: QueryContext,
): Promise<Output<'journal.export'>> {
  return context.jobs.run(asked.jobId, async (job) => {
    const { certificate, values = true } = asked;
    if (certificate) checkLocale(certificate.locale ?? 'en');
    const path = context.files.resolve(asked.out);
    const { name: portfolio } = await context.ask('portfolio.info', {});
    const clock = await clockSource();
    await context.store.snapshot(async (read) => {
      const today = context.now.slice(0, 10);
      const settle = (day: string | undefined) => (day === undefined ? day : settledDay(day, today));
      const { fromDay, toDay, from, to } = asked;
      const range = await evidenceRange(read, { from, to, fromDay: settle(fromDay), toDay: settle(toDay) });
      job.progress('Verifying the journal', 0, null);
      const { firstBroken, rows, differences, points } = await verifyJournal(read);
      if (firstBroken !== null)
        throw new DomainError(
          'conflict',
          `Entry ${firstBroken} of the journal is not as it was written, so that no evidence can be made of it. Compare the portfolio with a backup.`,
        );
      const unshared = await countUnshared(read);
      const key = context.signing();
      const head: EvidenceHead = {
        evidence: EVIDENCE,
        version: 1,
        portfolio,
        from: range.from,
        to: range.to,
        before: range.before,
        values,
        journal: { ...range.journal, rows, differences: differences.length + points.differing },
        ...(unshared > 0 && { unshared }),
        exportedAt: context.now,
        exportedBy: context.actor,
        program: `Modelfolio ${context.appVersion}`,
        clock,
        publicKey: key.publicKey,
        fingerprint: key.fingerprint,
      };
      const totals = { entries: 0, changes: 0 };
      const total = range.to - range.from + 1;
      async function* watched(): AsyncGenerator<string> {
        for await (const text of evidenceText(head, evidenceParts(read, range, values), key, totals)) {
          refuseWhenCancelled(job.signal, 'export');
          job.progress('Writing entries', totals.entries, total);
          yield text;
        }
      }
      await writeWholeFile(path, (beside) => writeFile(beside, watched()));
    });
    const evidence = await readEvidence(path, context, job);
    if (certificate) await printCertificate(certificate, path, evidence, context, job);
    return { path: asked.out, evidence };
  });
}

export const verifyExport = (
  { file, jobId }: Input<'journal.verifyExport'>,
  context: QueryContext,
): Promise<Evidence> => context.jobs.run(jobId, (job) => readEvidence(context.files.resolve(file), context, job));

export function makeCertificate(
  asked: Input<'journal.certificate'>,
  context: QueryContext,
): Promise<Output<'journal.certificate'>> {
  return context.jobs.run(asked.jobId, async (job) => {
    checkLocale(asked.locale ?? 'en');
    const path = context.files.resolve(asked.file);
    const evidence = await readEvidence(path, context, job);
    await printCertificate(asked, path, evidence, context, job);
    return { path: asked.out, evidence };
  });
}

async function readEvidence(path: string, context: QueryContext, job: Job): Promise<Evidence> {
  job.progress('Reading the file again', 0, null);
  return toldEvidence(await found(path, job), context.signing().fingerprint);
}

async function found(path: string, job: Job): Promise<EvidenceFindings> {
  try {
    return await verifyEvidence(path, job.signal);
  } catch (error) {
    refuseWhenCancelled(job.signal, 'verification');
    if (!(error instanceof Error && 'errno' in error)) throw error;
    throw new DomainError(
      'bad_file',
      `${basename(path)} cannot be read. Look whether it is there, and choose it again.`,
    );
  }
}

function toldEvidence(findings: EvidenceFindings, own: string): Evidence {
  const { head, fault, entries, changes, actors, backwards, sha256, bytes } = findings;
  const rest = { entries, changes, actors: [...actors], backwards, sha256, bytes, fault };
  if (head === null)
    return {
      ...rest,
      ok: false,
      about: null,
      message: 'Its first line is not that of an exported journal: this is another file, or the line was altered.',
    };
  const { journal, clock, publicKey: _, evidence: _kind, version: _version, ...about } = head;
  return {
    ...rest,
    ok: fault === null,
    message: evidenceVerdict({ fault, entries, from: head.from, to: head.to, differences: journal.differences }),
    about: {
      ...about,
      firstAt: findings.firstAt,
      lastAt: findings.lastAt,
      head: findings.lastHash,
      clock: clockWords(clock),
      own: head.fingerprint === own,
    },
  };
}

interface Print {
  readonly out: string;
  readonly locale?: string | undefined;
  readonly paper?: 'A4' | 'Letter' | undefined;
}

async function printCertificate(
  { out, locale = 'en', paper = 'A4' }: Print,
  file: string,
  evidence: Evidence,
  context: QueryContext,
  job: Job,
): Promise<void> {
  const path = context.files.resolve(out);
  job.progress('Printing the certificate', 0, null);
  const content = certificateContent({
    evidence,
    fileName: basename(file),
    by: context.actor,
    at: context.now,
    program: `Modelfolio ${context.appVersion}`,
    clock: clockWords(await clockSource()),
    locale,
  });
  const { printReport } = await import('../../exporters/paper/print-report');
  const pdf = await printReport(content, { paper, line: '' }, printingOf(context, job));
  await writeWholeFile(path, (beside) => writeFile(beside, pdf));
}
