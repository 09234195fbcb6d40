import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Input } from '#contract/index';
import type { Redaction } from '#contract/reports/reports';
import { evidenceKindLabel } from '#domain/governance/evidence-kinds';
import { holdsOn, outsideKey } from '#domain/governance/falls-with';
import type { EvidenceOutcome, FindingSeverity, FindingTopic, Relation } from '#domain/governance/vocabulary';
import { isInProduction } from '#domain/models/lifecycle';
import { createRedactor, NAMED, type Redactor } from '#domain/reports/redactor';
import { unsharedWords } from '#domain/reports/unshared-words';
import type { Figure, ModelRecord, RecordsHead, Reliance } from '../../../exporters/interchange/model-record';
import { refuseWhenCancelled } from '../../../failure/refuse-when-cancelled';
import type { Job } from '../../../jobs/job-list';
import { chunks } from '../../../store/chunks';
import { listLastResults } from '../../../store/drift/last-results';
import { listDependencies, listEvidenceOf, listFindings, type NamedDependency } from '../../../store/governance/rows';
import type { EvidenceTableRow, FindingTableRow } from '../../../store/governance/tables';
import { countOpenIncidents } from '../../../store/incidents/count-open';
import { lastEntry } from '../../../store/journal/journal';
import { fieldsOf } from '../../../store/models/model-rows';
import { listModelsById } from '../../../store/models/models';
import type { ModelTableRow } from '../../../store/models/tables';
import { listRegisteredNames } from '../../../store/reports/report-names';
import { contentHash } from '../../../store/reports/reports';
import { countUnshared } from '../../../store/shared/waiting';
import type { QueryContext } from '../../context';
import { newestFigures } from './newest-figures';

type Choice = z.output<typeof Redaction>;
type Asked = Pick<Input<'exports.mlBom'>, 'ids' | 'search' | 'filter'>;

export interface Records {
  readonly head: RecordsHead;
  readonly total: number;
  /** In the order of the inventory, or of registration where names are not told: an order by names would tell them. */
  readonly models: AsyncGenerator<ModelRecord>;
  /** Rows that are not among the models, and that one of them rests on, by `ref`. Whole when the models have been read. */
  readonly others: ReadonlyMap<string, string>;
}

const PAGE = 500;

/**
 * What is told of these models to other programs, of one moment; names and people are taken out here, once for all formats.
 *
 * @param withheld stands for a text or a person that is not told; '': it is left out like what nobody has said
 */
export async function gatherRecords(
  asked: Asked,
  choice: Choice,
  context: QueryContext,
  job: Job,
  withheld: '' | 'withheld' = '',
): Promise<Records> {
  const { read, now } = context;
  const names = listRegisteredNames(read);
  const redact = createRedactor(choice, names);
  const ids = await wantedIds(asked, context);
  const ordered = choice.names ? names.flatMap(({ id }) => (ids.has(id) ? [id] : [])) : [...ids];
  const others = new Map<string, string>();
  const head = await headOf(choice, ordered, redact, context);
  const refs = refsOf(choice.names === true, names, head.seed);
  async function* models(): AsyncGenerator<ModelRecord> {
    const around = await readAround(context, now.slice(0, 10));
    let done = 0;
    for (const page of chunks(ordered, PAGE)) {
      const rows = new Map((await listModelsById(read, page)).map((row) => [row.id, row]));
      const evidence = groupedBy(await listEvidenceOf(read, page), ({ model_id }) => model_id ?? '');
      const results = await listLastResults(read, page);
      for (const id of page) {
        const row = rows.get(id);
        if (!row) continue;
        const figures = await newestFigures(read, row, results.get(id) ?? null);
        const reliances = row.stage === 'retired' ? [] : (around.reliances.get(id) ?? []);
        for (const { depends_on: on, depends_on_name: name } of reliances)
          if (on !== null && !ids.has(on)) others.set(refs(on), redact.model(on, name ?? ''));
        yield record(row, { withheld, redact, refs, figures, reliances, around, evidence: evidence.get(id) ?? [] });
      }
      done += page.length;
      job.progress('Reading the models', done, ordered.length);
      await new Promise((resolve) => setImmediate(resolve));
      refuseWhenCancelled(job.signal, 'export');
    }
  }
  return { head, total: ordered.length, models: models(), others };
}

function groupedBy<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const known = groups.get(keyOf(one));
    if (known) known.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

async function wantedIds(
  { ids, search = '', filter = {} }: Asked,
  { ask }: QueryContext,
): Promise<ReadonlySet<string>> {
  if (ids) return new Set(ids);
  const found = new Set<string>();
  for (let offset = 0; ; offset += 10_000) {
    const { rows } = await ask('models.list', { search, filter, sort: [{ field: 'name' }], offset, limit: 10_000 });
    for (const { id } of rows) found.add(id);
    if (rows.length < 10_000) return found;
  }
}

