import type { ReportSection } from '../content';
import type { ReportKit } from '../kit';
import { glanceSection } from '../sections/glance';

/** Where the models are, where there is no plan that a decision would be about. */
export function estateSection(kit: ReportKit): ReportSection | null {
  const { facts, write } = kit;
  const { summary } = facts;
  if (summary.models === 0) return null;
  const section = glanceSection(kit);
  const units = summary.byUnit.filter(({ unit }) => unit !== '').toSorted((a, b) => b.inProduction - a.inProduction);
  const top = units.slice(0, Math.min(5, Math.max(1, Math.floor(units.length / 2))));
  const run = top.reduce((sum, { inProduction }) => sum + inProduction, 0);
  const headline =
    units.length < 3 || summary.inProduction === 0
      ? section.headline
      : `${write.count(top.length)} of ${write.counted(units.length, 'unit')} ${top.length === 1 ? 'runs' : 'run'} ${write.count(run)} of the ${write.counted(summary.inProduction, 'model')} in production`;
  return {
    ...section,
    id: 'estate',
    headline,
    lead: '',
    blocks: section.blocks.filter(({ kind }) => kind === 'chart'),
  };
}
