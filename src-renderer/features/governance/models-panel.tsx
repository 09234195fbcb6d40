import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { EvidenceDialog } from '../../components/governance/evidence-dialog';
import { Panel } from '../../components/ui/panel';
import { TierMark } from '../../components/ui/tier-mark';
import { formatCount, formatNumber } from '../../lib/format';
import styles from './governance.module.css';
import { letterOf, letterWords, type Row, type ShownLine } from './governance-words';

const FIRST = 50;
const ORDER = 'MD?LH-';

interface ModelsPanelProps {
  readonly line: ShownLine;
  readonly rows: readonly Row[];
  /** What the class of a model is called, where the text has classes. */
  readonly classes: ReadonlyMap<string, string>;
}

/** The models of one line: those that miss it first, then by tier. */
export function ModelsPanel({ line, rows, classes }: ModelsPanelProps): ReactNode {
  const [all, setAll] = useState(false);
  const [noting, setNoting] = useState(false);
  const ofOrganisation = line.per === 'organisation';
  const ordered = rows
    .map((row) => ({ row, letter: letterOf(row, line) }))
    .filter(({ letter }) => letter !== '-')
    .toSorted(
      (a, b) =>
        ORDER.indexOf(a.letter) - ORDER.indexOf(b.letter) ||
        (a.row.tier ?? 9) - (b.row.tier ?? 9) ||
        (a.row.name < b.row.name ? -1 : 1),
    );
  const lacking = ordered.filter(({ letter }) => 'MDL'.includes(letter)).map(({ row }) => row.modelId);
  const [kind] = line.evidence;
  const canNote = kind !== undefined && (ofOrganisation || lacking.length > 0);
  return (
    <Panel
      title={line.label}
      hint={ofOrganisation ? 'Asked of the organisation once' : 'Those that miss it first, then by tier'}
      actions={
        canNote ? (
          <Button size="compact-sm" variant="default" onClick={() => setNoting(true)}>
            Note evidence…
          </Button>
        ) : null
      }
    >
      {line.verify === '' ? null : <p className={styles.note}>To verify in the official text: {line.verify}</p>}
      {line.near === '' ? null : <p className={styles.note}>What is held is near to it: {line.near}.</p>}
      {ofOrganisation ? (
        <p className="mf-muted">
          {line.there > 0
            ? 'It is there.'
            : 'Evidence that names no model shows it; none does that is valid on this day.'}
        </p>
      ) : (
        <ul className={styles.models}>
          {(all ? ordered : ordered.slice(0, FIRST)).map(({ row, letter }) => (
            <li key={row.modelId} data-letter={letter}>
              <Link to="/models/$modelId" params={{ modelId: row.modelId }}>
                {row.name}
              </Link>
              <span className={styles.modelFacts}>
                {row.tier === null ? null : <TierMark tier={row.tier} />}
                <span className="mf-muted">
                  {[row.owner || 'nobody answers for it', ...(row.class === null ? [] : [classes.get(row.class) ?? ''])]
                    .filter((part) => part !== '')
                    .join(' · ')}
                </span>
              </span>
              <span className={styles.letter}>{letterWords(letter)}</span>
            </li>
          ))}
        </ul>
      )}
      {ordered.length > FIRST && !all && !ofOrganisation ? (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          Show all {formatNumber(ordered.length)}
        </Button>
      ) : null}
      {!ofOrganisation && ordered.length === 0 ? <p className="mf-muted">Asked of none of the models.</p> : null}
      {noting && kind !== undefined ? (
        <EvidenceDialog
          kind={kind}
          {...(ofOrganisation ? {} : { ids: lacking })}
          whose={ofOrganisation ? 'the organisation' : formatCount(lacking.length, 'model')}
          covers={line.id}
          onClose={() => setNoting(false)}
        />
      ) : null}
    </Panel>
  );
}
