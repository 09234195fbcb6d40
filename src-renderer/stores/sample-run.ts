import { create } from 'zustand';

interface SampleRun {
  /** The job that makes the sample portfolio; `null`: none runs. */
  readonly jobId: string | null;
  /** How much of it is made, 0 … 1. */
  readonly share: number;
  readonly start: (jobId: string) => void;
  readonly reach: (jobId: string, share: number) => void;
  readonly end: () => void;
}

/** How far the sample portfolio is: it is asked for in several places, and shown on the welcome page. */
export const useSampleRun = create<SampleRun>((set) => ({
  jobId: null,
  share: 0,
  start: (jobId) => set({ jobId, share: 0 }),
  reach: (jobId, share) => set((run) => (run.jobId === jobId ? { share } : run)),
  end: () => set({ jobId: null, share: 0 }),
}));
