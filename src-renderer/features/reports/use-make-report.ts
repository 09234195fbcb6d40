import { useCallback, useEffect, useRef, useState } from 'react';
import type { Output } from '#contract/index';
import type { ChosenFile } from '../../../src-preload/bridge';
import { CallFailed, call, sentenceOf } from '../../client/call';
import { host } from '../../client/host';
import { onEngineEvent } from '../../client/query-client';
import { notify, notifyFailure } from '../../components/ui/notify';
import type { ReportKind } from './report-kinds';
import type { ReportOptions } from './report-options';

export interface Making {
  readonly kind: ReportKind;
  readonly phase: string;
  readonly done: number;
  /** `null` while the end is not known. */
  readonly total: number | null;
  readonly cancelling: boolean;
}

type Made = Output<'reports.deck'>;

function make(kind: ReportKind, { token }: ChosenFile, options: ReportOptions, jobId: string): Promise<Made> {
  const { locale, paper, names, owners, money } = options;
  const request = { out: token, locale, redact: { names, owners, money }, jobId };
  if (kind === 'pdf') return call('reports.pdf', { ...request, paper });
  return kind === 'deck' ? call('reports.deck', request) : call('reports.workbook', request);
}

/** Asks where the report goes, makes it as a job, and hands it over: on the desktop it lies there, a browser downloads it. */
export function useMakeReport() {
  const [making, setMaking] = useState<Making | null>(null);
  const job = useRef('');

  useEffect(
    () =>
      onEngineEvent((event) => {
        if (event.type !== 'job.progress' || event.jobId !== job.current) return;
        const { phase, done, total } = event;
        setMaking((before) => before && { ...before, phase, done, total });
      }),
    [],
  );

  const start = useCallback(async (kind: ReportKind, name: string, options: ReportOptions): Promise<void> => {
    if (job.current !== '') return;
    const jobId = crypto.randomUUID();
    job.current = jobId;
    try {
      const target = await host.pickTarget(name);
      if (target === null) return;
      setMaking({ kind, phase: 'Starting', done: 0, total: null, cancelling: false });
      await make(kind, target, options, jobId);
      await host.deliverTarget(target);
      notify({
        message: host.kind === 'desktop' ? `${target.name} is written.` : `${target.name} is in your downloads.`,
      });
    } catch (error) {
      if (error instanceof CallFailed && error.code === 'cancelled') notify({ message: error.message });
      else notifyFailure(sentenceOf(error));
    } finally {
      job.current = '';
      setMaking(null);
    }
  }, []);

  const cancel = useCallback((): void => {
    setMaking((before) => before && { ...before, cancelling: true });
    call('jobs.cancel', { jobId: job.current }).catch((error: unknown) => notifyFailure(sentenceOf(error)));
  }, []);

  return { making, start, cancel };
}
