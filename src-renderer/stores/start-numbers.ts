import { create } from 'zustand';

/** Two numbers that somebody typed before the assessment that they are for; as typed. */
interface StartNumbers {
  readonly models: string;
  readonly updates: string;
  readonly put: (numbers: { readonly models?: string; readonly updates?: string }) => void;
}

/** Kept from the first page to the start of an assessment, where they stand in the fields. */
export const useStartNumbers = create<StartNumbers>()((set) => ({
  models: '',
  updates: '',
  put: (numbers) => set(numbers),
}));
