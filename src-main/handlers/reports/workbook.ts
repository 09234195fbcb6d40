import type { MadeReport, ReportRequest } from '#contract/reports/reports';
import type { Scenario } from '#contract/scenarios/scenarios';
import { hasGovernance } from '#domain/reports/governance-facts';
import { createRedactor } from '#domain/reports/redactor';
import { unsharedWords } from '#domain/reports/unshared-words';
import { reportWriter } from '#domain/reports/writer';
import { baselineOf } from '#domain/scenarios/options/option-figures';
import { pathOf } from '#domain/scenarios/options/options-question';
import { peopleAnswered } from '#domain/scenarios/options/people-answered';
import { houseYears } from '#domain/scenarios/options/plan-axis';
import { roadmapChecks, stageChecks } from '#domain/scenarios/options/roadmap-check';
import { aboutSheet } from '../../exporters/workbook/about-sheet';
import { assessmentSheet, maturitySheet } from '../../exporters/workbook/assessment-sheet';
import { type CellWriter, cellWriter } from '../../exporters/workbook/cell-writer';
import {
  type EvidenceLine,
  evidenceSheet,
  findingsSheet,
  governanceSheet,
} from '../../exporters/workbook/governance-sheets';
import {
  approvalsSheet,
  challengersSheet,
  retrainingSheet,
  versionsSheet,
} from '../../exporters/workbook/history-sheets';
import { InventoryPlaces, inventorySheet } from '../../exporters/workbook/inventory-sheet';
import { type OptionsLine, optionsSheet } from '../../exporters/workbook/options-sheet';
import { originWords } from '../../exporters/workbook/origin-words';
import { driftSheet, incidentsSheet, movesSheet } from '../../exporters/workbook/portfolio-sheets';
import { caseSheets } from '../../exporters/workbook/scenario/case-sheets';
import { type ScenarioLine, scenariosSheet } from '../../exporters/workbook/scenarios-sheet';
import { numberFormats } from '../../exporters/xlsx/number-formats';
import { writeXlsxTo } from '../../exporters/xlsx/write-xlsx';
import { refuseWhenCancelled } from '../../failure/refuse-when-cancelled';
import { listModelNamesById } from '../../store/models/models';
import { listAllApprovals } from '../../store/models/moves';
import { listRegisteredNames } from '../../store/reports/report-names';
import { countUnshared } from '../../store/shared/waiting';
import type { CommandContext, QueryContext } from '../context';
import { askOptions } from './ask-options';
import { governanceFacts } from './governance-facts';
import { listAllVersions, listApprovalLines, listInventory, type NamePages, pagesOfNames } from './list-models';
import { finishedAssessments, listAllIncidents, listAllMoves, listScenarios } from './list-rows';
import { makeReport } from './make-report';

/** The workbook: the portfolio's rows as tables, and each investment case with live formulas. */
export function makeWorkbook(request: ReportRequest, asked: CommandContext): Promise<MadeReport> {
  const { locale, redact: choice } = request;
  return makeReport('workbook', request, asked, async (contentHash, job, context, put) => {
    job.progress('Reading the portfolio', 0, null);
    const info = await context.ask('portfolio.info', {});
    // Models that are called by number stand in the order of their numbers; else nobody needs all names at once.
    const numbered = choice.names ? listRegisteredNames(context.read) : null;
    const names = (): NamePages => pagesOfNames(context.read, numbered);
    const redact = createRedactor(choice, numbered ?? []);
    const formats = numberFormats(locale);
    const writer = reportWriter({ locale, currency: info.currency, bandMoney: choice.money === true });
    const places = new InventoryPlaces();
    const write = cellWriter(redact, writer, formats, (id) => places.linkTo(id));
    const assessments = await finishedAssessments(context);
    const scenarios = scenarioLines(write, await listScenarios(context), writer.day(context.now));
    // Names of parts are typed and may hold any name.
    const options = await optionsLines(context, scenarios, redact.withholdsTexts);
    const drift = await context.ask('drift.health', { limit: 10_000 });
    const cases = scenarios.flatMap(({ sheets }) => sheets ?? []);
    const approvals = await listAllApprovals(context.read);
    const retraining = await context.ask('drift.retraining', { open: false });
    const { challengers } = await context.ask('challengers.list', { running: false });
    const governance = await governanceFacts(context);
    const { rows: findings } = await context.ask('findings.register', { closed: true, limit: 100_000 });
    const evidence = await evidenceLines(context);
    // Sheets are written in this order: what leads to the inventory comes behind it.
    const told = [
      inventorySheet(write, info.currency, places, listInventory(context, approvals, numbered)),
      movesSheet(write, listAllMoves(context.read, names())),
      versionsSheet(write, listAllVersions(context.read, names(), context.now)),
      ...(approvals.size === 0 ? [] : [approvalsSheet(write, listApprovalLines(approvals, names()))]),
      driftSheet(write, drift.models),
      ...(retraining.items.length === 0 ? [] : [retrainingSheet(write, retraining.items)]),
      ...(challengers.length === 0 ? [] : [challengersSheet(write, challengers)]),
      incidentsSheet(write, info.currency, listAllIncidents(context)),
      ...(hasGovernance(governance) ? [governanceSheet(write, governance)] : []),
      ...(evidence.length === 0 ? [] : [evidenceSheet(write, evidence)]),
      ...(findings.length === 0 ? [] : [findingsSheet(write, findings)]),
      maturitySheet(write, assessments),
      assessmentSheet(write, assessments),
      scenariosSheet(write, scenarios),
      ...(options.length === 0 ? [] : [optionsSheet(write, options, writer.day(context.now))]),
      ...cases.flatMap(({ sheets }) => sheets),
    ];
    const about = {
      portfolio: info.name,
      now: context.now,
      contentHash,
      unshared: unsharedWords(await countUnshared(context.read), writer.counted),
      appVersion: context.appVersion,
      redaction: redact.words,
      withoutCases: choice.money === true,
      scenarios: scenarios.length,
      assessments: assessments.length,
      drift: { total: drift.total, shown: drift.models.length },
      sheets: told.map(({ name }) => name),
    };
    await writeXlsxTo(
      {
        sheets: [aboutSheet(write, about), ...told],
        names: cases.flatMap((one) => one.names),
        properties: {
          title: `${info.name}: model portfolio`,
          subject: `Content ${contentHash}`,
          creator: 'Modelfolio',
          // Its day: what is made again of the same content is the same file.
          created: `${context.now.slice(0, 10)}T00:00:00.000Z`,
        },
      },
      put,
      (rows) => {
        refuseWhenCancelled(job.signal, 'report');
        job.progress('Writing rows', rows, null);
      },
    );
    return { bytes: null, figures: null };
  });
}

