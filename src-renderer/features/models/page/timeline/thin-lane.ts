import type { Output } from '#contract/index';
import { sayDay } from '#domain/base/calendar';
import { type Axis, placeOf } from '../../../../components/versions/version-line';

type Span = Output<'models.timeline'>['spans'][number];

/** A stretch of a lane as it is drawn: shares of the axis, 0 to 1. */
export interface LaneBar {
  readonly key: string;
  readonly start: number;
  readonly width: number;
  readonly mark: Span['mark'];
  readonly open: boolean;
  readonly title: string;
}

/** More bars than this are not told apart any more. */
const MOST = 300;
/** A bar that is too short to be seen is as wide as this. */
const LEAST = 0.004;
const GRAVITY: readonly Span['mark'][] = [null, 'ok', 'silent', 'watch', 'act'];
const graver = (a: Span, b: Span): Span => (GRAVITY.indexOf(b.mark) > GRAVITY.indexOf(a.mark) ? b : a);

/** The spans of a lane as bars; of many the gravest of each stretch is drawn, and its title counts the others. */
export function laneBars(spans: readonly Span[], axis: Axis, today: string): readonly LaneBar[] {
  const placed = spans.map((span) => {
    const start = Math.min(placeOf(span.from.slice(0, 10), axis), 1 - LEAST);
    const end = placeOf((span.to ?? today).slice(0, 10), axis);
    return { span, start, width: Math.max(LEAST, end - start) };
  });
  if (placed.length <= MOST)
    return placed.map(({ span, start, width }) => ({
      key: span.key,
      start,
      width,
      mark: span.mark,
      open: span.to === null,
      title: span.title,
    }));
  const slots = new Map<number, { readonly worst: Span; readonly count: number; readonly last: Span }>();
  for (const { span, start, width } of placed)
    for (let slot = Math.floor(start * MOST); slot < Math.min(MOST, Math.ceil((start + width) * MOST)); slot += 1) {
      const known = slots.get(slot);
      slots.set(slot, { worst: known ? graver(known.worst, span) : span, count: (known?.count ?? 0) + 1, last: span });
    }
  return [...slots].map(([slot, { worst, count, last }]) => ({
    key: `slot ${slot}`,
    start: slot / MOST,
    width: 1 / MOST,
    mark: worst.mark,
    open: last.to === null,
    title: count === 1 ? worst.title : `The gravest of ${count} up to ${sayDay(last.from)}: ${worst.title}`,
  }));
}
