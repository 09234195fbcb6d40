import type { ReportSection } from '../content';
import type { ReportKit } from '../kit';
import { optionsSection } from '../sections/options';
import { amount, levelsOf, proposedOf, sayLevelOf, sayYearsOf } from './option-words';

/** The options as their section has them, with what they cost as the finding: the sentence stands on the slide before. */
export function boardOptions(kit: ReportKit): ReportSection | null {
  const { investment } = kit.facts;
  if (investment === null) return null;
  const section = optionsSection(kit);
  const { decision, scenario } = investment;
  if (scenario.result.withheld !== null) return { ...section, lead: '' };
  const say = amount(kit, investment);
  const others = levelsOf(decision)
    .filter(([key]) => key !== decision.cheapest)
    .toSorted(([, a], [, b]) => a.pvCost - b.pvCost)
    .map(
      ([key, { pvCost }], _, all) =>
        `${say(pvCost)} for ${key === 'L1' && all.length > 0 ? 'today’s way' : sayLevelOf(key)}`,
    );
  const own = decision.levels[decision.cheapest];
  if (!own || others.length === 0) return { ...section, lead: '' };
  const name = proposedOf(investment) === null ? 'Today’s way' : `Level ${decision.cheapest.slice(1)}`;
  const headline = `${name} costs least over ${sayYearsOf(kit, decision)}: ${say(own.pvCost)} in today’s money, against ${others.join(' and ')}`;
  const at = levelsOf(decision).findIndex(([key]) => key === decision.cheapest);
  const blocks = section.blocks.map((block) => (block.kind === 'table' ? { ...block, highlight: at + 1 } : block));
  return { ...section, headline, lead: '', blocks };
}
