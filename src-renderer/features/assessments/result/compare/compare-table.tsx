import type { ReactNode } from 'react';
import { counted } from '#domain/base/wording';
import { meanText } from '../../../../components/level/mean-text';
import { formatDate, formatShare } from '../../../../lib/format';
import type { DifferenceMark } from '../difference-words';
import { type SlopeBox, slopeOf } from '../radar/slope';
import styles from './compare.module.css';
import type { CompareCell, CompareRow, Comparison, Differences } from './compare-rows';

const BOX: SlopeBox = { width: 132, height: 40, margin: 6 };
const MOST = 3;

interface MarkProps {
  readonly mark: DifferenceMark;
  /** What is counted, in the singular; '' = steps of the mean. */
  readonly unit: string;
  readonly than: string;
}

/** `▼ 0.4 lower`, `▲ 2 levels higher`. */
function Mark({ mark, unit, than }: MarkProps): ReactNode {
  const { direction, shape, number, word } = mark;
  const many = unit !== '' && number !== '1' ? 's' : '';
  const size = direction === 'same' ? [] : [number, `${unit}${many}`].filter((part) => part !== '');
  return (
    <span className={styles.mark} data-direction={direction}>
      <span aria-hidden="true">{shape}</span> {[...size, word].join(' ')}
      <span className="mf-hidden"> than {than}</span>
    </span>
  );
}

function Against({ differences, than }: { readonly differences: Differences; readonly than: string }): ReactNode {
  const { mean, level } = differences;
  return (
    <span className={styles.against}>
      <span className="mf-muted">vs {than}</span>
      {mean ? <Mark mark={mean} unit="" than={than} /> : <span className="mf-muted">not comparable</span>}
      {level && level.direction !== 'same' && <Mark mark={level} unit="level" than={than} />}
    </span>
  );
}

type Own = Comparison['assessments'][number]['own'];

const levelText = (level: number | null): string => (level === 0 ? 'below level 1' : `level ${level ?? '–'}`);

function Cell({
  cell,
  own,
  first,
  previous,
}: {
  readonly cell: CompareCell;
  /** Its own result, where it is over more questions than are compared. */
  readonly own: Own | undefined;
  readonly first: string;
  readonly previous: string;
}): ReactNode {
  return (
    <td className={styles.cell}>
      <span className={styles.value}>{meanText(cell.mean)}</span>{' '}
      <span className="mf-muted">
        {levelText(cell.level)}
        {cell.percentToTarget !== null && `, ${formatShare(cell.percentToTarget)} of target`}
      </span>
      {own && (
        <span className={styles.against}>
          <span className="mf-muted">
            own result over {counted(own.questions, 'question')}: {meanText(own.mean)}, {levelText(own.level)}
          </span>
        </span>
      )}
      {cell.toFirst && <Against differences={cell.toFirst} than={first} />}
      {cell.toPrevious && <Against differences={cell.toPrevious} than={previous} />}
    </td>
  );
}

/** The means from left to right, with a line where one follows on another; the cells beside it have the numbers. */
function SlopeView({ row, overTime }: { readonly row: CompareRow; readonly overTime: boolean }): ReactNode {
  const means = row.cells.map(({ mean }) => mean);
  const { path, points } = slopeOf(means, MOST, BOX);
  const said = means.map((mean) => (mean === null ? 'none' : meanText(mean))).join(overTime ? ', then ' : ', ');
  return (
    <svg
      viewBox={`0 0 ${BOX.width} ${BOX.height}`}
      className={styles.slope}
      role="img"
      aria-label={`${row.label}, mean from 0 to 3: ${said}`}
    >
      <line x1={0} x2={BOX.width} y1={BOX.height - BOX.margin} y2={BOX.height - BOX.margin} className={styles.axis} />
      <line x1={0} x2={BOX.width} y1={BOX.margin} y2={BOX.margin} className={styles.axis} />
      {overTime && <path d={path} className={styles.slopeLine} />}
      {points.map(({ x, y }) => (
        <circle key={x} cx={x} cy={y} r={2.5} className={styles.slopeDot} />
      ))}
    </svg>
  );
}

interface CompareTableProps {
  readonly rows: readonly CompareRow[];
  readonly assessments: Comparison['assessments'];
  readonly commonQuestions: number;
}

/** Mean, level and share of the target each time, with the differences to the first and to the one before. */
export function CompareTable({ rows, assessments, commonQuestions }: CompareTableProps): ReactNode {
  const overTime = assessments.every(({ unit }) => unit === assessments[0]?.unit);
  // Where it was asked no more than is compared, its own result is what stands here.
  const ownOf = (index: number): Own | undefined => {
    const own = assessments[index]?.own;
    return own && own.questions > commonQuestions ? own : undefined;
  };
  const label = (index: number): string => assessments[index]?.label ?? '';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled can be reached by keyboard
    <section className={styles.scroll} aria-label="Comparison by component" tabIndex={0}>
      <table className="mf-table">
        <thead>
          <tr>
            <th scope="col">Component</th>
            <th scope="col">Mean, 0 to 3</th>
            {assessments.map(({ id, label: name, unit, date }) => (
              <th key={id} scope="col" className={styles.head}>
                <span className={styles.headName}>{name}</span>
                <span>
                  {unit === '' ? 'whole organisation' : unit}
                  {date !== '' && `, ${formatDate(date)}`}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} data-overall={row.key === 'overall'}>
              <th scope="row" className={styles.component}>
                {row.label}
                {row.leftOut > 0 && (
                  <span className={styles.broken}>without {counted(row.leftOut, 'question')} not asked of all</span>
                )}
              </th>
              <td>
                <SlopeView row={row} overTime={overTime} />
              </td>
              {row.cells.map((cell, index) => (
                <Cell
                  key={cell.id}
                  cell={cell}
                  own={row.key === 'overall' && row.leftOut > 0 ? ownOf(index) : undefined}
                  first={label(0)}
                  previous={label(index - 1)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
