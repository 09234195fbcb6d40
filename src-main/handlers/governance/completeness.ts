import type { Input, Output } from '#contract/index';
import {
  type Completeness,
  completenessOf,
  countsOf,
  DUTY_STATES,
  FIELD_STATES,
  shareHeld,
} from '#domain/governance/completeness';
import { type DutyState, type FieldState, STATE_LETTERS } from '#domain/governance/line-state';
import type { DutyLine, EvidenceRule, FieldLine, PackLine, RulePack } from '#domain/governance/rule-pack';
import { toInstant } from '../../platform/instant';
import { type GovernedOptions, readGoverned } from '../../store/governance/governed';
import { getModel, listModels, listModelsById } from '../../store/models/models';
import { getSettings } from '../../store/portfolio/settings';
import type { QueryContext } from '../context';
import { findPack, packHead } from './packs';

export const dayOf = (at: string | undefined, now: string): string =>
  at === undefined ? now.slice(0, 10) : toInstant(at, 'As of').slice(0, 10);

export async function optionsOf({ read, now }: Pick<QueryContext, 'read' | 'now'>): Promise<GovernedOptions> {
  const { reviewMonths } = await getSettings(read);
  return { today: now.slice(0, 10), reviewMonths };
}

/** Everything; the contract says that no list is that long. */
const ALL = 10_000_000;

async function wantedIds(
  filter: Input<'governance.completeness'>['filter'],
  { read, now }: QueryContext,
): Promise<readonly string[] | undefined> {
  if (filter === undefined || Object.keys(filter).length === 0) return undefined;
  const { rows } = await listModels(read, {
    search: '',
    filter: filter as Parameters<typeof listModels>[1]['filter'], // as the contract parsed it
    sort: [],
    offset: 0,
    limit: ALL,
    releasesSince: now,
    today: now.slice(0, 10),
  });
  return rows.map(({ id }) => id);
}

export async function readCompleteness(
  { pack: reference, at, filter }: Input<'governance.completeness'>,
  context: QueryContext,
): Promise<Output<'governance.completeness'>> {
  const day = dayOf(at, context.now);
  const { pack, state } = findPack(reference, day);
  const ids = await wantedIds(filter, context);
  const portfolio = await readGoverned(context.read, { ...(await optionsOf(context)), ids });
  const found = completenessOf(pack, state, portfolio, day);
  const names = new Map(
    (
      await listModelsById(
        context.read,
        found.models.map(({ id }) => id),
      )
    ).map((row) => [row.id, row]),
  );
  const ofModels = { fields: perModel(found.fields), duties: perModel(found.duties) };
  return {
    pack: packHead(pack, context.now.slice(0, 10)),
    state,
    day,
    models: found.models.length,
    scopeUnknown: found.models.filter(({ scope }) => scope === 'unknown').length,
    share: shareHeld(found),
    fields: found.fields.map(({ line, states }) => ({
      ...told(line, pack),
      ask: line.ask,
      near: line.near ?? '',
      from: [...line.from],
      ...countsOf(states, FIELD_STATES),
    })),
    duties: found.duties.map(({ line, states }) => ({
      ...told(line, pack),
      ...toldDuty(line),
      ...countsOf(states, DUTY_STATES),
    })),
    classes: (pack.classification?.classes ?? []).map(({ value, label }) => ({ value, label })),
    rows: found.models.map(({ id, scope, class: own }, at) => {
      const row = names.get(id);
      return {
        modelId: id,
        name: row?.name ?? '',
        unit: row?.unit ?? '',
        tier: (row?.tier ?? null) as Output<'governance.completeness'>['rows'][number]['tier'],
        owner: row?.business_owner || row?.technical_owner || '',
        scope,
        class: own,
        fields: lettersOf(ofModels.fields, at),
        duties: lettersOf(ofModels.duties, at),
      };
    }),
  };
}

const perModel = <L extends PackLine, S>(
  lines: readonly { readonly line: L; readonly states: readonly S[] }[],
): readonly (readonly S[])[] => lines.filter(({ line }) => line.per !== 'organisation').map(({ states }) => states);

const lettersOf = (lines: readonly (readonly (FieldState | DutyState)[])[], at: number): string =>
  lines.map((states) => STATE_LETTERS[states[at] ?? 'unknown']).join('');

export const told = (line: PackLine, pack: RulePack) => ({
  id: line.id,
  label: line.label,
  ref: line.ref,
  group: line.group ?? '',
  force: line.force ?? pack.force,
  per: line.per ?? ('model' as const),
  confidence: line.confidence,
  verify: line.verify ?? '',
  help: line.help ?? '',
});

export const toldDuty = (line: DutyLine) => ({
  who: line.who,
  house: isHouse(line),
  evidence: [...new Set(line.evidence.flatMap(kindOf))],
});

const kindOf = (rule: EvidenceRule): readonly string[] => ('kind' in rule ? [rule.kind] : []);

const isHouse = ({ cadence, evidence }: DutyLine): boolean =>
  (cadence.kind === 'every' && cadence.basis === 'house') ||
  evidence.some((rule) => rule.rule === 'drift_result_within_days' && rule.basis === 'house');

/** One model before one pack: the same comparison, of a portfolio that has nothing else. */
export async function readModelBefore(
  { modelId, pack: reference, at }: Input<'governance.model'>,
  context: QueryContext,
): Promise<Output<'governance.model'>> {
  const day = dayOf(at, context.now);
  const { pack, state } = findPack(reference, day);
  await getModel(context.read, modelId);
  const portfolio = await readGoverned(context.read, { ...(await optionsOf(context)), ids: [modelId] });
  const found: Completeness = completenessOf(pack, state, portfolio, day);
  const [model] = found.models;
  const own = portfolio.models[0]?.answers.filter((row) => row.pack === pack.id && row.on <= day) ?? [];
  const label = pack.classification?.classes.find(({ value }) => value === model?.class)?.label;
  const stateOf = (states: readonly string[]): string => (model === undefined ? 'notApplicable' : (states[0] ?? ''));
  const ofModel = (line: FieldLine | DutyLine): boolean => line.per !== 'organisation';
  return {
    pack: packHead(pack, context.now.slice(0, 10)),
    state,
    scope: model?.scope ?? 'no',
    class: model?.class ?? null,
    classLabel: label ?? null,
    questions: (pack.questions ?? []).map(({ id, label: asked, type, options = [], help = '', default: assumed }) => {
      const row = own
        .filter(({ question }) => question === id)
        .toSorted((a, b) => (a.on < b.on ? -1 : 1))
        .at(-1);
      return {
        id,
        label: asked,
        type,
        options: options.map((option) => ({ value: option.value, label: option.label, help: option.help ?? '' })),
        help,
        assumed: assumed ?? null,
        answer: row === undefined ? null : typeof row.value === 'string' ? row.value : [...row.value],
        on: row?.on ?? null,
        by: row?.by ?? null,
      };
    }),
    fields: found.fields
      .filter(({ line }) => ofModel(line))
      .map(({ line, states }) => ({
        ...told(line, pack),
        ask: line.ask,
        near: line.near ?? '',
        from: [...line.from],
        state: stateOf(states),
      })),
    duties: found.duties
      .filter(({ line }) => ofModel(line))
      .map(({ line, states }) => ({
        ...told(line, pack),
        who: line.who,
        evidence: toldDuty(line).evidence,
        state: stateOf(states),
      })),
  };
}
