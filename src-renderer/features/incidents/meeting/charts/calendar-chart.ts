import type { Output } from '#contract/index';
import { DAY_MS, isoDay } from '#domain/base/calendar';
import { MONTH_NAMES } from '#domain/base/forms';
import { SEVERITY_LABELS } from '#domain/incidents/vocabulary';
import { baseOption } from '../../../../components/chart/base-option';
import type { ChartInk } from '../../../../components/chart/chart-ink';
import {
  type ChartContent,
  type ChartOption,
  type ChartSize,
  nothingToShow,
} from '../../../../components/chart/chart-types';
import { textWidth } from '../../../../components/chart/text-width';
import { wordsSeries } from '../../../../components/chart/words-series';
import { formatCount, formatDate } from '../../../../lib/format';

type Days = Output<'incidents.calendar'>['days'];
type Day = Days[number];

/** 1970-01-05 was a Monday. */
const MONDAY = 4;
const LEFT = 32;
const TOP = 20;
const WEEKDAYS = ['Mon', '', 'Wed', '', 'Fri', '', 'Sun'] as const;

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
const weekOf = (day: number): number => Math.floor((day - MONDAY) / 7);

interface Cell {
  readonly day: number;
  readonly opened: number;
  readonly worst: Day['worst'];
}

/** The latest weeks that have room: each at least 9 pixels wide. */
const weeksThatFit = (width: number): number => Math.max(8, Math.floor((width - LEFT - 8) / 9));

/**
 * A square for each day, weeks from left to right: the more were opened, the darker; an edge marks a day with SEV 1 or SEV 2.
 * @param from first day of the window; left out: that of the first incident
 */
export function calendarChart(days: Days, from: string | undefined, today: string): ChartContent {
  const counted = days.filter(({ opened }) => opened > 0);
  const most = counted.reduce<Day | null>((a, b) => (a === null || b.opened > a.opened ? b : a), null);
  if (most === null) return nothingToShow('No incident was opened in this window.');
  const start = dayNumber(from ?? counted[0]?.day ?? today);
  const end = dayNumber(today);
  const severe = counted.filter(({ worst }) => worst !== null && worst <= 2).length;
  return {
    kind: 'picture',
    words:
      `Incidents were opened on ${formatCount(counted.length, 'day')} of ${formatCount(end - start + 1, 'day')}; ` +
      `most on ${formatDate(most.day)} (${most.opened}). On ${formatCount(severe, 'day')} the worst was SEV 1 or SEV 2.`,
    table: {
      columns: [{ label: 'day (UTC)', time: true }, { label: 'opened', digits: 0 }, { label: 'worst' }],
      rows: counted.map(({ day, opened, worst }) => [
        day,
        opened,
        worst === null ? 'not rated' : SEVERITY_LABELS[worst],
      ]),
    },
    draw: (ink, size) => draw(counted, start, end, most.opened, ink, size),
  };
}

function draw(counted: Days, start: number, end: number, most: number, ink: ChartInk, size: ChartSize): ChartOption {
  const byDay = new Map(counted.map((one) => [dayNumber(one.day), one]));
  const lastWeek = weekOf(end);
  const firstWeek = Math.max(weekOf(start), lastWeek - weeksThatFit(size.width) + 1);
  const first = Math.max(start, firstWeek * 7 + MONDAY);
  const weeks = lastWeek - firstWeek + 1;
  const side = Math.min(20, Math.floor(Math.min((size.width - LEFT - 8) / weeks, (size.height - TOP - 22) / 7)));
  const cells: Cell[] = Array.from({ length: end - first + 1 }, (_, step) => {
    const found = byDay.get(first + step);
    return { day: first + step, opened: found?.opened ?? 0, worst: found?.worst ?? null };
  });
  const place = (day: number) => ({
    x: LEFT + (weekOf(day) - firstWeek) * side,
    y: TOP + ((day - MONDAY) % 7) * side,
  });
  const base = baseOption(ink);
  return {
    ...base,
    tooltip: {
      ...base.tooltip,
      trigger: 'item',
      formatter: (params: unknown) => {
        // ECharts hands one point here; only its place is read.
        const cell = cells[(params as { readonly dataIndex?: number }).dataIndex ?? -1];
        return cell ? cellWords(cell) : '';
      },
    },
    series: [
      {
        id: 'days',
        type: 'custom',
        coordinateSystem: 'none',
        clip: false,
        data: cells.map((_, index) => [index]),
        renderItem: ({ dataIndex }) => {
          const cell = cells[dataIndex];
          if (!cell) return null;
          const { x, y } = place(cell.day);
          const severe = cell.worst !== null && cell.worst <= 2;
          return {
            type: 'rect',
            shape: { x: x + 1, y: y + 1, width: side - 2, height: side - 2, r: 1 },
            style: {
              fill: cell.opened === 0 ? ink.line : ink.accent,
              opacity: cell.opened === 0 ? 0.5 : 0.35 + (0.65 * cell.opened) / most,
              ...(severe ? { stroke: ink.act, lineWidth: 2 } : {}),
            },
          };
        },
      },
      wordsSeries(
        'names',
        [
          ...WEEKDAYS.map((text, index) => ({ x: 0, y: TOP + index * side + side / 2, text, colour: ink.muted })),
          ...monthNames(first, end, place, size.width).map((name) => ({ ...name, y: 8, colour: ink.muted })),
          {
            x: LEFT,
            y: TOP + 7 * side + 12,
            text: `darker = more opened (most: ${most}); edge = SEV 1 or SEV 2 among them`,
            colour: ink.muted,
          },
        ],
        ink,
      ),
    ],
  };
}

const cellWords = ({ day, opened, worst }: Cell): string =>
  [
    formatDate(isoDay(day)),
    opened === 0 ? 'none opened' : `${formatCount(opened, 'incident')} opened`,
    ...(worst === null ? [] : [`worst: ${SEVERITY_LABELS[worst]}`]),
  ].join('\n');

/** Each month where its first day stands, where the name of the one before leaves room. */
function monthNames(first: number, end: number, place: (day: number) => { readonly x: number }, width: number) {
  const names: { readonly x: number; readonly text: string }[] = [];
  for (let day = first; day <= end; day += 1) {
    const iso = isoDay(day);
    if (!iso.endsWith('-01') && day !== first) continue;
    const { x } = place(day);
    const before = names.at(-1);
    if ((before && x - before.x < textWidth(before.text) + 8) || x > width - 40) continue;
    const year = iso.slice(5, 7) === '01' || names.length === 0 ? ` ${iso.slice(0, 4)}` : '';
    const month = MONTH_NAMES[Number(iso.slice(5, 7)) - 1] ?? '';
    names.push({ x, text: `${month}${year}` });
  }
  return names;
}