async function evidenceLines({ ask, read }: QueryContext): Promise<readonly EvidenceLine[]> {
  const { evidence } = await ask('evidence.list', {});
  const names = await listModelNamesById(read, [...new Set(evidence.flatMap(({ modelId }) => modelId ?? []))]);
  return evidence.map((row) => ({ ...row, modelName: names.get(row.modelId ?? '') ?? '' }));
}

/** What each plan spends against its roadmap, by level and by step. */
async function roadmapOf(
  { ask }: QueryContext,
  { id, inputs: given, named: parts }: Scenario,
  hidden: boolean,
): Promise<Pick<OptionsLine, 'checks' | 'stages'>> {
  const costLines = given.costLines?.map((line, at) => ({ ...line, label: `Cost line ${at + 1}` }));
  const inputs = hidden ? { ...given, costLines } : given;
  const labels = [...new Set(parts.map(({ label }) => label))];
  const named = hidden ? parts.map((part) => ({ ...part, label: `Part ${labels.indexOf(part.label) + 1}` })) : parts;
  const { lines } = await ask('scenarios.gaps', { id });
  const path = pathOf(inputs);
  return {
    checks: roadmapChecks(inputs, lines, named),
    stages: path ? stageChecks(inputs, path, lines, named) : [],
  };
}

/** The plan's own comparison as TEI tells it, with the factors of risk that were kept with it. */
async function riskAdjustedOf({ ask }: QueryContext, scenario: Scenario): Promise<OptionsLine['riskAdjusted']> {
  const { inputs, compare, asked } = scenario;
  const risk = asked?.risk ?? null;
  const team = asked?.team?.inCosts === true ? { team: asked.team } : {};
  return { views: await ask('investment.views', { inputs, compare, ...risk, ...team }), risk };
}

async function optionsLines(
  context: QueryContext,
  scenarios: readonly ScenarioLine[],
  hidden: boolean,
): Promise<readonly OptionsLine[]> {
  const lines: OptionsLine[] = [];
  for (const { scenario, name } of scenarios) {
    const { currency, inputs } = scenario;
    if (Object.keys(inputs.levels).length < 2) continue;
    const decision = await askOptions(context.ask, scenario);
    lines.push({
      ...{ name, currency, discountRate: inputs.discountRate, decision },
      withheld: scenario.result.withheld,
      peopleKnown: peopleAnswered(baselineOf(inputs), scenario.items),
      house: houseYears(scenario.asked),
      riskAdjusted: await riskAdjustedOf(context, scenario),
      ...(await roadmapOf(context, scenario, hidden)),
    });
  }
  return lines;
}

function scenarioLines(
  write: CellWriter,
  scenarios: Awaited<ReturnType<typeof listScenarios>>,
  madeOn: string,
): ScenarioLine[] {
  const { choice, withholdsTexts: hidden, said } = write.redact;
  return scenarios.map((scenario, at) => {
    const name = hidden ? `Scenario ${at + 1}` : scenario.name;
    const inputs = hidden
      ? {
          ...scenario.inputs,
          costLines: scenario.inputs.costLines?.map((line, number) => ({ ...line, label: `Cost line ${number + 1}` })),
        }
      : scenario.inputs;
    const cautions = scenario.result.cautions.map(({ sentence, parts }) => said(parts ?? [sentence], write.sentence));
    const sheets = choice.money
      ? null
      : caseSheets(
          {
            number: at + 1,
            name,
            currency: scenario.currency,
            inputs,
            house: houseYears(scenario.asked),
            sentence: write.sentence(scenario.result.sentence),
            madeOn,
            cautions,
            originOf: originWords(write, scenario),
          },
          write.formats,
        );
    return { scenario, name, cautions, sheets };
  });
}
