import { engineersNeeded } from './capacity';

/** Work that arrives by chance: updates and incidents of a portfolio, and when it should be begun. */
export interface QueueDemand {
  readonly models: number;
  /** Per model and year. */
  readonly updates: number;
  readonly hoursPerUpdate: number;
  readonly incidents: number;
  readonly hoursPerIncident: number;
  readonly hoursPerYear: number;
}

export interface QueueGoal {
  /** Share of the jobs … */
  readonly share: number;
  /** … that somebody begins within this many working hours. */
  readonly withinHours: number;
  /** What people can be busy for when only capacity counts. */
  readonly utilisation: number;
}

export const DEFAULT_QUEUE_GOAL: QueueGoal = { share: 0.9, withinHours: 8, utilisation: 0.8 };

export interface QueueView {
  /** People who are busy on average. */
  readonly load: number;
  /** Hours of a job on average; 0 without jobs. */
  readonly serviceHours: number;
  readonly byUtilisation: number;
  /** Small teams need slack: this is what waiting asks for on top. */
  readonly byWaiting: number;
}

/** Erlang B: the chance that all `servers` are busy when nobody waits; load in busy servers. maths.md C4. */
export function erlangB(servers: number, load: number): number {
  let blocked = 1;
  for (let server = 1; server <= servers; server++) blocked = (load * blocked) / (server + load * blocked);
  return blocked;
}

/** Erlang C: the chance that a job has to wait; 1 when the load is more than the servers can do. */
export function erlangC(servers: number, load: number): number {
  if (load >= servers) return 1;
  const blocked = erlangB(servers, load);
  return blocked / (1 - (load / servers) * (1 - blocked));
}

/** The chance to wait longer than `wait`, in the unit of `service`, the mean time of a job (> 0). */
export function waitsLonger(servers: number, load: number, wait: number, service: number): number {
  if (load >= servers) return 1;
  return erlangC(servers, load) * Math.exp((-(servers - load) * wait) / service);
}

/** How many engineers updates and incidents keep busy, by capacity alone and by waiting; an explanation, not the cost. */
export function queueView(demand: QueueDemand, goal: QueueGoal = DEFAULT_QUEUE_GOAL): QueueView {
  const jobs = demand.models * (demand.updates + demand.incidents);
  const hours = demand.models * (demand.updates * demand.hoursPerUpdate + demand.incidents * demand.hoursPerIncident);
  if (hours === 0) return { load: 0, serviceHours: 0, byUtilisation: 0, byWaiting: 0 };
  const load = hours / demand.hoursPerYear;
  const serviceHours = hours / jobs;
  let byWaiting = Math.floor(load) + 1;
  while (waitsLonger(byWaiting, load, goal.withinHours, serviceHours) > 1 - goal.share) byWaiting++;
  return { load, serviceHours, byUtilisation: engineersNeeded(load, 1, 1, goal.utilisation), byWaiting };
}
