import type { Origin } from '../page/scenario-types';

/** On the chip: `assumption D`, `measured`, `entered`. */
export function originChip(origin: Origin): string {
  return origin.kind === 'assumption' ? `assumption ${origin.grade}` : origin.kind;
}

const GRADES: Readonly<Record<'A' | 'B' | 'C' | 'D', string>> = {
  A: 'official statistics',
  B: 'a primary source',
  C: 'a secondary source',
  D: 'no source: somebody has to know better',
};

/** The whole of it in a sentence or two. */
export function originWords(origin: Origin, by: string): string {
  switch (origin.kind) {
    case 'assumption':
      return `Assumption, grade ${origin.grade} (${GRADES[origin.grade]}): ${origin.source}`;
    case 'measured':
      return `Measured here: ${origin.words}. ${origin.numbers}`;
    case 'entered':
      return `Entered by ${by || 'somebody'}${origin.note === '' ? '' : `: ${origin.note}`}`;
    default:
      return '';
  }
}

/** `9 measured here, 4 entered, 14 assumptions` */
export function originCounts({
  assumption,
  measured,
  entered,
}: {
  assumption: number;
  measured: number;
  entered: number;
}): string {
  const said = [
    measured > 0 ? `${measured} measured here` : '',
    entered > 0 ? `${entered} entered` : '',
    assumption > 0 ? `${assumption} assumption${assumption === 1 ? '' : 's'}` : '',
  ].filter((part) => part !== '');
  return said.join(', ');
}
