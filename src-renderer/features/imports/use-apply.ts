import { useCallback, useEffect, useRef, useState } from 'react';
import type { Output } from '#contract/index';
import { CallFailed, call, send, sentenceOf } from '../../client/call';
import { onEngineEvent } from '../../client/query-client';
import { tellWhenAway } from '../../client/tell';
import { notify, notifyFailure } from '../../components/ui/notify';
import { formatNumber } from '../../lib/format';
import { countedThings } from './import-kinds';
import type { Request } from './use-import-draft';

export interface Progress {
  readonly phase: string;
  readonly done: number;
  /** `null` while the end is not known. */
  readonly total: number | null;
}

export type ApplyState =
  | { readonly step: 'mapping' }
  | { readonly step: 'running'; readonly progress: Progress; readonly cancelling: boolean }
  | { readonly step: 'done'; readonly result: Output<'imports.apply'>; readonly after: string };

const START: Progress = { phase: 'Starting', done: 0, total: null };

const tellImported = ({ format, created, updated, rejected }: Output<'imports.apply'>): Promise<void> =>
  tellWhenAway('imports', {
    title: 'The import has finished',
    body: `${countedThings(format, created)} created, ${formatNumber(updated)} updated, ${formatNumber(rejected)} refused.`,
    address: '/import',
  });

/** Runs the import as a job that reports how far it is and can be stopped. */
export function useApply(): {
  readonly state: ApplyState;
  readonly apply: (request: Request, afterwards?: () => Promise<string>) => Promise<void>;
  readonly cancel: () => void;
} {
  const [state, setState] = useState<ApplyState>({ step: 'mapping' });
  const job = useRef('');

  useEffect(
    () =>
      onEngineEvent((event) => {
        if (event.type !== 'job.progress' || event.jobId !== job.current) return;
        const { phase, done, total } = event;
        setState((before) => (before.step === 'running' ? { ...before, progress: { phase, done, total } } : before));
      }),
    [],
  );

  const apply = useCallback(async (request: Request, afterwards?: () => Promise<string>): Promise<void> => {
    const jobId = crypto.randomUUID();
    job.current = jobId;
    setState({ step: 'running', progress: START, cancelling: false });
    try {
      // The result takes the whole page, with its own way back.
      const { value: result } = await send('imports.apply', { ...request, jobId });
      const after = afterwards ? await afterwards() : '';
      setState({ step: 'done', result, after });
      void tellImported(result);
    } catch (error) {
      setState({ step: 'mapping' });
      if (error instanceof CallFailed && error.code === 'cancelled') notify({ message: error.message });
      else notifyFailure(sentenceOf(error));
    } finally {
      job.current = '';
    }
  }, []);

  const cancel = useCallback((): void => {
    setState((before) => (before.step === 'running' ? { ...before, cancelling: true } : before));
    call('jobs.cancel', { jobId: job.current }).catch((error: unknown) => notifyFailure(sentenceOf(error)));
  }, []);

  return { state, apply, cancel };
}