async function headOf(
  choice: Choice,
  ids: readonly string[],
  redact: Redactor,
  { read, now, appVersion, ask }: QueryContext,
): Promise<RecordsHead> {
  const { name } = await ask('portfolio.info', {});
  const hash = await contentHash(read);
  const day = now.slice(0, 10);
  return {
    portfolio: redact.typed(name, ''),
    contentHash: hash,
    unshared: unsharedWords(await countUnshared(read)),
    day,
    changedAt: (await lastEntry(read))?.at ?? now,
    program: { name: 'Modelfolio', version: appVersion },
    redaction: redact.words,
    seed: createHash('sha256')
      .update(JSON.stringify([hash, day, choice, ids]))
      .digest('hex'),
  };
}

/** Ids may have been made of names, so that an alias has a name of its own. */
function refsOf(aliased: boolean, names: readonly { readonly id: string }[], seed: string) {
  if (!aliased) return (id: string): string => `model:${id}`;
  const places = new Map(names.map(({ id }, at) => [id, at + 1]));
  return (id: string): string => `model:${seed.slice(0, 12)}:${places.get(id) ?? 0}`;
}

interface Around {
  readonly reliances: ReadonlyMap<string, readonly NamedDependency[]>;
  readonly findings: ReadonlyMap<string, readonly FindingTableRow[]>;
  readonly open: ReadonlyMap<string, number>;
}

async function readAround({ read }: QueryContext, day: string): Promise<Around> {
  const holding = (await listDependencies(read)).filter(({ from_day: from, until_day: until }) =>
    holdsOn({ from, until }, day),
  );
  const open = (await listFindings(read, undefined)).filter(({ status }) => status !== 'closed');
  return {
    reliances: groupedBy(holding, ({ model_id }) => model_id),
    findings: groupedBy(open, ({ model_id }) => model_id),
    open: await countOpenIncidents(read),
  };
}

interface Parts {
  readonly withheld: '' | 'withheld';
  readonly redact: Redactor;
  readonly refs: (id: string) => string;
  readonly figures: readonly Figure[];
  readonly reliances: readonly NamedDependency[];
  readonly around: Around;
  readonly evidence: readonly EvidenceTableRow[];
}

function record(
  row: ModelTableRow,
  { withheld: instead, redact, refs, figures, reliances, around, evidence }: Parts,
): ModelRecord {
  const {
    annualValueMinor: _value,
    annualRunCostMinor: _cost,
    nextReview: _review,
    notes: _notes,
    ...fields
  } = fieldsOf(row);
  const typed = (text: string): string => (text === '' ? '' : redact.typed(text, instead));
  const person = (name: string): string => {
    const told = redact.person(name);
    return told === NAMED ? instead && NAMED : told;
  };
  const withheld = redact.withholdsTexts;
  const told = reliances.filter(({ relation, outside }) => relation !== 'none' && !(withheld && outside !== ''));
  return {
    ...fields,
    ref: refs(row.id),
    name: redact.model(row.id, row.name),
    stage: row.stage,
    inProduction: isInProduction(row.stage),
    version: row.version,
    versionSince: row.version_since,
    versionDayKnown: row.version_since_precision === 'day',
    purpose: typed(fields.purpose),
    unit: typed(fields.unit),
    type: typed(fields.type),
    vendor: typed(fields.vendor),
    approvedUses: typed(fields.approvedUses),
    limitations: typed(fields.limitations),
    dataSources: typed(fields.dataSources),
    tags: withheld ? [] : fields.tags,
    externalReferences: withheld ? [] : fields.externalReferences,
    businessOwner: person(fields.businessOwner),
    technicalOwner: person(fields.technicalOwner),
    developer: person(fields.developer),
    reviewer: person(fields.reviewer),
    overseer: person(fields.overseer),
    reliesOn: told.map((link) => reliance(link, redact, refs)),
    restsOnNothing: reliances.length > 0 && reliances.every(({ relation }) => relation === 'none'),
    withheldReliances: reliances.filter(({ relation }) => relation !== 'none').length - told.length,
    figures: figures.map((figure, at) => ({
      ...figure,
      column: figure.column === '' ? '' : redact.typed(figure.column, `column ${at + 1}`),
      tool: typed(figure.tool),
    })),
    evidence: evidence.map(({ kind, on_day: on, valid_until: validUntil, outcome, link }) => ({
      kind,
      label: evidenceKindLabel(kind),
      on,
      validUntil,
      outcome: outcome as EvidenceOutcome, // of the closed vocabulary, by the contract
      link: typed(link),
    })),
    findings: (around.findings.get(row.id) ?? []).map(({ title, severity, topic, due, remediation }) => ({
      title: redact.typed(title, 'withheld'),
      severity: severity as FindingSeverity, // of the closed vocabulary, by the contract
      topic: topic as FindingTopic,
      due,
      remediation: typed(remediation),
    })),
    openIncidents: around.open.get(row.id) ?? 0,
  };
}

function reliance(link: NamedDependency, redact: Redactor, refs: (id: string) => string): Reliance {
  const { depends_on: on, depends_on_name: name, outside, relation, critical, from_day: from } = link;
  const rest = { relation: relation as Relation, critical: critical === 1, from }; // by the contract
  return on === null
    ? {
        ref: `outside:${outsideKey(outside)}`,
        name: outside,
        outside: outside.split('/').map((part) => part.trim()),
        ...rest,
      }
    : { ref: refs(on), name: redact.model(on, name ?? ''), outside: null, ...rest };
}
