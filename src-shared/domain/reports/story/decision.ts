import { TO_BE_NAMED } from '../../assessments/roadmap-owners';
import { carried } from '../../base/carried';
import { verb } from '../../base/wording';
import { sayOverdueKinds } from '../../governance/reviews';
import type { KeyFigure, ReportBlock } from '../content';
import type { ScenarioFacts } from '../facts';
import {
  capital,
  figure,
  left,
  type ReportKit,
  type SectionBuilder,
  sayYears,
  scenarioName,
  sizeWords,
  source,
  table,
  told,
} from '../kit';
import { glanceHeadline } from '../sections/glance';
import { beliefText, believed, comparedWords, testedOf } from '../sections/sensitivity';
import { asksInWords } from './asks';
import { amount, levelsOf, moneySaid, proposedOf, sayLevelOf, sayYearsOf, turnsSaid } from './option-words';

const base = { id: 'decision', title: 'The decision' } as const;

/** What is asked of the reader, before anything else: what, how much, by when, who, and what happens otherwise. */
export const decisionSection: SectionBuilder = (kit) => {
  const { investment } = kit.facts;
  return investment === null ? withoutPlan(kit) : withPlan(kit, investment);
};

const rowsOf = (rows: readonly (readonly [string, string])[]): ReportBlock =>
  table({
    title: '',
    reading: '',
    columns: [left('The decision', 2.4), left('', 10)],
    rows: rows.filter(([, words]) => words !== ''),
    noun: ['point', 'points'],
  });

function withPlan(kit: ReportKit, facts: ScenarioFacts): ReturnType<SectionBuilder> {
  const { decision, scenario } = facts;
  return {
    ...base,
    headline: planHeadline(kit, facts),
    lead: '',
    blocks: [{ kind: 'figures', figures: planFigures(kit, facts) }, rowsOf(planRows(kit, facts))],
    sources: [
      source(
        'What is asked for',
        'investment.options',
        'the level with the least present value of cost over the plan, held against the rule of thumb',
        `${scenarioName(kit, scenario.name)}${decision.simulation === null ? '' : `, ${kit.write.counted(decision.simulation.runs, 'run')}`}`,
      ),
      source(
        'What must be believed',
        'investment.sensitivity',
        'the value of one input at which NPV = 0, the others at theirs',
      ),
    ],
  };
}

function planHeadline(kit: ReportKit, facts: ScenarioFacts): string {
  const { write } = kit;
  const { decision, scenario } = facts;
  const say = amount(kit, facts);
  const over = `over ${sayYearsOf(kit, decision)}`;
  if (scenario.result.withheld !== null)
    return `Decision: none on money yet. ${write.sentence(scenario.result.withheld)}`;
  const proposed = proposedOf(facts);
  if (proposed === null) {
    const next = levelsOf(decision)[1];
    if (!next) return 'Decision: none on money, for the plan has one level only';
    return `Decision: stay with today’s way; ${sayLevelOf(next[0])} costs ${say(-next[1].npvVsL1)} more ${over}`;
  }
  const [key, figures] = proposed;
  return `Decision: approve ${sayLevelOf(key)} for ${say(figures.investment)}, worth ${say(figures.npvVsL1)} against today’s way ${over}`;
}

function planFigures(kit: ReportKit, facts: ScenarioFacts): KeyFigure[] {
  const { write } = kit;
  const { scenario, decision } = facts;
  const proposed = proposedOf(facts);
  const say = amount(kit, facts);
  const quoted = scenario.result.withheld === null;
  const hold = (value: string): string => (quoted ? value : '–');
  const assumed = (detail: string, value: string): string => (quoted ? detail : `as assumed ${value}`);
  const first = believed(facts)[0];
  const turning =
    first === undefined
      ? []
      : [
          figure(
            capital(first.label).replace(':', ','),
            beliefText(kit, scenario.currency, first, carried(first.breakEven, first.value, scenario.result.digits)),
            `where ${comparedWords(testedOf(facts))} turns; ${beliefText(kit, scenario.currency, first, first.value)} in the plan`,
          ),
        ];
  if (proposed === null) return turning;
  const [, { investment, npvVsL1, paybackVsL1, paybackDate, peakFunding }] = proposed;
  const when = paybackVsL1 === null ? 'not within the plan' : sayYears(write, paybackVsL1);
  return [
    figure(
      'To approve',
      hold(say(investment)),
      assumed(`at most ${say(peakFunding)} behind today’s way`, say(investment)),
    ),
    figure(
      'Worth against today’s way',
      hold(say(npvVsL1)),
      assumed(`NPV, ${sayYearsOf(kit, decision)} at ${write.percent(scenario.inputs.discountRate, 1)}`, say(npvVsL1)),
    ),
    figure(
      'Paid back after',
      hold(when),
      assumed(paybackDate === null ? 'from the start' : `by ${write.month(paybackDate)}`, when),
    ),
    ...turning,
  ];
}

