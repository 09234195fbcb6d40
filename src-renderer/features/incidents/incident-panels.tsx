import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { INCIDENT_STATUS_LABELS, SEVERITY_MEANINGS } from '#domain/incidents/vocabulary';
import { useCommand } from '../../client/use-command';
import { sayHours } from '../../components/incidents/say-hours';
import { ModelSelect } from '../../components/ui/model-select';
import { Panel } from '../../components/ui/panel';
import { DateText } from '../../components/ui/text';
import { formatDateTime } from '../../lib/format';
import { fromLocalField, localZone, toLocalField } from '../../lib/local-time';
import { CHOICE_FIELDS, type ChoiceField, choicePatch, openCell, readTyped } from './incident-cells';
import type { Incident } from './incident-types';
import styles from './incidents.module.css';
import { SavedChoice, SavedText } from './saved-field';
import type { IncidentSave } from './use-incident-save';

export interface PanelProps {
  readonly incident: Incident;
  readonly edit: IncidentSave;
  readonly currency: string;
}

/** A text or an amount that is typed like its cell in the register. */
function Typed({
  incident,
  edit,
  currency,
  id,
  description,
}: PanelProps & {
  readonly id: 'title' | 'owner' | 'version' | 'personHours' | 'costMinor';
  readonly description?: string;
}) {
  const cell = openCell(incident, id, currency);
  const label = id === 'costMinor' ? `Cost, ${currency}` : (cell?.label ?? '');
  return (
    <SavedText
      label={label}
      {...(description ? { description } : {})}
      value={cell?.initial ?? ''}
      maxLength={500}
      onSave={(typed, seen) => {
        const read = readTyped(id, typed, currency);
        return read.ok ? edit.save(read.patch, seen) : Promise.resolve(read.message);
      }}
    />
  );
}

function Chosen({ incident, edit, field }: PanelProps & { readonly field: ChoiceField }): ReactNode {
  return (
    <SavedChoice
      {...CHOICE_FIELDS[field]}
      {...(field === 'severity'
        ? {
            description:
              incident.severity === null
                ? 'If unsure between two, take the graver one.'
                : SEVERITY_MEANINGS[incident.severity],
          }
        : {})}
      value={`${incident[field] ?? ''}`}
      onSave={(value) => edit.saveOrSay(choicePatch(field, value))}
    />
  );
}

/** What happened, in one title and as many words as it takes, and how grave it was. */
export function FactsPanel(props: PanelProps): ReactNode {
  const { incident, edit } = props;
  return (
    <Panel title="What happened" hint="Each field is kept when you leave it; Undo takes it back">
      <div className={styles.fields}>
        <div className={styles.wide}>
          <Typed {...props} id="title" />
        </div>
        <div className={styles.wide}>
          <SavedText
            label="Description"
            value={incident.description}
            lines={3}
            maxLength={50_000}
            onSave={(description, seen) => edit.save({ description }, seen)}
          />
        </div>
        <Chosen {...props} field="severity" />
        <Typed {...props} id="owner" />
        <Chosen {...props} field="cause" />
        <Chosen {...props} field="detectedBy" />
        <Chosen {...props} field="causedByChange" />
        <SavedText
          label="The change or release"
          value={incident.changeReference}
          maxLength={500}
          onSave={(changeReference, seen) => edit.save({ changeReference: changeReference.trim() }, seen)}
        />
        <Chosen {...props} field="harmCategory" />
        <Chosen {...props} field="reportable" />
        <Typed {...props} id="personHours" />
        <Typed {...props} id="costMinor" />
      </div>
    </Panel>
  );
}

const TIMES = [
  ['openedAt', 'Opened (began)'],
  ['detectedAt', 'Detected'],
  ['acknowledgedAt', 'First acknowledged'],
  ['mitigatedAt', 'Mitigated'],
  ['resolvedAt', 'Resolved'],
  ['closedAt', 'Closed'],
] as const;

/** Its times, to be corrected; a move sets them by itself. */
export function TimesPanel({ incident, edit }: PanelProps): ReactNode {
  const { timeToAcknowledgeHours: acknowledged, timeToResolveHours: resolved } = incident;
  const words = [
    acknowledged === null ? 'Never acknowledged' : `Acknowledged after ${sayHours(acknowledged)}`,
    resolved === null ? 'no time of resolution' : `resolved after ${sayHours(resolved)}`,
  ].join(', ');
  return (
    <Panel title="Times" hint={`${words}. In the time of ${localZone()}; empty = not, or nobody knows`}>
      <div className={styles.fields}>
        {TIMES.map(([field, label]) => (
          <SavedText
            key={field}
            label={label}
            type="datetime-local"
            value={toLocalField(incident[field])}
            onSave={(typed, seen) => {
              const instant = fromLocalField(typed);
              if (field === 'openedAt' && instant === null)
                return Promise.resolve('An incident has a time at which it was opened.');
              return edit.save({ [field]: instant }, seen);
            }}
          />
        ))}
      </div>
    </Panel>
  );
}

/** Its state moves: who, when, and when it was written down. */
export function MovesPanel({ incident }: { readonly incident: Incident }): ReactNode {
  return (
    <Panel title="State moves" hint="The opening first; a corrected time corrects its move">
      <table className="mf-table">
        <thead>
          <tr>
            <th scope="col">State</th>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            <th scope="col">Note</th>
          </tr>
        </thead>
        <tbody>
          {incident.moves.map((move) => (
            <tr key={move.id} title={`Written down ${formatDateTime(move.recordedAt)}`}>
              <td>{INCIDENT_STATUS_LABELS[move.to]}</td>
              <td>
                <DateText value={move.at} withTime />
              </td>
              <td>{move.actor}</td>
              <td>{move.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

/** Which model, and which version of it. */
export function ModelPanel(props: PanelProps): ReactNode {
  const { incident } = props;
  const attach = useCommand('incidents.attach').run;
  const value = incident.modelId === null ? null : { id: incident.modelId, name: incident.modelName };
  return (
    <Panel
      title="Model"
      hint={incident.modelText === '' ? 'Whose incident it is' : `Its source calls it “${incident.modelText}”`}
      actions={
        incident.modelId === null ? undefined : (
          <Link to="/models/$modelId" params={{ modelId: incident.modelId }}>
            Open the model
          </Link>
        )
      }
    >
      <div className={styles.fields}>
        <ModelSelect
          key={incident.modelId}
          label="Model"
          value={value}
          onChange={(modelId) => void attach({ ids: [incident.id], modelId, version: '' })}
        />
        <Typed {...props} id="version" />
      </div>
    </Panel>
  );
}
