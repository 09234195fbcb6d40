import { create } from 'zustand';

/** A portfolio that is damaged: a file that was chosen, or one of the recent ones. */
export interface DamagedFile {
  readonly file?: string;
  readonly recent?: string;
  /** What opening it said; '' = it is open, and was found to be damaged. */
  readonly said: string;
}

interface Recovery {
  /** `null`: nothing is being recovered. */
  readonly of: DamagedFile | null;
  readonly show: (of: DamagedFile) => void;
  readonly close: () => void;
}

export const useRecovery = create<Recovery>((set) => ({
  of: null,
  show: (of) => set({ of }),
  close: () => set({ of: null }),
}));
