import type { Deployment, IncidentFact, ModelFact } from './incident-fact';

/** The releases that an incident was caused by, and the incidents that fit none. */
export interface ChangeFailures {
  readonly failed: ReadonlySet<Deployment>;
  /** Caused by a change, but of no known model, or before its first dated release. */
  readonly unattributed: readonly IncidentFact[];
}

/**
 * Which releases failed: those to which an incident “caused by a model change” belongs. An incident belongs to the latest
 * release before it that brought the version it names, else to the latest release before it. A release with several
 * incidents failed once (DORA: change fail rate = failed deployments ÷ deployments).
 */
export function changeFailures(
  incidents: readonly IncidentFact[],
  models: ReadonlyMap<string, ModelFact>,
): ChangeFailures {
  const failed = new Set<Deployment>();
  const unattributed: IncidentFact[] = [];
  for (const incident of incidents) {
    if (incident.causedByChange !== 'yes') continue;
    const release = releaseOf(incident, models);
    if (release) failed.add(release);
    else unattributed.push(incident);
  }
  return { failed, unattributed };
}

function releaseOf(incident: IncidentFact, models: ReadonlyMap<string, ModelFact>): Deployment | null {
  const model = incident.modelId === null ? undefined : models.get(incident.modelId);
  let latest: Deployment | null = null;
  for (const release of model?.deployments ?? []) {
    if (release.atMs > incident.openedMs) break;
    latest = release;
  }
  if (incident.version === '' || latest === null || latest.version === incident.version) return latest;
  const named = model?.deployments.findLast(
    ({ atMs, version }) => atMs <= incident.openedMs && version === incident.version,
  );
  return named ?? latest;
}
