import type { ReactNode } from 'react';
import { sayDated } from '#domain/base/period';
import { STAGE_LABELS } from '#domain/vocabulary';
import css from './again.module.css';
import type { LifeMark, Row } from './again-rows';

/** Years on the common axis. */
export interface Axis {
  readonly from: number;
  readonly to: number;
}

const WIDTH = 176;
const HEIGHT = 28;
const MIDDLE = 18;
const MARGIN = 8;
/** A slip of the keyboard must not stretch the axis over a century. */
const MOST_YEARS = 12;

const yearOf = (at: string): number => new Date(at).getUTCFullYear();

/** From the first year that any row tells of to the one behind the last, at most twelve years; what was before lies at its left end. */
export function axisOf(rows: readonly Row[]): Axis | null {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { life } of rows)
    for (const { at } of life) {
      if (at === null) continue;
      const year = yearOf(at);
      first = Math.min(first, year);
      last = Math.max(last, year);
    }
  return Number.isFinite(first) ? { from: Math.max(first, last + 1 - MOST_YEARS), to: last + 1 } : null;
}

/** Place of an instant on the line, in pixels. */
export function placeOf(at: string, { from, to }: Axis): number {
  const [start, end] = [Date.UTC(from, 0), Date.UTC(to, 0)];
  const share = (Date.parse(at) - start) / (end - start);
  return MARGIN + Math.min(1, Math.max(0, share)) * (WIDTH - 2 * MARGIN);
}

const years = ({ from, to }: Axis): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** The years that the axis names, over the lines. */
export function AxisHead({ axis }: { readonly axis: Axis }): ReactNode {
  const step = Math.ceil((axis.to - axis.from) / 4);
  return (
    <svg width={WIDTH} height={16} aria-hidden="true" className={css.axis}>
      {years(axis)
        .filter((year) => (year - axis.from) % step === 0 && year < axis.to)
        .map((year) => (
          <text key={year} x={placeOf(`${year}-01-01`, axis)} y={12} textAnchor="middle">
            {year}
          </text>
        ))}
    </svg>
  );
}

const isDated = (mark: LifeMark): mark is LifeMark & { readonly at: string } => mark.at !== null;

const SIGNS: Readonly<Record<LifeMark['mark'], string>> = {
  known: 'held',
  added: 'added',
  ours: 'yours',
  file: 'the file',
};

const sayMark = ({ stage, at, precision, mark }: LifeMark): string =>
  `${STAGE_LABELS[stage]} ${at === null ? 'without a day' : sayDated({ at, precision })} (${SIGNS[mark]})`;

function Mark({ mark, x }: { readonly mark: LifeMark['mark']; readonly x: number }): ReactNode {
  if (mark === 'known' || mark === 'ours')
    return <circle className={css.mark} data-mark={mark} cx={x} cy={MIDDLE} r={mark === 'known' ? 4 : 4.5} />;
  const half = 5;
  return (
    <path
      className={css.mark}
      data-mark={mark}
      d={`M${x - half} ${MIDDLE}L${x} ${MIDDLE - half}L${x + half} ${MIDDLE}L${x} ${MIDDLE + half}Z`}
    />
  );
}

/** A model's moves on the common axis: filled is certain, a ring contradicts, a dashed box has no day. */
export function LifeLine({ life, axis }: { readonly life: Row['life']; readonly axis: Axis }): ReactNode {
  const dated = life.filter(isDated);
  const held = dated.filter(({ mark }) => mark !== 'file').map(({ at }) => placeOf(at, axis));
  const ours = dated.find(({ mark }) => mark === 'ours');
  const file = dated.find(({ mark }) => mark === 'file');
  const undated = life.some(({ mark, at }) => mark === 'added' && at === null);
  if (dated.length === 0 && !undated) return null;
  const [left, right] = [Math.min(...held), Math.max(...held)];
  const arc = ours && file ? { from: placeOf(ours.at, axis), to: placeOf(file.at, axis) } : null;
  return (
    <svg width={WIDTH} height={HEIGHT} role="img" aria-label={life.map(sayMark).join(', ')} className={css.life}>
      <title>{life.map(sayMark).join('\n')}</title>
      <line className={css.axisLine} x1={MARGIN} x2={WIDTH - MARGIN} y1={MIDDLE} y2={MIDDLE} />
      {years(axis).map((year) => {
        const x = placeOf(`${year}-01-01`, axis);
        return <line key={year} className={css.axisLine} x1={x} x2={x} y1={MIDDLE - 3} y2={MIDDLE + 3} />;
      })}
      {held.length > 1 ? <line className={css.span} x1={left} x2={right} y1={MIDDLE} y2={MIDDLE} /> : null}
      {arc ? (
        <path
          className={css.arc}
          d={`M${arc.from} ${MIDDLE - 6}Q${(arc.from + arc.to) / 2} 0 ${arc.to} ${MIDDLE - 6}`}
        />
      ) : null}
      {undated ? (
        <rect className={css.undated} x={WIDTH - MARGIN - 22} y={MIDDLE - 6} width={22} height={12} rx={2} />
      ) : null}
      {dated.map(({ mark, at, stage }) => (
        <Mark key={`${mark} ${stage} ${at}`} mark={mark} x={placeOf(at, axis)} />
      ))}
    </svg>
  );
}
