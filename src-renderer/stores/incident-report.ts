import { create } from 'zustand';

/** The model that an incident is reported of; `null`: none yet. */
export interface ReportedModel {
  readonly id: string;
  readonly name: string;
}

interface IncidentReport {
  readonly opened: boolean;
  readonly model: ReportedModel | null;
  readonly open: (model?: ReportedModel | null) => void;
  readonly close: () => void;
}

/** The dialog that reports an incident, opened from any page. */
export const useIncidentReport = create<IncidentReport>()((set) => ({
  opened: false,
  model: null,
  open: (model = null) => set({ opened: true, model }),
  close: () => set({ opened: false }),
}));
