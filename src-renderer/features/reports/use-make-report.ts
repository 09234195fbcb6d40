import { useCallback } from 'react';
import type { Input, Output } from '#contract/index';
import { perform } from '../../client/perform';
import { type FileJob, useFileJob } from '../../client/use-file-job';
import type { ReportKind } from './report-kinds';
import { type ReportOptions, redactOf } from './report-options';

export type Making = FileJob<ReportKind>;

type Made = Output<'reports.deck'>;

/** For whom, and what is left out. */
const readerOf = (options: ReportOptions) => ({ locale: options.locale, redact: redactOf(options) });

const tellingOf = ({ length, models, line }: ReportOptions) => ({ length, models, line });

/** A deck as it is asked for, made or only looked at. */
export function deckOf(options: ReportOptions): Input<'reports.preview'> {
  const { company, template, layouts } = options;
  const dress = { company, keptLogo: true, ...(template && { template: template.token, layouts }) };
  return { ...readerOf(options), ...tellingOf(options), ...dress };
}

function make(kind: ReportKind, out: string, options: ReportOptions, jobId: string): Promise<Made> {
  const file = { out, jobId };
  if (kind === 'deck') return perform('reports.deck', { ...file, ...deckOf(options) });
  const { paper, line } = options;
  const request = { ...file, ...readerOf(options) };
  if (kind === 'brief') return perform('reports.brief', { ...request, paper, line });
  if (kind === 'html') return perform('reports.html', { ...request, ...tellingOf(options) });
  if (kind === 'pdf') return perform('reports.pdf', { ...request, ...tellingOf(options), paper });
  return perform('reports.workbook', request);
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
