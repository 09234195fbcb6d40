import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Input } from '#contract/index';
import { canClose } from '#domain/governance/closing-evidence';
import planted from '../../resources/packs/testing/planted.json' with { type: 'json' };
import { type TestBackend, testBackend } from './test-backend';

const { portfolio } = planted;

/** Gives the planted portfolio to a real engine, command by command, as a person would. */
export async function plant(
  options?: Parameters<typeof testBackend>[0],
): Promise<TestBackend & { readonly ids: ReadonlyMap<string, string> }> {
  const backend = await testBackend(options);
  const { call, at, folder } = backend;
  at(`${portfolio.today}T12:00:00.000Z`);
  await call('settings.update', { approvalGates: { tier1: false, tier2: false, tier3: false } });
  const ids = new Map<string, string>();
  for (const model of portfolio.models) {
    const [first, ...moves] = model.moves;
    const { id } = await call('models.create', { ...fieldsOf(model), since: first?.on ?? '' });
    ids.set(model.id, id);
    await tellMoves(call, folder, id, model, moves as readonly PlantedMove[]);
    const facts = model.facts as Input<'governance.setFacts'>['facts'];
    if (Object.keys(facts).length > 0) await call('governance.setFacts', { ids: [id], facts });
  }
  const idOf = (model: string): string => ids.get(model) ?? '';
  for (const { unit, jurisdictions, bodies, frameworks } of portfolio.units)
    await call('governance.setUnit', { unit, jurisdictions, bodies, frameworks } as Input<'governance.setUnit'>);
  await call('governance.setOrganisation', { facts: portfolio.organisation });
  for (const { modelId, kind, on, validUntil, by, outcome, covers, link } of portfolio.evidence)
    await call('evidence.add', {
      ...(modelId !== null && { ids: [idOf(modelId)] }),
      kind,
      on,
      validUntil,
      by,
      outcome,
      covers,
      link,
    } as Input<'evidence.add'>);
  for (const finding of portfolio.findings) await tellFinding(call, idOf(finding.modelId), finding);
  for (const { modelId, dependsOn, outside, relation, from } of portfolio.dependencies)
    await call('dependencies.add', {
      modelId: idOf(modelId),
      dependsOn: dependsOn === null ? null : idOf(dependsOn),
      outside,
      // A row that names nothing outside either rests on nothing.
      relation,
      from,
    } as Input<'dependencies.add'>);
  for (const { modelId, pack, question, value, on, by } of portfolio.answers)
    await call('governance.answer', { ids: [idOf(modelId)], pack, answers: { [question]: value }, on, by });
  for (const { modelId, by, on } of portfolio.approvals)
    await call('models.approve', { id: idOf(modelId), approvedBy: by, at: on });
  for (const { modelId, on, verdict } of portfolio.drift)
    await call('drift.record', {
      modelId: idOf(modelId),
      column: 'age',
      metric: 'psi',
      source: { tool: 'planted' },
      at: on,
      value: verdict === 'act' ? 0.9 : verdict === 'watch' ? 0.15 : 0.01,
    } as Input<'drift.record'>);
  return { ...backend, ids };
}

type Planted = (typeof portfolio.models)[number];

function fieldsOf(model: Planted): Input<'models.create'> {
  const { id: _id, facts: _facts, moves: _moves, ...fields } = model;
  return {
    ...fields,
    kind: fields.kind === '' ? null : fields.kind,
    externalReferences: fields.externalReferences.filter(({ id }) => id !== ''),
  } as Input<'models.create'>;
}

interface PlantedMove {
  readonly to: string;
  readonly on: string | null;
  readonly version?: string;
}

async function tellMoves(
  call: TestBackend['call'],
  folder: string,
  id: string,
  { name, unit }: Planted,
  moves: readonly PlantedMove[],
): Promise<void> {
  for (const { to, on, version } of moves) {
    if (on === null) {
      // A move without a date comes from an import.
      const file = join(folder, 'undated.csv');
      writeFileSync(file, `name,unit,stage,version\n${name},${unit},${to},${version ?? ''}\n`);
      await call('imports.apply', { file });
    } else await call('models.move', { id, to, at: on, version, reason: 'As planted' } as Input<'models.move'>);
  }
}

type PlantedFinding = (typeof portfolio.findings)[number];

async function tellFinding(call: TestBackend['call'], modelId: string, finding: PlantedFinding): Promise<void> {
  const { id } = await call('findings.create', {
    modelId,
    title: 'Planted',
    source: finding.source,
    severity: finding.severity,
    openedOn: finding.openedOn,
    due: finding.due,
    owner: finding.owner,
  } as Input<'findings.create'>);
  if ('acceptedUntil' in finding && finding.acceptedUntil)
    await call('findings.update', {
      id,
      patch: {
        status: 'accepted',
        acceptedUntil: finding.acceptedUntil,
        acceptedOn: finding.openedOn,
        acceptedBy: 'Risk committee',
        acceptedReason: 'Planted',
      },
    });
  if ('closedOn' in finding && finding.closedOn) {
    const { evidence } = await call('evidence.list', { modelId });
    const source = finding.source as Input<'findings.create'>['source'];
    const shown = evidence.find(({ on, kind }) => on <= String(finding.closedOn) && canClose(source, kind));
    await call('findings.close', { id, on: finding.closedOn, evidenceId: shown?.id ?? '' });
  }
}
