import type { Input, Output } from '#contract/index';
import { type Completeness, completenessOf, DUTY_STATES, FIELD_STATES } from '#domain/governance/completeness';
import { needsOf } from '#domain/governance/needs';
import type { DutyLine, EvidenceRule, FieldLine, PackLine, RulePack } from '#domain/governance/rule-pack';
import { fraction, lettersOf, shareOf, weighed, weighedCounts } from '#domain/governance/weighed';
import { readGovernedHouse, readGovernedModels } from '../../store/governance/governed';
import { getModel, listModelsById } from '../../store/models/models';
import type { QueryContext } from '../context';
import { dayOf, gather, optionsOf, pageOf } from './gather';
import { findPack, loadPacks, type Packs, packHead, verifiedLine } from './packs';

const FIRST_ROWS = 500;

export async function readCompleteness(
  { pack: reference, at, filter, rows: wanted = {} }: Input<'governance.completeness'>,
  context: QueryContext,
): Promise<Output<'governance.completeness'>> {
  const day = dayOf(at, context.now);
  const packs = await loadPacks(context.read);
  const { pack, state } = findPack(reference, day, packs);
  const sorts = await gather([pack], day, filter, context);
  const whole = weighed(pack, state, sorts, day);
  const { found, weights, places, models } = whole;
  const letters = {
    field: lettersOf(found.fields, found.models.length),
    duty: lettersOf(found.duties, found.models.length),
  };
  const matches = matcher(wanted, found, letters);
  const { page, all } = pageOf(
    sorts,
    (sort) => {
      const place = places[sort] ?? -1;
      return place >= 0 && matches(place);
    },
    { offset: wanted.offset ?? 0, limit: wanted.limit ?? FIRST_ROWS },
    context,
  );
  const ids = page.map(({ id }) => id);
  const names = new Map((await listModelsById(context.read, ids)).map((row) => [row.id, row]));
  return {
    pack: packHead(pack, context.now.slice(0, 10), packs),
    state,
    day,
    models,
    scopeUnknown: found.models.reduce(
      (sum, { scope }, place) => sum + (scope === 'unknown' ? (weights[place] ?? 0) : 0),
      0,
    ),
    share: shareOf(fraction(whole)),
    waiting: letters.field.reduce(
      (sum, own, place) => sum + (`${own}${letters.duty[place]}`.includes('?') ? (weights[place] ?? 0) : 0),
      0,
    ),
    fields: found.fields.map((result) => ({
      ...told(result.line, pack, packs),
      ask: result.line.ask,
      near: result.line.near ?? '',
      from: [...result.line.from],
      ...weighedCounts(result, weights, FIELD_STATES),
    })),
    duties: found.duties.map((result) => ({
      ...told(result.line, pack, packs),
      ...toldDuty(result.line),
      ...weighedCounts(result, weights, DUTY_STATES),
    })),
    classes: (pack.classification?.classes ?? []).map(({ value, label }) => ({ value, label })),
    matching: all,
    rows: page.map(({ id, sort }) => {
      const row = names.get(id);
      const place = places[sort] ?? -1;
      const of = found.models[place];
      return {
        modelId: id,
        name: row?.name ?? '',
        unit: row?.unit ?? '',
        tier: (row?.tier ?? null) as Output<'governance.completeness'>['rows'][number]['tier'],
        owner: row?.business_owner || row?.technical_owner || '',
        scope: of?.scope ?? 'unknown',
        class: of?.class ?? null,
        fields: letters.field[place] ?? '',
        duties: letters.duty[place] ?? '',
      };
    }),
  };
}

/** Whether a sort stands in the line as it is asked for; of a line of the organisation all do. */
function matcher(
  { line, letters: wanted = '' }: NonNullable<Input<'governance.completeness'>['rows']>,
  found: Completeness,
  letters: { readonly field: readonly string[]; readonly duty: readonly string[] },
): (place: number) => boolean {
  if (line === undefined || wanted === '') return () => true;
  for (const [what, lines] of [
    ['field', found.fields],
    ['duty', found.duties],
  ] as const) {
    const own = lines.filter((one) => one.line.per !== 'organisation').findIndex((one) => one.line.id === line);
    if (own >= 0) return (place) => wanted.includes(letters[what][place]?.charAt(own) ?? ' ');
  }
  return () => true;
}

export const told = (line: PackLine, pack: RulePack, packs: Packs) => ({
  id: line.id,
  label: line.label,
  ref: line.ref,
  group: line.group ?? '',
  force: line.force ?? pack.force,
  per: line.per ?? ('model' as const),
  confidence: line.confidence,
  verify: line.verify ?? '',
  verified: verifiedLine(pack, line, packs),
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
  const packs = await loadPacks(context.read);
  const { pack, state } = findPack(reference, day, packs);
  await getModel(context.read, modelId);
  const house = await readGovernedHouse(context.read, await optionsOf(context));
  const portfolio = {
    ...house,
    models: [...readGovernedModels(context.read, needsOf([pack]), [modelId])],
  };
  const found: Completeness = completenessOf(pack, state, portfolio, day);
  const [model] = found.models;
  const own = portfolio.models[0]?.answers.filter((row) => row.pack === pack.id && row.on <= day) ?? [];
  const label = pack.classification?.classes.find(({ value }) => value === model?.class)?.label;
  const stateOf = (states: readonly string[]): string => (model === undefined ? 'notApplicable' : (states[0] ?? ''));
  const ofModel = (line: FieldLine | DutyLine): boolean => line.per !== 'organisation';
  return {
    pack: packHead(pack, context.now.slice(0, 10), packs),
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
        ...told(line, pack, packs),
        ask: line.ask,
        near: line.near ?? '',
        from: [...line.from],
        state: stateOf(states),
      })),
    duties: found.duties
      .filter(({ line }) => ofModel(line))
      .map(({ line, states }) => ({
        ...told(line, pack, packs),
        who: line.who,
        evidence: toldDuty(line).evidence,
        state: stateOf(states),
      })),
  };
}
