import { verb } from '../../base/wording';
import type { ReportSection } from '../content';
import { type ReportKit, source } from '../kit';
import { incidentFigures, incidentFlow, twelveMonths } from '../sections/health';

/** Whether monitoring told in time; `null`: no incident has been registered, which the method says. */
export function incidentsSection(kit: ReportKit): ReportSection | null {
  const { facts, write } = kit;
  const { total, metrics, announced } = facts.incidents;
  if (total === 0) return null;
  const opened = metrics.groups[0]?.opened ?? 0;
  const watched = announced.recall.n;
  const unwatched = Math.max(0, opened - watched);
  const said = write.count(announced.announced);
  return {
    id: 'incidents',
    title: 'Incidents',
    headline:
      watched === 0
        ? `${write.counted(opened, 'incident')} opened in the last twelve months, none on a model that was watched`
        : `Drift had announced ${said} of the ${write.counted(watched, 'incident')} on watched models; ${write.count(unwatched)} more hit models that nobody watched`,
    lead: `${write.counted(opened, 'incident')} ${verb(opened, 'was', 'were')} opened in the last twelve months.`,
    blocks: [{ kind: 'figures', figures: incidentFigures(kit) }, incidentFlow(kit)],
    sources: [
      source(
        'Announced by drift',
        'incidents.announced',
        'drift at its limit to act within three windows before the incident',
        write.counted(watched, 'incident'),
      ),
      source(
        'Incidents opened and closed',
        'incidents.flow',
        'by the calendar month of opening and of resolution',
        write.counted(total, 'incident in all', 'incidents in all'),
      ),
      source(
        'Time to resolve, change fail rate',
        'incidents.metrics',
        `median of the hours; failed releases by releases, with the ${write.percent(0.95)} interval of Wilson`,
        twelveMonths(kit),
      ),
    ],
  };
}