function planRows(kit: ReportKit, facts: ScenarioFacts): [string, string][] {
  const { write, redact } = kit;
  const { decision } = facts;
  const { words } = decision;
  const proposed = proposedOf(facts);
  const open = redact.choice.money !== true;
  const say = amount(kit, facts);
  const sentence = (text: string): string => write.sentence(text);
  const runs = sentence(words.runs);
  const { withheld } = facts.scenario.result;
  // What is not to be quoted stands as what it is.
  const asAssumed = (text: string): string => (withheld === null || text === '' ? text : `As assumed: ${small(text)}`);
  const sum =
    withheld !== null
      ? `Nothing on money yet: ${withheld.charAt(0).toLowerCase()}${withheld.slice(1)}.`
      : proposed === null
        ? 'No money: the options are looked at again when the portfolio or the price of a person changes.'
        : `Approve ${sayLevelOf(proposed[0])}: ${say(proposed[1].investment)} to build.`;
  return [
    ['We ask for', sum],
    [
      'Why',
      asAssumed(
        [sentence(moneySaid(kit, decision)), sentence(words.hiring), runs].filter((part) => part !== '').join(' '),
      ),
    ],
    ['The rule of thumb', `${statedWords(kit)}${sentence(words.rule)}`],
    ['What would change it', asAssumed(sentence(turnsSaid(kit, facts)))],
    ['The next step', open ? asAssumed(gateWords(kit, facts)) : ''],
    ['If nothing is done', doNothing(kit, facts)],
    ['Who, by when', whoWords(kit)],
  ];
}

/** A size that nobody counted is said where the rule is held against it. */
function statedWords(kit: ReportKit): string {
  return kit.facts.summary.size.basis === 'stated' ? `${sizeWords(kit)} ` : '';
}

function gateWords(kit: ReportKit, facts: ScenarioFacts): string {
  const { write } = kit;
  const [path] = Object.entries(facts.decision.paths).filter(([, { gate }]) => gate !== null);
  if (!path) return '';
  const [id, { gate }] = path;
  if (gate === null) return '';
  const say = amount(kit, facts);
  const over = `over the ${write.counted(gate.years, 'year')} of the plan`;
  const worth = (npv: number): string => (npv >= 0 ? `is worth ${say(npv)}` : `costs ${say(-npv)} more than it saves`);
  // The end of the plan alone would always speak against waiting.
  const longer =
    gate.yearsAsLong === gate.years
      ? ''
      : `, and ${worth(gate.npvAsLong)} over ${write.counted(gate.yearsAsLong, 'year')}`;
  return `${capital(sayLevelOf(id.slice(-2).startsWith('L') ? id.slice(-2) : `L${id.slice(-1)}`))} is decided on after ${write.counted(gate.month, 'month')}: as the plan stands, going on then ${worth(gate.npv)} ${over}${longer}.`;
}

function doNothing(kit: ReportKit, facts: ScenarioFacts): string {
  const { write } = kit;
  const [today] = levelsOf(facts.decision);
  if (!today) return '';
  const { yearCost, peopleByYear } = today[1];
  const [first, last] = [yearCost[0], yearCost.at(-1)];
  if (first === undefined || last === undefined) return '';
  const say = amount(kit, facts);
  const people = peopleByYear.at(-1);
  const [from, to] = [say(first), say(last)];
  const change = from === to ? `costs ${to}` : `${last > first ? 'rises' : 'goes'} from ${from} to ${to}`;
  const end = people === undefined ? '' : `, and ${write.quantity(people)} people are needed in the last`;
  return `Running the models today’s way ${change} a year over ${write.counted(yearCost.length, 'year')}${end}.`;
}

