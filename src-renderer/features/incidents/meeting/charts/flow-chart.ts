import type { Output } from '#contract/index';
import { niceScale } from '#domain/base/nice-scale';
import { type ChartContent, nothingToShow } from '../../../../components/chart/chart-types';
import { linesOption } from '../../../../components/chart/lines-option';
import { formatCount, formatDate, formatNumber } from '../../../../lib/format';

type Flow = Output<'incidents.flow'>;

const dayMs = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** Opened and closed as they add up; the gap between the two lines is what was open. */
export function flowChart({ points }: Flow, step: 'week' | 'month', today: string): ChartContent {
  const last = points.at(-1);
  const first = points[0];
  if (!first || !last) return nothingToShow('No incident was opened or closed in this window.');
  const lines = {
    opened: points.map((point, at) => [endOf(points, at, today), point.openedSoFar] as const),
    closed: points.map((point, at) => [endOf(points, at, today), point.closedSoFar] as const),
  };
  const scale = niceScale([last.openedSoFar, last.closedSoFar]);
  const most = points.reduce((a, b) => (b.openAtEnd > a.openAtEnd ? b : a));
  return {
    kind: 'picture',
    words:
      `${formatCount(last.openedSoFar, 'incident')} opened and ${formatNumber(last.closedSoFar)} resolved or closed since the first one; ` +
      `of this window, most were open at the end of the ${step} from ${formatDate(most.from)}: ${formatNumber(most.openAtEnd)}.`,
    table: {
      columns: [
        { label: `${step} from`, time: true },
        { label: 'opened', digits: 0 },
        { label: 'closed', digits: 0 },
        { label: 'opened so far', digits: 0 },
        { label: 'closed so far', digits: 0 },
        { label: 'open at the end', digits: 0 },
      ],
      rows: points.map((point) => [
        point.from,
        point.opened,
        point.closed,
        point.openedSoFar,
        point.closedSoFar,
        point.openAtEnd,
      ]),
    },
    draw: (ink, size) =>
      linesOption(
        {
          x: { kind: 'time', min: dayMs(first.from), max: Math.max(dayMs(today), dayMs(last.from)) },
          sayX: (x) => `to ${formatDate(new Date(x).toISOString().slice(0, 10))}`,
          y: { name: 'incidents', scale, tick: (value) => formatNumber(value), say: (value) => formatNumber(value) },
          lines: [
            {
              id: 'opened',
              label: 'opened',
              points: [[dayMs(first.from), first.openedSoFar - first.opened], ...lines.opened],
              colour: ink.act,
            },
            {
              id: 'closed',
              label: 'closed',
              points: [[dayMs(first.from), first.closedSoFar - first.closed], ...lines.closed],
              colour: ink.ok,
            },
          ],
        },
        ink,
        size,
      ),
  };
}

/** A step is over where the next one begins; the last one today. */
function endOf(points: Flow['points'], at: number, today: string): number {
  const next = points[at + 1];
  return next ? dayMs(next.from) : Math.max(dayMs(today), dayMs(points[at]?.from ?? today));
}
