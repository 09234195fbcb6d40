import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Kbd } from '../../../../components/ui/kbd';
import { formatNumber } from '../../../../lib/format';
import css from './again.module.css';
import { MarkedText } from './marked-text';
import type { Pair } from './pairs';
import { wordDifference } from './word-difference';

/** Candidates that a figure of the keyboard names. */
export const KEYED = 4;

interface PairCardProps {
  readonly pair: Pair;
  readonly same: (place: number) => void;
  readonly different: () => void;
  readonly later: () => void;
  readonly setCard: (rowKey: string, card: HTMLElement | null) => void;
}

interface LineProps {
  readonly label: string;
  readonly of: 'name' | 'text';
  readonly file: string;
  readonly ours: string;
}

/** What both say of one thing, the file left, ours right, with the words marked that differ. */
function Line({ label, of, file, ours }: LineProps): ReactNode {
  if (file === '' && ours === '') return null;
  const difference = wordDifference(file, ours);
  // Where one side says nothing there is nothing to compare.
  const marked = file !== '' && ours !== '';
  return (
    <div className={css.pairLine} data-of={of}>
      <span className="mf-muted">{label}</span>
      <div>{marked ? <MarkedText stretches={difference.left} of={of} /> : file || '–'}</div>
      <div>{marked ? <MarkedText stretches={difference.right} of={of} /> : ours || '–'}</div>
    </div>
  );
}

function Candidates({ pair }: { readonly pair: Pair }): ReactNode {
  return (
    <div className={css.pairLine} data-of="name">
      <span className="mf-muted">Name</span>
      <div>{pair.name}</div>
      <ol className={css.candidates}>
        {pair.candidates.map(({ modelId, name, unit }) => (
          <li key={modelId}>
            <MarkedText stretches={wordDifference(pair.name, name).right} of="name" />
            <span className={`mf-muted ${css.candidateUnit}`}> {unit}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Reasons({
  label,
  tone,
  reasons,
}: {
  readonly label: string;
  readonly tone: string;
  readonly reasons: readonly string[];
}): ReactNode {
  if (reasons.length === 0) return null;
  return (
    <div className={css.reasons}>
      <b data-tone={tone}>{label}</b>
      <p>{reasons.join(' ')}</p>
    </div>
  );
}

const titleOf = ({ band, candidates }: Pair): string => {
  if (candidates.length > 1) return `Look at it: ${formatNumber(candidates.length)} of yours fit one row`;
  return band === 'probably' ? 'Probably the same' : 'Look at it';
};

/** One row of the file beside what it may be, and the three answers. */
export function PairCard({ pair, same, different, later, setCard }: PairCardProps): ReactNode {
  const [first] = pair.candidates;
  const several = pair.candidates.length > 1;
  return (
    <article
      className={`mf-panel ${css.card}`}
      data-pair={pair.rowKey}
      aria-label={`${pair.name}: ${titleOf(pair)}`}
      tabIndex={-1}
      ref={(element) => setCard(pair.rowKey, element)}
    >
      <header className={css.cardHead}>
        <h2>{titleOf(pair)}</h2>
        <span className="mf-muted">{pair.unit}</span>
      </header>
      <div className={`${css.pairLine} ${css.pairHead}`}>
        <span />
        <span>In the file, row {formatNumber(pair.row)}</span>
        <span>In your portfolio</span>
      </div>
      {several ? <Candidates pair={pair} /> : <Line label="Name" of="name" file={pair.name} ours={first?.name ?? ''} />}
      {several || pair.unit === first?.unit ? null : (
        <Line label="Unit" of="text" file={pair.unit} ours={first?.unit ?? ''} />
      )}
      <Line label="Purpose" of="text" file={pair.purpose} ours={first?.purpose ?? ''} />
      <Reasons label="For" tone="ok" reasons={pair.reasonsFor} />
      <Reasons label="Against" tone="act" reasons={pair.reasonsAgainst} />
      <footer className={css.answers}>
        {several ? (
          pair.candidates.map(({ modelId, name }, place) => (
            <Button key={modelId} variant="default" size="compact-sm" onClick={() => same(place)} title={name}>
              <span className={css.answerWord}>Same as {place + 1}</span>
              {place < KEYED ? <Kbd shortcut={String(place + 1)} /> : null}
            </Button>
          ))
        ) : (
          <Button variant="default" size="compact-sm" onClick={() => same(0)}>
            <span className={css.answerWord}>Same</span> <Kbd shortcut="S" />
          </Button>
        )}
        <Button variant="default" size="compact-sm" onClick={different}>
          <span className={css.answerWord}>Different</span> <Kbd shortcut="D" />
        </Button>
        <Button variant="default" size="compact-sm" onClick={later}>
          <span className={css.answerWord}>Later</span> <Kbd shortcut="L" />
        </Button>
      </footer>
    </article>
  );
}
