import { useCallback, useEffect, useRef, useState } from 'react';
import type { Input } from '#contract/index';
import { CallFailed, call, send, sentenceOf } from '../../../client/call';
import { perform } from '../../../client/perform';
import { onEngineEvent } from '../../../client/query-client';
import type { JobStep } from '../../../components/ui/job-progress';
import { notify, notifyFailure } from '../../../components/ui/notify';
import { formatCount } from '../../../lib/format';
import type { Connection, ConnectionPreview } from './connection-words';
import { keepMapping } from './keep-mapping';

/** What somebody decided about what a connection brings. */
export type Deciding = Pick<Input<'connections.apply'>, 'decisions' | 'answers' | 'models'>;

export type AttachRules = Connection['mapping']['attach'];

interface Running {
  readonly id: string;
  readonly step: JobStep;
  readonly cancelling: boolean;
}

export interface Refresh {
  /** The connection that is read or taken now. */
  readonly running: Running | null;
  /** What was looked at last, and not taken yet. */
  readonly shown: { readonly connection: Connection; readonly preview: ConnectionPreview } | null;
  readonly look: (connection: Connection) => Promise<void>;
  readonly lookAtAll: (connections: readonly Connection[]) => Promise<void>;
  /** Keeps rules with the connection that is shown, and looks once more at what was read of it. */
  readonly rule: (rules: AttachRules) => Promise<void>;
  /** Looks once more at what was read, since the rules of the connection are others now. */
  readonly again: (connection: Connection) => Promise<void>;
  readonly take: (deciding: Deciding) => Promise<void>;
  readonly stop: () => void;
  readonly close: () => void;
}

const START: JobStep = { phase: 'Asking the server', done: 0, total: null };

/** Reading connections and taking what they bring, one at a time. */
export function useRefresh(): Refresh {
  const [running, setRunning] = useState<Running | null>(null);
  const [shown, setShown] = useState<Refresh['shown']>(null);
  const job = useRef('');

  useEffect(
    () =>
      onEngineEvent((event) => {
        if (event.type !== 'job.progress' || event.jobId !== job.current) return;
        const { phase, done, total } = event;
        setRunning((before) => before && { ...before, step: { phase, done, total } });
      }),
    [],
  );

  const work = useCallback(async (id: string, run: (jobId: string) => Promise<void>): Promise<boolean> => {
    if (job.current !== '') return false;
    job.current = crypto.randomUUID();
    setRunning({ id, step: START, cancelling: false });
    try {
      await run(job.current);
      return true;
    } catch (error) {
      if (error instanceof CallFailed && error.code === 'cancelled') notify({ message: error.message });
      else notifyFailure(sentenceOf(error));
      return !(error instanceof CallFailed && error.code === 'cancelled');
    } finally {
      job.current = '';
      setRunning(null);
    }
  }, []);

  const look = useCallback(
    async (connection: Connection): Promise<void> => {
      await work(connection.id, async (jobId) => {
        setShown(null);
        const { value } = await send('connections.preview', { id: connection.id, jobId });
        setShown({ connection, preview: value });
      });
    },
    [work],
  );

  const lookAtAll = useCallback(
    async (connections: readonly Connection[]): Promise<void> => {
      setShown(null);
      for (const { id } of connections) {
        const goOn = await work(id, async (jobId) => {
          await send('connections.preview', { id, jobId });
        });
        if (!goOn) return;
      }
    },
    [work],
  );

  const rule = useCallback(
    async (rules: AttachRules): Promise<void> => {
      if (!shown) return;
      const { connection, preview } = shown;
      await work(connection.id, async (jobId) => {
        const saved = await keepMapping(connection, { attach: rules });
        const { value } = await send('connections.preview', { id: saved.id, fetched: preview.fetched, jobId });
        setShown({ connection: saved, preview: value });
      });
    },
    [shown, work],
  );

  const again = useCallback(
    async (connection: Connection): Promise<void> => {
      if (!shown) return;
      const { fetched } = shown.preview;
      await work(connection.id, async (jobId) => {
        const { value } = await send('connections.preview', { id: connection.id, fetched, jobId });
        setShown({ connection, preview: value });
      });
    },
    [shown, work],
  );

  const take = useCallback(
    async (deciding: Deciding): Promise<void> => {
      if (!shown) return;
      const { connection, preview } = shown;
      await work(connection.id, async (jobId) => {
        await perform(
          'connections.apply',
          { id: connection.id, fetched: preview.fetched, ...deciding, jobId },
          {
            words: ({ importIds, created, updated, waiting }) =>
              importIds.length === 0
                ? `Nothing of ${connection.label} had changed.`
                : `${formatCount(created + updated, 'change')} taken from ${connection.label}${waiting > 0 ? `; ${formatCount(waiting, 'model')} to be decided` : ''}.`,
          },
        );
        setShown(null);
      });
    },
    [shown, work],
  );

  const stop = useCallback((): void => {
    setRunning((before) => before && { ...before, cancelling: true });
    call('jobs.cancel', { jobId: job.current }).catch((error: unknown) => notifyFailure(sentenceOf(error)));
  }, []);
  const close = useCallback(() => setShown(null), []);
  return { running, shown, look, lookAtAll, rule, again, take, stop, close };
}
