import { useCallback, useEffect, useRef, useState } from 'react';
import { CallFailed, call, sentenceOf } from '../../../client/call';
import { onEngineEvent } from '../../../client/query-client';
import { notify, notifyFailure } from '../../../components/ui/notify';
import type { Measured, MeasureInput } from './measure-types';

export interface Progress {
  readonly phase: string;
  readonly done: number;
  readonly total: number | null;
}

export interface MeasureRun {
  readonly progress: Progress | null;
  readonly cancelling: boolean;
  readonly result: Measured | null;
  /** First day of the current sample, where it was chosen as a range of dates. */
  readonly windowStart: string | null;
  /** The model whose bands judged the result; `null` = those of the portfolio. */
  readonly judgedBy: string | null;
  readonly measure: (input: MeasureInput) => Promise<void>;
  readonly cancel: () => void;
}

/** Runs the measurement as a job that reports how far it is and can be stopped; the last result stays meanwhile. */
export function useMeasure(): MeasureRun {
  const [progress, setProgress] = useState<Progress | null>(null);
  const [cancelling, setCancelling] = useState(false);
  const [result, setResult] = useState<Measured | null>(null);
  const [windowStart, setWindowStart] = useState<string | null>(null);
  const [judgedBy, setJudgedBy] = useState<string | null>(null);
  const job = useRef('');

  useEffect(
    () =>
      onEngineEvent((event) => {
        if (event.type !== 'job.progress' || event.jobId !== job.current) return;
        setProgress({ phase: event.phase, done: event.done, total: event.total });
      }),
    [],
  );

  const measure = useCallback(async (input: MeasureInput): Promise<void> => {
    const jobId = crypto.randomUUID();
    job.current = jobId;
    setProgress({ phase: 'Starting', done: 0, total: null });
    setCancelling(false);
    try {
      setResult(await call('drift.measure', { ...input, jobId }));
      setWindowStart(firstDayOf(input));
      setJudgedBy(input.modelId ?? null);
    } catch (error) {
      if (error instanceof CallFailed && error.code === 'cancelled') notify({ message: error.message });
      else notifyFailure(sentenceOf(error));
    } finally {
      job.current = '';
      setProgress(null);
    }
  }, []);

  const cancel = useCallback((): void => {
    setCancelling(true);
    call('jobs.cancel', { jobId: job.current }).catch((error: unknown) => notifyFailure(sentenceOf(error)));
  }, []);

  return { progress, cancelling, result, windowStart, judgedBy, measure, cancel };
}

function firstDayOf({ current }: MeasureInput): string | null {
  return typeof current === 'object' && 'rows' in current ? (current.rows?.from ?? null) : null;
}
