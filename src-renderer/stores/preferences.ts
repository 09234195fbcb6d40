import { create } from 'zustand';

const KEY = 'modelfolio.single-keys';

interface Preferences {
  /** Shortcuts without Ctrl or Cmd (`/`, `?`, `g o`); can be switched off for speech input (WCAG 2.1.4). */
  readonly singleKeys: boolean;
  readonly setSingleKeys: (on: boolean) => void;
}

export const usePreferences = create<Preferences>()((set) => ({
  singleKeys: window.localStorage.getItem(KEY) !== 'off',
  setSingleKeys: (on) => {
    window.localStorage.setItem(KEY, on ? 'on' : 'off');
    set({ singleKeys: on });
  },
}));
