import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Panel } from '../../../components/ui/panel';
import { DateText } from '../../../components/ui/text';
import styles from './model.module.css';
import type { Model } from './model-types';

export function ApprovalsPanel({ model }: { readonly model: Model }): ReactNode {
  return (
    <Panel title="Approvals" hint="By somebody other than the author, for the gate after validation">
      {model.approvals.length === 0 ? (
        <p className="mf-muted">No approval has been recorded.</p>
      ) : (
        <ul className={styles.records}>
          {model.approvals.map((approval) => (
            <li key={approval.id} className={styles.record}>
              <strong>{approval.approvedBy}</strong>
              <span className={styles.recordEnd}>
                <DateText value={approval.at} />
              </span>
              <span className={styles.recordNote}>
                {approval.note !== '' && <>{approval.note.replace(/[.\s]+$/, '')}. </>}
                <span className="mf-muted">Recorded by {approval.recordedBy}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function ModelLink({ id, name }: { readonly id: string; readonly name: string }): ReactNode {
  return (
    <Link to="/models/$modelId" params={{ modelId: id }}>
      {name}
    </Link>
  );
}

/** Shown only where a model took over or was taken over. */
export function ReplacementPanel({ model }: { readonly model: Model }): ReactNode {
  if (model.replacedBy === null && model.replaces.length === 0) return null;
  return (
    <Panel title="Replacement">
      {model.replacedBy !== null && (
        <p>
          Replaced by <ModelLink {...model.replacedBy} />
        </p>
      )}
      {model.replaces.length > 0 && (
        <p>
          Replaces{' '}
          {model.replaces.map((other, index) => (
            <span key={other.id}>
              {index > 0 && ', '}
              <ModelLink {...other} />
            </span>
          ))}
        </p>
      )}
    </Panel>
  );
}
