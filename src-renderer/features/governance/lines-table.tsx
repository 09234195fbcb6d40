import type { ReactNode } from 'react';
import { verifyWords } from '../../components/governance/verify-words';
import { formatNumber } from '../../lib/format';
import styles from './governance.module.css';
import type { ShownLine } from './governance-words';

interface LinesTableProps {
  readonly title: string;
  readonly lines: readonly ShownLine[];
  readonly heads: readonly [there: string, later: string];
  /** Id of the line whose models are shown. */
  readonly open: string | undefined;
  readonly onOpen: (id: string) => void;
}

const count = (value: number): ReactNode => (value === 0 ? <span className="mf-faint">–</span> : formatNumber(value));

function Marks({ line }: { readonly line: ShownLine }): ReactNode {
  const marks = [
    ...(line.per === 'organisation' ? ['asked of the organisation once'] : []),
    ...(line.house ? ['interval is ours'] : []),
    ...(line.verify === '' ? [] : [verifyWords(line.verified)]),
    ...(line.confidence === 'primary' ? [] : [line.confidence === 'memory' ? 'from memory' : 'by other accounts']),
  ];
  return (
    <span className="mf-muted">
      {line.ref}
      {marks.length === 0 ? '' : ` · ${marks.join(' · ')}`}
    </span>
  );
}

/** Lines of a pack with how many models have them, miss them, or cannot say. */
export function LinesTable({ title, lines, heads, open, onOpen }: LinesTableProps): ReactNode {
  if (lines.length === 0) return null;
  return (
    <div className={styles.scroll}>
      <table className="mf-table">
        <caption className="mf-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{title}</th>
            <th scope="col" className="mf-number">
              {heads[0]}
            </th>
            <th scope="col" className="mf-number">
              Missing
            </th>
            <th scope="col" className="mf-number">
              {heads[1]}
            </th>
            <th scope="col" className="mf-number">
              Not known
            </th>
            <th scope="col" className="mf-number">
              Not asked
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id} data-open={line.id === open || undefined}>
              <th scope="row" className={styles.line}>
                <button
                  type="button"
                  className={styles.lineButton}
                  aria-expanded={line.id === open}
                  onClick={() => onOpen(line.id)}
                >
                  {line.label}
                </button>
                <Marks line={line} />
              </th>
              <td className="mf-number">{count(line.there)}</td>
              <td className={`mf-number ${line.missing > 0 ? (styles.missing ?? '') : ''}`}>{count(line.missing)}</td>
              <td className="mf-number">{count(line.later)}</td>
              <td className="mf-number mf-muted">{count(line.unknown)}</td>
              <td className="mf-number mf-muted">{count(line.notApplicable)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
