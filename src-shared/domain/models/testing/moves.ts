import type { Stage } from '../../vocabulary';
import type { LifecycleMove, MoveRequest } from '../lifecycle';

/** Moves from pairs of stage and date, in their order; `null` = undated. */
export function movesOf(...entries: readonly (readonly [Stage, string | null, string?])[]): LifecycleMove[] {
  return entries.map(([to, at, version = ''], index) => ({ id: `m${index}`, to, at, version, correction: false }));
}

/** A request of a model without a tier, on 23 Nov 2026, without a reason. */
export function requestTo(to: Stage, change: Partial<MoveRequest> = {}): MoveRequest {
  return {
    to,
    at: '2026-11-23T10:00:00.000Z',
    reason: '',
    now: '2026-11-23T10:00:00.000Z',
    modelId: 'model-1',
    tier: null,
    gates: { tier1: true, tier2: false, tier3: false },
    approvals: [],
    authors: ['Ada Author'],
    ...change,
  };
}
