import type { ChartInk } from './chart-ink';
import type { ChartOption } from './chart-types';

const SIZE = 12;

/** What all charts share: type, tooltip in the canvas (the content policy lets no inline style in), no motion. */
export function baseOption(ink: ChartInk) {
  return {
    animation: false,
    textStyle: { fontFamily: ink.font, fontSize: SIZE, color: ink.text },
    aria: { enabled: false },
    tooltip: {
      renderMode: 'richText',
      confine: true,
      transitionDuration: 0,
      backgroundColor: ink.panel,
      borderColor: ink.line,
      borderWidth: 1,
      padding: [6, 10],
      shadowBlur: 0,
      shadowOffsetX: 0,
      shadowOffsetY: 0,
      textStyle: { fontFamily: ink.font, fontSize: SIZE, color: ink.text, lineHeight: 18 },
    },
  } satisfies ChartOption;
}

/** The line, the ticks and the words of an axis that carries categories or time. */
export function plainAxis(ink: ChartInk) {
  return {
    axisLine: { show: true, lineStyle: { color: ink.line } },
    axisTick: { show: false },
    splitLine: { show: false },
    axisLabel: { color: ink.muted, fontFamily: ink.font, fontSize: SIZE, hideOverlap: true },
    nameTextStyle: { color: ink.muted, fontFamily: ink.font, fontSize: SIZE },
  } as const;
}

/** An axis of numbers: hairlines, no line of its own. */
export function valueAxis(ink: ChartInk) {
  return {
    ...plainAxis(ink),
    axisLine: { show: false },
    splitLine: { show: true, lineStyle: { color: ink.line, width: 1 } },
  } as const;
}

/** A vertical pointer at the value that the tooltip tells. */
export function axisPointer(ink: ChartInk) {
  return { type: 'line', lineStyle: { color: ink.faint, width: 1, type: 'solid' }, label: { show: false } } as const;
}
