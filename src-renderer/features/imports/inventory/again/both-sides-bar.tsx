import type { CSSProperties, ReactNode } from 'react';
import { formatCount, formatNumber } from '../../../../lib/format';
import css from './again.module.css';
import type { BothSides } from './both-sides';

interface Segment {
  readonly key: string;
  readonly count: number;
  readonly words: string;
}

/** What lies on which side, from left to right; a part without anything is left out. */
function segmentsOf(sides: BothSides): readonly Segment[] {
  const { perhapsRows, perhapsModels } = sides;
  const perhaps =
    perhapsRows === perhapsModels || perhapsModels === 0
      ? 'perhaps'
      : `perhaps, ${formatNumber(perhapsModels)} of yours`;
  return [
    { key: 'refused', count: sides.refused, words: 'refused' },
    { key: 'file', count: sides.onlyFile, words: 'only in the file: new models' },
    { key: 'both', count: sides.both, words: 'in both' },
    { key: 'perhaps', count: Math.max(perhapsRows, perhapsModels), words: perhaps },
    { key: 'missing', count: sides.missing, words: 'not in the file' },
    { key: 'silent', count: sides.notSpokenOf, words: 'not spoken of' },
    { key: 'others', count: sides.others, words: 'not expected' },
  ].filter(({ count }) => count > 0);
}

const OF_FILE = new Set(['refused', 'file', 'both', 'perhaps']);
const OF_OURS = new Set(['both', 'perhaps', 'missing', 'silent', 'others']);

/** Of the columns of the bar, those that a bracket spans. */
function span(segments: readonly Segment[], of: ReadonlySet<string>): CSSProperties {
  const first = segments.findIndex(({ key }) => of.has(key));
  const last = segments.findLastIndex(({ key }) => of.has(key));
  return first === -1 ? { display: 'none' } : { gridColumn: `${first + 1} / ${last + 2}` };
}

/** A part below this share of all shows its number alone. */
const SMALL = 0.06;

/** The file and the portfolio in one bar: what is on either side, and what on both; each bracket sums up its own. */
export function BothSidesBar({ sides }: { readonly sides: BothSides }): ReactNode {
  const segments = segmentsOf(sides);
  const total = segments.reduce((sum, { count }) => sum + count, 0);
  const isSmall = ({ count }: Segment): boolean => count < SMALL * total;
  // A part of a few still has room for its number; its words stand under the bar.
  const columns = segments
    .map((part) => `minmax(${isSmall(part) ? '40px' : 'max-content'}, ${part.count}fr)`)
    .join(' ');
  const small = segments.filter(isSmall);
  return (
    <section className={`mf-panel ${css.sides}`} aria-label="The file and your portfolio">
      <div className={css.sidesGrid} style={{ gridTemplateColumns: columns }}>
        <p className={css.bracketTop} style={span(segments, OF_FILE)}>
          <b>The file</b> {formatCount(sides.fileRows, 'row')}
        </p>
        {segments.map((part, at) => (
          <div
            key={part.key}
            className={css.segment}
            data-side={part.key}
            style={{ gridColumn: at + 1 }}
            title={`${formatNumber(part.count)} ${part.words}`}
          >
            <b>{formatNumber(part.count)}</b> <span className={isSmall(part) ? 'mf-hidden' : ''}>{part.words}</span>
          </div>
        ))}
        <p className={css.bracketBottom} style={span(segments, OF_OURS)}>
          <b>Your portfolio</b> {formatCount(sides.models, 'model')}
        </p>
        {small.length > 0 ? (
          <p className={css.smallParts} aria-hidden="true">
            {small.map(({ count, words }) => `${formatNumber(count)} ${words}`).join(', ')}
          </p>
        ) : null}
      </div>
    </section>
  );
}
