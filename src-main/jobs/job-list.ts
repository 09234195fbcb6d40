import type { EngineEvent } from '#contract/events';

/** At most this often a progress event leaves the engine. */
const PROGRESS_EVERY_MS = 100;

export interface Job {
  readonly signal: AbortSignal;
  progress(phase: string, done: number, total: number | null): void;
}

/** Long work that can be watched and cancelled while it runs. */
export interface JobList {
  run<T>(jobId: string | undefined, work: (job: Job) => Promise<T>): Promise<T>;
  cancel(jobId: string): boolean;
  cancelAll(): void;
}

export function createJobList(publish: (event: EngineEvent) => void, now: () => number): JobList {
  const running = new Map<string, AbortController>();
  return {
    run: async (jobId, work) => {
      const controller = new AbortController();
      if (jobId === undefined) return work({ signal: controller.signal, progress: () => undefined });
      running.set(jobId, controller);
      let told = 0;
      let toldPhase = '';
      try {
        return await work({
          signal: controller.signal,
          progress: (phase, done, total) => {
            if (phase === toldPhase && now() - told < PROGRESS_EVERY_MS) return;
            told = now();
            toldPhase = phase;
            publish({ type: 'job.progress', jobId, phase, done, total });
          },
        });
      } finally {
        running.delete(jobId);
      }
    },
    cancel: (jobId) => {
      const controller = running.get(jobId);
      controller?.abort();
      return controller !== undefined;
    },
    cancelAll: () => {
      for (const controller of running.values()) controller.abort();
    },
  };
}
