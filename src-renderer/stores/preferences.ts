import { create } from 'zustand';

const KEY = 'modelfolio.single-keys';
const BESIDE_OTHERS = 'modelfolio.benchmarks';

interface Preferences {
  /** Shortcuts without Ctrl or Cmd (`/`, `?`, `g o`); can be switched off for speech input (WCAG 2.1.4). */
  readonly singleKeys: boolean;
  readonly setSingleKeys: (on: boolean) => void;
  /** What public inventories say, beside our own; off until somebody asks. */
  readonly benchmarks: boolean;
  readonly setBenchmarks: (on: boolean) => void;
}

const keep = (key: string, on: boolean): void => window.localStorage.setItem(key, on ? 'on' : 'off');

export const usePreferences = create<Preferences>()((set) => ({
  singleKeys: window.localStorage.getItem(KEY) !== 'off',
  setSingleKeys: (on) => {
    keep(KEY, on);
    set({ singleKeys: on });
  },
  benchmarks: window.localStorage.getItem(BESIDE_OTHERS) === 'on',
  setBenchmarks: (on) => {
    keep(BESIDE_OTHERS, on);
    set({ benchmarks: on });
  },
}));
