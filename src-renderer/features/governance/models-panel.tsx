import { Button, NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useChannel } from '../../client/use-query';
import { EvidenceDialog } from '../../components/governance/evidence-dialog';
import { VerifyNote } from '../../components/governance/verify-note';
import { Panel } from '../../components/ui/panel';
import { TierMark } from '../../components/ui/tier-mark';
import { formatCount, formatNumber } from '../../lib/format';
import { FactDialog } from './fact-dialog';
import styles from './governance.module.css';
import { letterOf, letterWords, type ShownLine } from './governance-words';

const FIRST = 50;
const MOST = 1000;
const EVERY = 100_000;
/** What stands open first: what is missing. */
const ORDER = ['M', 'D', '?', 'L', 'H'] as const;
type Letter = (typeof ORDER)[number];

const countOf = ({ what, missing, later, unknown, there }: ShownLine, letter: Letter): number => {
  const counts = {
    M: missing,
    D: what === 'duty' ? later : 0,
    L: what === 'field' ? later : 0,
    '?': unknown,
    H: there,
  };
  return counts[letter];
};

interface ModelsPanelProps {
  readonly line: ShownLine;
  readonly pack: string;
  /** The pack with its edition. */
  readonly edition: string;
  readonly at: string;
  /** What the class of a model is called, where the text has classes. */
  readonly classes: ReadonlyMap<string, string>;
}

/** Whatever would answer or show a line, for the models that miss it. */
function Filling({
  line,
  pack,
  at,
  onClose,
}: Omit<ModelsPanelProps, 'classes' | 'edition'> & { readonly onClose: () => void }) {
  const ofOrganisation = line.per === 'organisation';
  const rows = { line: line.id, letters: 'MDL', limit: EVERY };
  const found = useChannel('governance.completeness', { pack, at, rows }, { enabled: !ofOrganisation });
  const [kind = ''] = line.evidence;
  if (!(ofOrganisation || found.data)) return null;
  const ids = found.data?.rows.map(({ modelId }) => modelId) ?? [];
  const [fact] = line.facts;
  if (fact !== undefined) return <FactDialog fact={fact} rows={found.data?.rows ?? []} onClose={onClose} />;
  return (
    <EvidenceDialog
      kind={kind}
      {...(ofOrganisation ? {} : { ids })}
      whose={ofOrganisation ? 'the organisation' : formatCount(ids.length, 'model')}
      covers={line.id}
      onClose={onClose}
    />
  );
}

interface RowsProps extends Omit<ModelsPanelProps, 'at' | 'edition'> {
  readonly at: string;
  readonly letter: Letter;
}

function Rows({ line, pack, at, classes, letter }: RowsProps): ReactNode {
  const [all, setAll] = useState(false);
  const rows = { line: line.id, letters: letter, limit: all ? MOST : FIRST };
  const found = useChannel('governance.completeness', { pack, at, rows });
  if (!found.data) return null;
  const { matching } = found.data;
  return (
    <>
      <ul className={styles.models}>
        {found.data.rows.map((row) => (
          <li key={row.modelId} data-letter={letterOf(row, line)}>
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
            <span className={styles.letter}>{letterWords(letterOf(row, line))}</span>
          </li>
        ))}
      </ul>
      {matching > FIRST && !all ? (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          Show {matching > MOST ? `the first ${formatNumber(MOST)} of` : 'all'} {formatNumber(matching)}
        </Button>
      ) : null}
    </>
  );
}

/** The models of one line by how they stand in it, tier 1 first. */
export function ModelsPanel({ line, pack, edition, at, classes }: ModelsPanelProps): ReactNode {
  const [noting, setNoting] = useState(false);
  const there = ORDER.filter((one) => countOf(line, one) > 0);
  const [chosen, setChosen] = useState<Letter | null>(null);
  const letter = chosen !== null && there.includes(chosen) ? chosen : there[0];
  const ofOrganisation = line.per === 'organisation';
  const lacks = line.missing + line.later > 0;
  const canFill = line.facts.length > 0 && lacks;
  const canNote = line.evidence.length > 0 && (ofOrganisation || lacks);
  return (
    <Panel
      title={line.label}
      hint={ofOrganisation ? 'Asked of the organisation once' : 'Tier 1 first'}
      actions={
        canFill || canNote ? (
          <Button size="compact-sm" variant="default" onClick={() => setNoting(true)}>
            {canFill ? 'Fill in…' : 'Note evidence…'}
          </Button>
        ) : null
      }
    >
      <VerifyNote
        of={{ pack: edition, what: 'line', item: line.id, label: line.label, ref: line.ref, verify: line.verify }}
        verified={line.verified}
      />
      {line.near === '' ? null : <p className={styles.note}>What is held is near to it: {line.near}.</p>}
      {ofOrganisation ? (
        <p className="mf-muted">
          {line.there > 0
            ? 'It is there.'
            : 'Evidence that names no model shows it; none does that is valid on this day.'}
        </p>
      ) : letter === undefined ? (
        <p className="mf-muted">Asked of none of the models.</p>
      ) : (
        <>
          {there.length > 1 ? (
            <NativeSelect
              aria-label="Models that are"
              value={letter}
              data={there.map((one) => ({
                value: one,
                label: `${formatNumber(countOf(line, one))} ${letterWords(one)}`,
              }))}
              onChange={(event) => setChosen(event.currentTarget.value as Letter)}
            />
          ) : null}
          <Rows key={letter} line={line} pack={pack} at={at} classes={classes} letter={letter} />
        </>
      )}
      {noting ? <Filling line={line} pack={pack} at={at} onClose={() => setNoting(false)} /> : null}
    </Panel>
  );
}
