import { sayQuantity } from '#domain/base/wording';
import type { Recommendation } from '#domain/level/level-recommendation';
import type { LevelThresholds } from '#domain/level/level-thresholds';

/** The rule with its thresholds filled in, as it is written down in the rules. */
export const formulaLines = (thresholds: LevelThresholds): readonly string[] => {
  const { countLevel1, countLevel2, loadLevel1, loadLevel2, capBelow } = thresholds;
  return [
    `by count = 1 if n ≤ ${sayQuantity(countLevel1)}, 2 if n ≤ ${sayQuantity(countLevel2)}, else 3`,
    `by load  = 1 if U ≤ ${sayQuantity(loadLevel1)}, 2 if U ≤ ${sayQuantity(loadLevel2)}, else 3`,
    `level    = the higher of the two, and at most 2 while n < ${sayQuantity(capBelow)}`,
  ];
};

/** The same with today's numbers: n and U, what each asks for, and what comes of it. */
export const workedLines = (recommendation: Recommendation, thresholds: LevelThresholds): readonly string[] => {
  const { models, load, unknownFrequency, byCount, byLoad, level } = recommendation;
  if (level === null) return ['n = 0: nothing to recommend yet'];
  const bound = unknownFrequency > 0 ? ' at least' : '';
  const capped = models < thresholds.capBelow && (byCount === 3 || byLoad === 3);
  return [
    `n = ${sayQuantity(models)} → by count ${byCount}`,
    byLoad === null
      ? 'U is not known: the number of models alone decides'
      : `U =${bound} ${sayQuantity(load)} updates a year → by load ${byLoad}`,
    byLoad === null
      ? `level = ${level}`
      : `level = max(${byCount}, ${byLoad})${capped ? `, capped because n < ${thresholds.capBelow},` : ''} = ${level}`,
  ];
};

/** What is not known about the load beyond what the matrix says, in a sentence; '' when there is nothing to add. */
export const unknownWords = ({ models, unknownFrequency, level }: Recommendation): string => {
  if (unknownFrequency === 0) return '';
  if (unknownFrequency >= models)
    return level === 3 ? '' : 'Once known, the load can raise the level but never lower it.';
  const [are, they] = unknownFrequency === 1 ? ['is', 'it counts'] : ['are', 'they count'];
  return `How often ${sayQuantity(unknownFrequency)} of the ${sayQuantity(models)} models ${are} updated is not known; ${they} as 0, so the load is a lower bound.`;
};

/** Flags worth a line where unknown frequencies are said already and the two update rates stand in their own table. */
export const flagsToShow = ({ flags }: Recommendation): Recommendation['flags'] =>
  flags.filter(({ code }) => code !== 'unknown_frequency' && code !== 'noted_and_recorded');
