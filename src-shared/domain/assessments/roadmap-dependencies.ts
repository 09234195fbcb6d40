import type { Gap } from './gap';

/**
 * The order of work: 'governance' waits for nothing and starts with the plan; 'registry' comes before 'pipeline', because
 * a pipeline that promotes needs a record to promote in; both, and the 'signal' of drift and performance, come before
 * 'continuous' training, which acts on that signal with nobody watching; 'free' may be done at any time.
 */
export const WORK_KINDS = ['governance', 'registry', 'pipeline', 'signal', 'continuous', 'free'] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** Answer 3 of these is continuous training: training started by a signal, promotion decided by metric limits. */
const CONTINUOUS_AT_3 = new Set(['CD3', 'CD4']);

/** Drift and quality after release: what continuous training is started by. */
const SIGNALS = new Set(['MM2', 'MM3']);

const PREREQUISITES: Readonly<Record<WorkKind, readonly WorkKind[]>> = {
  governance: [],
  registry: [],
  pipeline: ['registry'],
  signal: [],
  continuous: ['registry', 'pipeline', 'signal'],
  free: [],
};

/** Where the work on a gap stands in the order. */
export function workKindOf(gap: Gap): WorkKind {
  if (gap.component === 'model_governance') return 'governance';
  if (gap.component === 'model_registry') return 'registry';
  if (gap.component === 'cicd_pipelines') {
    return CONTINUOUS_AT_3.has(gap.id) && gap.need === 3 ? 'continuous' : 'pipeline';
  }
  return SIGNALS.has(gap.id) ? 'signal' : 'free';
}

/** The questions among the gaps whose work has to end before work on this one begins. */
export function prerequisitesOf(gap: Gap, gaps: readonly Gap[]): string[] {
  const kinds = PREREQUISITES[workKindOf(gap)];
  return gaps.filter((other) => kinds.includes(workKindOf(other))).map(({ id }) => id);
}
