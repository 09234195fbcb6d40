import { create } from 'zustand';

export type DialogName = 'palette' | 'shortcuts' | 'new-portfolio' | 'portfolio-to-assess' | 'check-evidence';

interface DialogState {
  /** One at a time. */
  readonly open: DialogName | null;
  readonly show: (name: DialogName) => void;
  readonly close: () => void;
}

export const useDialogs = create<DialogState>()((set) => ({
  open: null,
  show: (name) => set({ open: name }),
  close: () => set({ open: null }),
}));
