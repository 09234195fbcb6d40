import type { ReactNode } from 'react';
import { type Benchmark, benchmarksOf } from '#domain/assessments/benchmarks';
import { formatDate, formatNumber, formatShare } from '../../../lib/format';
import styles from './beside-others.module.css';
import type { EvidenceRow } from './evidence-rows';

const share = ({ part, whole }: { readonly part: number; readonly whole: number }): number => part / whole;

const saidOf = ({ source, counts, part, whole, silent, population, readOn }: Benchmark): string => {
  const saysNothing = silent > 0 ? `; ${formatNumber(silent)} say nothing` : '';
  const of = `${formatNumber(part)} of ${formatNumber(whole)} ${population} ${counts} (${formatShare(part / whole)})`;
  return `${source}: ${of}${saysNothing}. Counted on ${formatDate(readOn)}.`;
};

/** What public inventories say of the same thing: a grey mark on our own share, with n and source; never part of a score. */
export function BesideOthers({ row }: { readonly row: EvidenceRow }): ReactNode {
  const others = benchmarksOf(row.id);
  if (others.length === 0) return null;
  const ours = row.counts.whole > 0 ? share(row.counts) : null;
  return (
    <div className={styles.beside}>
      <div className={styles.track} aria-hidden="true">
        {ours === null ? null : <span className={styles.ours} style={{ inlineSize: `${ours * 100}%` }} />}
        {others.map((one) => (
          <span key={one.id} className={styles.mark} style={{ insetInlineStart: `${share(one) * 100}%` }} />
        ))}
      </div>
      <ul className={styles.notes}>
        {others.map((one) => (
          <li key={one.id}>{saidOf(one)}</li>
        ))}
        <li>They are not counted as ours is, and no part of the score.</li>
      </ul>
    </div>
  );
}
