import { addDays } from '../base/calendar';
import type { StageBegan } from '../models/approval-gate';
import { checkGates, type DeploymentGates, type GateFacts, type GateLine } from './deployment-gates';
import type { GateRequirement } from './vocabulary';

/**
 * How a model in production that does not show what its gate asks came to that. `fallen`: it went through the gate here, and what it
 * showed then is no longer so. `lacking`: it came with a file or was registered there, or more is asked since.
 */
export const GATE_STANDINGS = ['fallen', 'lacking'] as const;
export type GateStandingKind = (typeof GATE_STANDINGS)[number];

/** How a model came into production for the last time. */
export interface EntryHere {
  /** ISO day; `null`: not known. */
  readonly on: string | null;
  /** When the stage began that it left. */
  readonly since: StageBegan | null;
  /** Moved by a person in this portfolio: by a file or at its registration no gate is asked. */
  readonly here: boolean;
}

export interface GateStanding {
  readonly kind: GateStandingKind;
  /** What is not there today. */
  readonly lines: readonly GateLine[];
  /** ISO, the first day on which it was not there any more; `null`: it follows from no row that is there. */
  readonly since: string | null;
}

const isShut = ({ state }: GateLine): boolean => state === 'missing' || state === 'unknown';

/** What the gate of a model in production lacks today; `null`: it stands, or nothing is asked. */
export function gateStanding(
  gates: DeploymentGates,
  facts: GateFacts,
  entry: EntryHere,
  day: string,
): GateStanding | null {
  const shutOn = (on: string): readonly GateLine[] => checkGates(gates, facts, on, entry.since).filter(isShut);
  const lines = shutOn(day);
  if (lines.length === 0) return null;
  const first = entry.on;
  if (!entry.here || first === null) return { kind: 'lacking', lines, since: null };
  const then = new Set<GateRequirement>(shutOn(first).map(({ requirement }) => requirement));
  const fell = lines.filter(({ requirement }) => !then.has(requirement));
  if (fell.length === 0) return { kind: 'lacking', lines, since: null };
  const fallen = new Set(fell.map(({ requirement }) => requirement));
  return { kind: 'fallen', lines: [...fell, ...lines.filter((line) => !fell.includes(line))], since: fellOn() };

  /** Going back over the days on which anything can have turned: the first day of the time that lasts until now. */
  function fellOn(): string | null {
    for (const turn of turnsOf(facts, first ?? day, day))
      if (!shutOn(addDays(turn, -1)).some(({ requirement }) => fallen.has(requirement))) return turn;
    return null;
  }
}

/** Days after the first one up to the last on which a row begins to count, or does so no longer, the latest first. */
function turnsOf({ evidence, findings }: GateFacts, first: string, last: string): readonly string[] {
  const days = [
    ...evidence.flatMap(({ on, validUntil }) => [on, ...(validUntil === null ? [] : [addDays(validUntil, 1)])]),
    ...findings.flatMap(({ openedOn, acceptedUntil }) => [
      openedOn,
      ...(acceptedUntil === null ? [] : [addDays(acceptedUntil, 1)]),
    ]),
  ];
  return [...new Set(days)].filter((day) => day > first && day <= last).sort((a, b) => (a < b ? 1 : -1));
}
