import type { Facet } from '#domain/connections/ticket-facets';
import type { IncidentStatus } from '#domain/incidents/vocabulary';
import type { Progress, Warning } from '../sources/source';

/** When a ticket came into a state; `null`: its system does not say. */
export interface TicketEvent {
  readonly at: string | null;
  /** The state in the words of its system. */
  readonly status: string;
}

/** A ticket as its system tells it now, with its whole course. Instants are ISO, UTC. */
export interface Ticket {
  /** Stays the same whatever happens to it. */
  readonly id: string;
  /** What people call it. */
  readonly key: string;
  /** What it was called before it was moved. */
  readonly formerKeys: readonly string[];
  readonly title: string;
  readonly description: string;
  /** '' where nobody has rated it. */
  readonly priority: string;
  readonly owner: string;
  readonly version: string;
  readonly change: string;
  readonly reportedBy: string;
  readonly url: string;
  readonly openedAt: string;
  /** Where its course does not tell. */
  readonly acknowledgedAt: string | null;
  readonly resolvedAt: string | null;
  readonly closedAt: string | null;
  readonly reopenCount: number;
  /** In order; the last is the state that it is in. */
  readonly events: readonly TicketEvent[];
  readonly facets: readonly Facet[];
}

/** What a system says of itself. */
export interface TicketServer {
  /** `Jira Cloud`, `ServiceNow`. */
  readonly product: string;
  readonly version: string;
  /** Who asks, as the system knows them. */
  readonly account: string;
  /** Its clock when it was first asked, ISO; `null`: it does not tell. */
  readonly date: string | null;
}

export type TicketWarning = Warning;
export type { Progress };

/** A system of tickets that is read, and what its answers are like. */
export interface TicketSource {
  readonly server: TicketServer;
  /** What the addresses of its tickets begin with, as the system says it, whichever way it was reached; left out: it does not say. */
  readonly site?: string;
  /** How much further back than the last look is read again: what its search or clock may lag behind. */
  readonly overlapMs: number;
  /** What its states are here; asked when the tickets were read. */
  statuses(): ReadonlyMap<string, IncidentStatus>;
  /** Whole tickets that changed at or after an instant, each once; `null`: all. */
  changed(since: string | null, progress: Progress): Promise<readonly Ticket[]>;
  /** The latest ones, for somebody who looks whether it is the right place. */
  latest(most: number): Promise<readonly Ticket[]>;
  /** What all tickets of the scope are called now. */
  listed(progress: Progress): Promise<ReadonlySet<string>>;
  /** Whole tickets by what they are or were called, in the scope or not; those that are not there are left out. */
  named(keys: readonly string[]): Promise<readonly Ticket[]>;
  warnings(): readonly TicketWarning[];
}

/** More than any queue of incidents that somebody would look at here. */
export const MOST_TICKETS = 100_000;
