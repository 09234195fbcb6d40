import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { verifyWords } from '../../components/governance/verify-words';
import { formatCount, formatNumber } from '../../lib/format';
import styles from './side-by-side.module.css';
import { cellWords, MOST_SLANTED, type PlacedColumn, type Sides } from './side-words';

interface MapProps {
  readonly found: Sides;
  readonly columns: readonly PlacedColumn[];
  readonly at: string;
}

const tierName = (tier: number | null): string => (tier === null ? 'No tier' : `Tier ${tier}`);

function Cell({ letter }: { readonly letter: string }): ReactNode {
  return (
    <td className={styles.cell} data-letter={letter}>
      <span className={styles.mark} aria-hidden="true" />
      <span className="mf-hidden">{cellWords(letter)}</span>
    </td>
  );
}

/** Quiet where all of a group have it; else how many miss it. */
function GroupCell({ there, missing, waiting }: { there: number; missing: number; waiting: number }): ReactNode {
  if (missing > 0)
    return (
      <td className={styles.count} data-missing>
        {formatNumber(missing)}
        <span className="mf-hidden"> missing</span>
      </td>
    );
  return <Cell letter={waiting > 0 ? '?' : there > 0 ? 'H' : '-'} />;
}

function Head({ column, at }: { readonly column: PlacedColumn; readonly at: string }): ReactNode {
  const [first] = column.asked;
  if (first === undefined) return null;
  return (
    <Link to="/governance" search={{ pack: first.pack, line: first.id, at }} title={askers(column)}>
      {column.label}
    </Link>
  );
}

const askers = ({ asked }: PlacedColumn): string =>
  asked
    .map(({ pack, ref, confidence, verify, verified, house }) =>
      [
        `${pack} ${ref}`,
        ...(confidence === 'primary' ? [] : [confidence === 'memory' ? 'from memory' : 'by other accounts']),
        ...(house ? ['interval is ours'] : []),
        ...(verify === '' ? [] : [verified.state === 'open' ? `to verify: ${verify}` : verifyWords(verified)]),
      ].join(', '),
    )
    .join('; ');

/** Up to 24: models down, what is asked across. */
function Slanted({ found, columns, at }: MapProps): ReactNode {
  const groups = found.groups.filter(({ tier }) => tier !== 1);
  return (
    <table className={styles.map}>
      <caption className="mf-hidden">What is known of each model of tier 1, the others by tier</caption>
      <thead>
        <tr className={styles.slanted}>
          <th scope="col">
            <span className="mf-hidden">Model</span>
          </th>
          {columns.map((column) => (
            <th key={column.key} scope="col" data-shared={column.shared || undefined}>
              <div>
                <Head column={column} at={at} />
              </div>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {found.rows.map((row) => (
          <tr key={row.modelId}>
            <th scope="row" className={styles.model}>
              <Link to="/models/$modelId" params={{ modelId: row.modelId }}>
                {row.name}
              </Link>
            </th>
            {columns.map(({ key, place }) => (
              <Cell key={key} letter={row.cells.charAt(place)} />
            ))}
          </tr>
        ))}
        {groups.map((group) => (
          <tr key={tierName(group.tier)} className={styles.folded}>
            <th scope="row" className={styles.model}>
              {tierName(group.tier)}, {formatCount(group.models, 'model')}
            </th>
            {columns.map(({ key, place }) => (
              <GroupCell
                key={key}
                there={group.there[place] ?? 0}
                missing={group.missing[place] ?? 0}
                waiting={group.waiting[place] ?? 0}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** More than that: what is asked down, tiers across. */
function Turned({ found, columns, at }: MapProps): ReactNode {
  return (
    <table className="mf-table">
      <caption className="mf-hidden">How many models of each tier miss what is asked</caption>
      <thead>
        <tr>
          <th scope="col">Asked for</th>
          <th scope="col">By</th>
          {found.groups.map(({ tier, models }) => (
            <th key={tierName(tier)} scope="col" className={`mf-number ${styles.tier ?? ''}`}>
              {tierName(tier)}
              <br />
              <span className="mf-muted">of {formatNumber(models)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {columns.map((column) => (
          <tr key={column.key}>
            <th scope="row" className={styles.asked}>
              <Head column={column} at={at} />
            </th>
            <td className="mf-muted">{[...new Set(column.asked.map(({ ref }) => ref))].join('; ')}</td>
            {found.groups.map((group) => (
              <GroupCell
                key={tierName(group.tier)}
                there={group.there[column.place] ?? 0}
                missing={group.missing[column.place] ?? 0}
                waiting={group.waiting[column.place] ?? 0}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function SideMap(props: MapProps): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled can be reached by keyboard
    <section className={styles.scroll} aria-label="Models and what is asked of them" tabIndex={0}>
      {props.columns.length <= MOST_SLANTED ? <Slanted {...props} /> : <Turned {...props} />}
      <p className={styles.legend}>
        {(['H', 'M', '?', '-'] as const).map((letter) => (
          <span key={letter} className={styles.key} data-letter={letter}>
            <span className={styles.mark} aria-hidden="true" />{' '}
            {letter === '?' ? 'not known, or later' : cellWords(letter)}
          </span>
        ))}
        <span>a number: models that miss it</span>
      </p>
    </section>
  );
}
