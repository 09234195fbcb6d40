import type { TimelineKind } from '#domain/timeline/vocabulary';

export const KIND_LABELS = {
  drift: { one: 'Drift', many: 'Drift' },
  incidents: { one: 'Incident', many: 'Incidents' },
  retraining: { one: 'Retraining', many: 'Retraining' },
  versions: { one: 'Version', many: 'Versions' },
  moves: { one: 'Move', many: 'Moves' },
  approvals: { one: 'Approval', many: 'Approvals' },
  challengers: { one: 'Challenger', many: 'Challengers' },
  imports: { one: 'Import', many: 'Imports' },
  edits: { one: 'Edit', many: 'Edits' },
} as const satisfies Record<TimelineKind, { readonly one: string; readonly many: string }>;
