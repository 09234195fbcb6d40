import { writeFile } from 'node:fs/promises';
import type { Input, Output } from '#contract/index';
import { utcDay } from '#domain/base/calendar';
import { tierThen, tierThenWords } from '#domain/governance/tier-round-gate';
import { GATE_LABELS } from '#domain/governance/vocabulary';
import { isByAuthor, isOfStage, sinceLeft, stageLeft } from '#domain/models/approval-gate';
import { KIND_LABELS, type Kind } from '#domain/models/kinds';
import { isInProduction } from '#domain/models/lifecycle';
import { STAGE_LABELS } from '#domain/vocabulary';
import { type EntryIntoProduction, modelCertificate } from '../../exporters/certificate/model-certificate';
import { checkLocale } from '../../platform/check-locale';
import { writeWholeFile } from '../../platform/whole-file';
import { linesOn, readGateFacts } from '../../store/governance/gate-facts';
import { readGateHistory } from '../../store/governance/tier-history';
import { listEntriesOfModel } from '../../store/journal/entries-of-model';
import type { ReadHandle } from '../../store/journal/handle';
import { lastEntry } from '../../store/journal/journal';
import { verifyJournal } from '../../store/journal/verify';
import { authorsOf } from '../../store/models/authors';
import { asTier } from '../../store/models/cells';
import { getModel } from '../../store/models/models';
import { listApprovals, listMoves, toLifecycleMove } from '../../store/models/moves';
import type { ModelTableRow, MoveRow } from '../../store/models/tables';
import { getSettings } from '../../store/portfolio/settings';
import { countUnshared } from '../../store/shared/waiting';
import type { QueryContext } from '../context';
import { printingOf } from '../printing';
import { evidence } from './evidence';
import { findings } from './findings';

/** Pages (PDF) for an auditor: who decided what about a model on which evidence. */
export function certifyModel(
  asked: Input<'governance.certificate'>,
  context: QueryContext,
): Promise<Output<'governance.certificate'>> {
  const { modelId, out, locale = 'en', paper = 'A4' } = asked;
  return context.jobs.run(asked.jobId, async (job) => {
    checkLocale(locale);
    const path = context.files.resolve(out);
    const { name: portfolio } = await context.ask('portfolio.info', {});
    const content = await context.store.snapshot(async (read) => {
      job.progress('Verifying the journal', 0, null);
      const model = await getModel(read, modelId);
      const scene = { ...context, read };
      const { ok } = await verifyJournal(read);
      return modelCertificate({
        model: { name: model.name, facts: factsOf(model) },
        portfolio,
        entries: await entriesInto(read, model),
        evidence: (await evidence.list({ modelId }, scene)).evidence,
        findings: (await findings.list({ modelId }, scene)).findings,
        journal: {
          ok,
          entries: (await listEntriesOfModel(read, modelId)).length,
          head: (await lastEntry(read))?.hash ?? '',
          words: ok
            ? 'The journal is unbroken, and what is shown here is what it says'
            : 'The journal of this portfolio is not as it was written: what is shown here is not proved',
        },
        unshared: await countUnshared(read),
        by: context.actor,
        at: context.now,
        program: `Modelfolio ${context.appVersion}`,
        locale,
      });
    });
    job.progress('Printing the certificate', 0, null);
    const { printReport } = await import('../../exporters/paper/print-report');
    const pdf = await printReport(content, { paper, line: '' }, printingOf(context, job));
    await writeWholeFile(path, (beside) => writeFile(beside, pdf));
    return { path: out };
  });
}

const factsOf = (model: ModelTableRow): (readonly [string, string])[] => [
  ['Identifier', model.id],
  ['Unit', model.unit || '–'],
  ['Tier', model.tier === null ? 'not known' : String(model.tier)],
  ['Kind', model.kind === null ? 'not known' : KIND_LABELS[model.kind as Kind]], // checked by the table
  ['Stage', STAGE_LABELS[model.stage]],
  ['Version', model.version || 'not known'],
  ['Business owner', model.business_owner || '–'],
  ['Technical owner', model.technical_owner || '–'],
  ['Developer', model.developer || '–'],
  ['Reviewer', model.reviewer || '–'],
  ['Human overseer', model.overseer || '–'],
];

async function entriesInto(read: ReadHandle, model: ModelTableRow): Promise<EntryIntoProduction[]> {
  const { deploymentGates: gates } = await getSettings(read);
  const facts = (await readGateFacts(read, [model], gates)).get(model.id);
  const moves = await listMoves(read, model.id);
  const approvals = await listApprovals(read, model.id);
  const history = await readGateHistory(read, model.id);
  const tierOn = (move: MoveRow): string => {
    const entered = history.moves.get(move.id);
    const steps = history.tiers.map((step) => ({ ...step, after: entered !== undefined && step.seq > entered }));
    const then = tierThen(steps, asTier(model.tier));
    return then === null ? '' : tierThenWords(then, move.at === null ? null : utcDay(move.at));
  };
  return moves
    .flatMap((move, index): EntryIntoProduction[] => {
      const before = moves.slice(0, index);
      const from = before.findLast(({ to_stage: to }) => to !== 'retired')?.to_stage;
      if (!isInProduction(move.to_stage) || (from !== undefined && isInProduction(from))) return [];
      const authors = authorsOf(model, before);
      const since = sinceLeft(before.map(toLifecycleMove));
      const counts = approvals.filter(
        ({ at, approved_by: by }) =>
          !isByAuthor(by, authors) &&
          (move.at === null || utcDay(at) <= utcDay(move.at)) &&
          isOfStage({ approvedBy: by, at }, since),
      );
      const lines =
        facts === undefined || move.at === null
          ? []
          : linesOn(gates, facts, move.at, stageLeft(before.map(toLifecycleMove)));
      return [
        {
          on: move.at === null ? null : utcDay(move.at),
          version: move.version,
          by: move.actor,
          reason: move.reason,
          tier: tierOn(move),
          imported: move.import_id !== null,
          approvals: counts.map(({ approved_by, at, note }) => ({ by: approved_by, on: utcDay(at), note })),
          gates: lines.map(({ requirement, state, words }) => ({ label: GATE_LABELS[requirement], state, words })),
        },
      ];
    })
    .toReversed();
}