function whoWords({ facts, write, redact }: ReportKit): string {
  const roadmap = facts.assessment?.roadmap ?? null;
  const sponsor = roadmap?.sponsor ? redact.person(roadmap.sponsor) : TO_BE_NAMED;
  const day = roadmap?.decisionDay ? write.day(roadmap.decisionDay) : TO_BE_NAMED;
  return `Sponsor: ${sponsor}. Day of the decision: ${day}.`;
}

/** Without a plan no budget and no level is asked for; what is asked follows from the most urgent matters. */
function withoutPlan(kit: ReportKit): ReturnType<SectionBuilder> {
  const { facts, write } = kit;
  const { summary } = facts;
  const asks = asksInWords(kit, 2);
  const { attention } = summary;
  const [first] = attention;
  const act = attention.filter(({ severity }) => severity === 'act').length;
  const recommended = summary.recommendation.level;
  const assessed = summary.models === 0 ? assessedOnly(kit) : null;
  return {
    ...base,
    headline:
      summary.models === 0
        ? summary.size.basis === 'stated'
          ? `Decision: none on money yet; ${small(glanceHeadline(kit))}`
          : (assessed?.headline ?? 'Decision: none yet, for nothing is in this portfolio')
        : asks === ''
          ? 'Decision: none is asked for; no matter is open'
          : `Decision: ${asks}`,
    lead: '',
    blocks: [
      ...(summary.models === 0 ? [] : [{ kind: 'figures' as const, figures: stateFigures(kit) }]),
      rowsOf([
        ['We ask for', assessed?.ask ?? (asks === '' ? '' : `${capital(asksInWords(kit, 4))}.`)],
        [
          'Why this first',
          assessed?.why ?? (first ? `${write.sentence(first.title)}. ${told(kit, first.detail, first.parts)}` : ''),
        ],
        [
          'What we do not ask',
          `No budget and no level: ${facts.assessment === null ? 'nothing has been assessed and ' : ''}no plan has been chosen.${recommended === null ? '' : ` The rule of thumb alone points to level ${recommended}.`}`,
        ],
        [
          'If nothing is done',
          attention.length === 0
            ? ''
            : `${write.counted(attention.length, 'matter')} ${verb(attention.length, 'stays', 'stay')} open, ${write.count(act)} of them urgent.`,
        ],
        ['Who, by when', whoWords(kit)],
      ]),
    ],
    sources: [
      source(
        'Matters',
        'overview.summary',
        'rules over the inventory, ranked by tier',
        write.counted(attention.length, 'matter'),
      ),
    ],
  };
}

/** What an assessment alone asks for: no model is there to count, and no plan to pay. */
function assessedOnly({ facts, write }: ReportKit) {
  const { assessment } = facts;
  if (assessment === null) return null;
  const { target, overallLevel, score } = assessment;
  const gaps = score.gaps.length;
  const who = assessment.unit === '' ? 'The organisation' : 'The unit assessed';
  const held = overallLevel === 0 ? 'below level 1' : `at level ${write.count(overallLevel)}`;
  const register = 'Register the models that run, so that the answers can be held against rows.';
  return {
    headline:
      gaps === 0
        ? `Decision: none on money yet; the needs of level ${target} are met`
        : `Decision: name who closes the ${write.counted(gaps, 'gap')} to level ${target}; no money is asked for yet`,
    ask: gaps === 0 ? register : `Name an owner and a day for each of the ${write.counted(gaps, 'gap')}. ${register}`,
    why: `${who} works ${held}, and level ${target} is what the assessment aims at.`,
  };
}

function stateFigures({ facts, write }: ReportKit): KeyFigure[] {
  const { summary, models, governance } = facts;
  const owned = models.filter(({ owner, stage }) => owner !== '' && IN_PRODUCTION.has(stage)).length;
  const { overdue, called } = governance.reviews;
  return [
    figure('Models in production', write.count(summary.inProduction), `of ${write.count(summary.models)}`),
    figure('Have an owner', write.count(owned), 'of those in production'),
    figure(
      'Known not to be watched',
      write.count(summary.notMonitored),
      summary.monitoringUnknown === 0
        ? 'in production'
        : `of ${write.count(summary.monitoringUnknown)} more nobody has said`,
    ),
    figure('Reviews overdue', write.count(overdue), sayOverdueKinds(overdue, called, write.count) || 'none'),
  ];
}

const small = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

const IN_PRODUCTION: ReadonlySet<string> = new Set(['deployed', 'monitored', 'retraining']);
