import type { ReactNode } from 'react';
import type { IncidentsPreview } from '#contract/incidents/import';
import { INCIDENT_STATUS_LABELS, INCIDENT_STATUSES } from '#domain/incidents/vocabulary';
import { incidentFieldLabel } from './incident-import-words';

type Row = IncidentsPreview['sample'][number];

const ACTIONS: Readonly<Record<Row['action'], string>> = {
  create: 'New',
  update: 'Update',
  unchanged: 'Unchanged',
  refuse: 'Refused',
};

const statusWord = (status: string): string => {
  const known = INCIDENT_STATUSES.find((each) => each === status);
  return known ? INCIDENT_STATUS_LABELS[known] : status;
};

const utc = (instant: string): string => `${instant.slice(0, 10)} ${instant.slice(11, 16)}`;

/** How grave, in what state, of which model, by which number. */
function detailOf({ severity, status, externalId, modelName, modelText }: Row): string {
  const grade = severity === null ? 'not rated' : `SEV ${severity}`;
  return [grade, statusWord(status), modelName || modelText, externalId].filter((part) => part !== '').join(' · ');
}

/** The first incidents as they would be stored, with each time as written and as read. */
export function IncidentSamples({ rows }: { readonly rows: readonly Row[] }): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
    <section className="mf-sample" aria-label="Incidents as they would be stored" tabIndex={0}>
      <table className="mf-table mf-incident-samples">
        <thead>
          <tr>
            <th scope="col" className="mf-number">
              Row
            </th>
            <th scope="col">What</th>
            <th scope="col">Incident</th>
            <th scope="col">Times: as written → as read (UTC)</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.row}>
              <td className="mf-number">{row.row}</td>
              <td>{ACTIONS[row.action]}</td>
              <td>
                <div className="mf-cut" title={row.title}>
                  {row.title}
                </div>
                <div className="mf-muted mf-cut" title={detailOf(row)}>
                  {detailOf(row)}
                </div>
              </td>
              <td>
                {row.times.map(({ field, text, instant }) => (
                  <div key={field} className="mf-incident-time">
                    <span className="mf-muted">{incidentFieldLabel(field)}</span>
                    <span className="mf-cut" title={text}>
                      {text}
                    </span>
                    <span>{utc(instant)}</span>
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
