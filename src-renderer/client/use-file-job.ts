import { useCallback, useEffect, useRef, useState } from 'react';
import { notify, notifyFailure } from '../components/ui/notify';
import { CallFailed, call, sentenceOf } from './call';
import { host } from './host';
import { onEngineEvent } from './query-client';

export interface FileJob<K> {
  readonly kind: K;
  readonly phase: string;
  readonly done: number;
  /** `null` while the end is not known. */
  readonly total: number | null;
  readonly cancelling: boolean;
}

export interface FileOrder<K, T> {
  readonly kind: K;
  /** Suggested for the file. */
  readonly name: string;
  /** Has the engine write the file. */
  readonly make: (out: string, jobId: string) => Promise<T>;
  /** What is said before where the file is: `12 models exported; `. */
  readonly said?: (made: T) => string;
}

/** Asks where a file goes, has it made as a job, and hands it over: on the desktop it lies there, a browser downloads it. */
export function useFileJob<K>() {
  const [running, setRunning] = useState<FileJob<K> | null>(null);
  const job = useRef('');

  useEffect(
    () =>
      onEngineEvent((event) => {
        if (event.type !== 'job.progress' || event.jobId !== job.current) return;
        const { phase, done, total } = event;
        setRunning((before) => before && { ...before, phase, done, total });
      }),
    [],
  );

  const start = useCallback(async <T>({ kind, name, make, said }: FileOrder<K, T>): Promise<void> => {
    if (job.current !== '') return;
    const jobId = crypto.randomUUID();
    job.current = jobId;
    try {
      const target = await host.pickTarget(name);
      if (target === null) return;
      setRunning({ kind, phase: 'Starting', done: 0, total: null, cancelling: false });
      const made = await make(target.token, jobId);
      await host.deliverTarget(target);
      const where = host.kind === 'desktop' ? 'is written' : 'is in your downloads';
      notify({ message: `${said?.(made) ?? ''}${target.name} ${where}.` });
    } catch (error) {
      if (error instanceof CallFailed && error.code === 'cancelled') notify({ message: error.message });
      else notifyFailure(sentenceOf(error));
    } finally {
      job.current = '';
      setRunning(null);
    }
  }, []);

  const cancel = useCallback((): void => {
    setRunning((before) => before && { ...before, cancelling: true });
    call('jobs.cancel', { jobId: job.current }).catch((error: unknown) => notifyFailure(sentenceOf(error)));
  }, []);

  return { running, start, cancel };
}
