import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { formatNumber } from '../../lib/format';
import { Panel } from '../ui/panel';
import { DateText } from '../ui/text';
import { type Change, type ChangeGroup, type ChangeWords, changeGroups } from './change-groups';
import styles from './journal-panel.module.css';

/** Entries shown at first; an import of many fields makes long ones. */
const PAGE = 12;

function Entry({ group }: { readonly group: ChangeGroup }): ReactNode {
  return (
    <li className={styles.entry}>
      <p className={styles.entryHead}>
        <strong>{group.label}</strong>
        <span className={styles.who}>
          {group.actor}, <DateText value={group.at} withTime />
        </span>
      </p>
      <ul className={styles.entryChanges}>
        {group.changes.map((change) => (
          <li key={change.field}>
            <span className="mf-muted">{change.field}:</span>{' '}
            {change.before !== '' && (
              <>
                <span className={styles.before}>{change.before}</span>
                <span aria-hidden="true"> → </span>
                <span className="mf-hidden"> became </span>
              </>
            )}
            {change.after === '' ? <span className="mf-muted">nothing</span> : change.after}
          </li>
        ))}
      </ul>
    </li>
  );
}

interface JournalPanelProps {
  readonly changes: readonly Change[];
  readonly words: ChangeWords;
  /** What it is the journal of: `model`. */
  readonly of: string;
}

/** Who changed what from what to what, newest first. */
export function JournalPanel({ changes, words, of }: JournalPanelProps): ReactNode {
  const [shown, setShown] = useState(PAGE);
  const groups = changeGroups(changes, words);
  return (
    <Panel title="Journal" hint={`Every change of this ${of}, newest first; entries are never altered`}>
      {groups.length === 0 ? (
        <p className="mf-muted">Nothing has been changed yet.</p>
      ) : (
        <ol className={styles.journal}>
          {groups.slice(0, shown).map((group) => (
            <Entry key={group.seq} group={group} />
          ))}
        </ol>
      )}
      {groups.length > shown && (
        <Button size="compact-sm" variant="default" onClick={() => setShown(shown + 5 * PAGE)}>
          Show earlier ({formatNumber(groups.length - shown)})
        </Button>
      )}
    </Panel>
  );
}
