import { useCallback } from 'react';
import type { Output } from '#contract/index';
import { perform } from '../../client/perform';
import { type FileJob, useFileJob } from '../../client/use-file-job';
import type { ReportKind } from './report-kinds';
import { type ReportOptions, withholdsTexts } from './report-options';

export type Making = FileJob<ReportKind>;

type Made = Output<'reports.deck'>;

function make(kind: ReportKind, out: string, options: ReportOptions, jobId: string): Promise<Made> {
  const { locale, paper, names, owners, money, length, models, line, template } = options;
  const request = { out, locale, redact: { names, owners, money, texts: withholdsTexts(options) }, jobId };
  const telling = { ...request, length, models, line };
  if (kind === 'brief') return perform('reports.brief', { ...request, paper, line });
  if (kind === 'html') return perform('reports.html', telling);
  if (kind === 'pdf') return perform('reports.pdf', { ...telling, paper });
  const deck = { ...telling, ...(template && { template: template.token }) };
  return kind === 'deck' ? perform('reports.deck', deck) : perform('reports.workbook', request);
}

/** Asks where the report goes, makes it as a job, and hands it over. */
export function useMakeReport() {
  const { running, start: startJob, cancel } = useFileJob<ReportKind>();
  const start = useCallback(
    (kind: ReportKind, name: string, options: ReportOptions): Promise<void> =>
      startJob({ kind, name, make: (out, jobId) => make(kind, out, options, jobId) }),
    [startJob],
  );
  return { making: running, start, cancel };
}
