import { RISK_TRIANGLES, type RiskTriangle } from '../../scenarios/options/tei-view';
import type { ReportBlock, ReportSection } from '../content';
import type { ScenarioFacts } from '../facts';
import { left, type ReportKit, right, sayYears, source, table } from '../kit';
import { comparedWords } from './sensitivity';

/** Benefits and costs of what is asked for, gross, as TEI tells a case; `null` where no factors are kept with the plan. */
function riskAdjusted({ write }: ReportKit, { scenario, tei }: ScenarioFacts): ReportBlock | null {
  const { risk } = scenario.asked ?? {};
  if (tei === null || risk === undefined) return null;
  const { benefit = RISK_TRIANGLES.benefit, cost = RISK_TRIANGLES.cost } = risk;
  const { plain, adjusted, benefitFactor, costFactor } = tei.tei;
  const money = (value: number): string => write.rounded(value, scenario.currency, scenario.result.digits);
  const share = (value: number | null): string => (value === null ? 'nothing is put in' : write.percent(value));
  const years = (value: number | null): string => (value === null ? 'not within the plan' : sayYears(write, value));
  const percents = (triangle: RiskTriangle): string => triangle.map((one) => write.percent(one)).join(', ');
  const factor = (value: number): string => write.quantity(value, 2);
  const row = (label: string, say: (figures: typeof plain) => string) => [label, say(plain), say(adjusted)];
  return table({
    title: `Adjusted for risk, as TEI does: ${comparedWords(tei)}`,
    reading: `Benefits × ${factor(benefitFactor)} (${percents(benefit)}) and costs × ${factor(costFactor)} (${percents(cost)}), as kept with the plan. In place of the simulation, never on top of it.`,
    columns: [left('', 4), right('As estimated', 2), right('Adjusted', 2)],
    rows: [
      row('Benefits, present value', ({ pvBenefits }) => money(pvBenefits)),
      row('Costs, present value', ({ pvCosts }) => money(pvCosts)),
      row('NPV', ({ npv }) => money(npv)),
      row('ROI as TEI', ({ roiTei }) => share(roiTei)),
      row('Paid back', ({ payback }) => years(payback)),
    ],
    noun: ['figure', 'figures'],
  });
}

/** A section with the figures adjusted for risk at its end, where factors are kept with the plan. */
export function withRiskAdjusted(kit: ReportKit, section: ReportSection): ReportSection {
  const { investment } = kit.facts;
  const block = investment === null ? null : riskAdjusted(kit, investment);
  if (block === null) return section;
  const note = source(
    'Adjusted for risk',
    'investment.views',
    'gross benefits and costs times the mean of their triangle; no run is adjusted as well',
  );
  return { ...section, blocks: [...section.blocks, block], sources: [...section.sources, note] };
}
