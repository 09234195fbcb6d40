import type { ReactNode } from 'react';
import { Panel } from '../../components/ui/panel';
import { formatDateTime } from '../../lib/format';
import { fromLocalField, toLocalField } from '../../lib/local-time';
import type { PanelProps } from './incident-panels';
import styles from './incidents.module.css';
import { SavedText } from './saved-field';

const POSTMORTEM = [
  ['overview', 'Overview', 2],
  ['whatHappened', 'What happened', 3],
  ['contributingFactors', 'Contributing factors', 2],
  ['impact', 'Impact', 2],
  ['resolution', 'Resolution', 2],
  ['actions', 'Actions, with who and until when', 2],
] as const;

/** What is written down afterwards, and when the review was held. */
export function PostmortemPanel({ incident, edit }: PanelProps): ReactNode {
  const { postmortem } = incident;
  return (
    <Panel
      title="Postmortem"
      hint={
        incident.reviewedAt === null ? 'No review has been held yet' : `Reviewed ${formatDateTime(incident.reviewedAt)}`
      }
    >
      <div className={styles.fields}>
        <SavedText
          label="Owner of the postmortem"
          value={postmortem.owner}
          maxLength={500}
          onSave={(owner, seen) => edit.save({ postmortem: { ...postmortem, owner } }, seen)}
        />
        <SavedText
          label="Review held"
          type="datetime-local"
          value={toLocalField(incident.reviewedAt)}
          onSave={(typed, seen) => edit.save({ reviewedAt: fromLocalField(typed) }, seen)}
        />
        {POSTMORTEM.map(([field, label, lines]) => (
          <div key={field} className={styles.wide}>
            <SavedText
              label={label}
              value={postmortem[field]}
              lines={lines}
              maxLength={50_000}
              onSave={(typed, seen) => edit.save({ postmortem: { ...postmortem, [field]: typed } }, seen)}
            />
          </div>
        ))}
      </div>
    </Panel>
  );
}
