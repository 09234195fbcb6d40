import type { ModelRecord, RecordsHead, Reliance } from './model-record';
import { uuidOf } from './uuid-of';
import { type AddressKind, addresses, isProgram, recordProperties } from './words';

/** A value of JSON whose empty members are left out: what is not known is not said. */
type Part = Record<string, unknown>;

const without = (part: Part): Part =>
  Object.fromEntries(
    Object.entries(part).filter(
      ([, value]) =>
        value !== '' && value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
/** Left out as a whole where nothing in it is known. */
const ifAny = (part: Part): Part | undefined => {
  const known = without(part);
  return Object.keys(known).length > 0 ? known : undefined;
};

/** Names of our properties are prefixed as the specification's taxonomy asks it. */
const property = (name: string, value: string): Part => ({ name: `modelfolio:${name}`, value });

const REFERENCE_TYPES: Readonly<Record<AddressKind, string>> = {
  elsewhere: 'other',
  risk: 'risk-assessment',
  certificate: 'certification-report',
  declaration: 'attestation',
  documentation: 'documentation',
  test: 'quality-metrics',
  evidence: 'evidence',
};

export interface BomOf {
  readonly version: '1.6' | '1.7';
  readonly head: RecordsHead;
  readonly models: AsyncIterable<ModelRecord>;
  /** What is named and not among the models; whole when they have been read. */
  readonly others: ReadonlyMap<string, string>;
  /** Told when all is written. */
  readonly counted: (components: number) => void;
}

/** A CycloneDX bill of materials, a component a line, in pieces. */
export async function* bomPieces({ version, head, models, others, counted }: BomOf): AsyncGenerator<string> {
  const outside = new Map<string, Reliance>();
  const links: Part[] = [];
  let components = 0;
  const component = (part: Part): string => {
    components += 1;
    return `${components === 1 ? '' : ',\n'}${JSON.stringify(part)}`;
  };
  const opening = {
    $schema: `http://cyclonedx.org/schema/bom-${version}.schema.json`,
    bomFormat: 'CycloneDX',
    specVersion: version,
    serialNumber: `urn:uuid:${uuidOf(`${head.seed} ${version}`)}`,
    version: 1,
    metadata: metadata(head),
  };
  yield `${JSON.stringify(opening).slice(0, -1)},\n"components":[\n`;
  for await (const model of models) {
    yield component(modelComponent(model));
    for (const one of model.reliesOn) if (one.outside !== null) outside.set(one.ref, one);
    const on = [...new Set(model.reliesOn.map(({ ref }) => ref))].sort();
    if (on.length > 0 || model.restsOnNothing) links.push(without({ ref: model.ref, dependsOn: on }));
  }
  for (const [ref, name] of [...others].sort(([a], [b]) => (a < b ? -1 : 1)))
    yield component({ type: 'machine-learning-model', 'bom-ref': ref, name });
  for (const [, one] of [...outside].sort(([a], [b]) => (a < b ? -1 : 1))) yield component(outsideComponent(one));
  yield `\n],\n"dependencies":[\n${links.map((link) => JSON.stringify(link)).join(',\n')}\n]}\n`;
  counted(components);
}

const metadata = ({ changedAt, program, portfolio, day, contentHash, unshared, redaction }: RecordsHead): Part => ({
  timestamp: changedAt,
  tools: { components: [{ type: 'application', name: program.name, version: program.version }] },
  properties: [
    ...(portfolio === '' ? [] : [property('portfolio', portfolio)]),
    property('asOf', day),
    property('contentHash', contentHash),
    ...(unshared === '' ? [] : [property('unshared', unshared)]),
    ...(redaction === '' ? [] : [property('redaction', redaction)]),
  ],
});

function modelComponent(model: ModelRecord): Part {
  const { ref, name, version, vendor, purpose, tags } = model;
  const program = isProgram(model);
  return without({
    type: program ? 'application' : 'machine-learning-model',
    'bom-ref': ref,
    supplier: ifAny({ name: vendor }),
    name,
    version,
    description: purpose,
    externalReferences: addresses(model).map(({ kind, url, comment }) => ({
      type: REFERENCE_TYPES[kind],
      url,
      comment,
    })),
    modelCard: program ? undefined : card(model),
    properties: recordProperties(model).map(([field, words]) => property(field, words)),
    tags: [...new Set(tags)],
  });
}

function card({ ref, dataSources, figures, approvedUses, limitations, findings }: ModelRecord): Part | undefined {
  const known = ifAny({
    modelParameters: ifAny({
      datasets: dataSources === '' ? [] : [{ type: 'dataset', description: dataSources }],
    }),
    quantitativeAnalysis: ifAny({
      performanceMetrics: figures.map(({ label, value, column, at, tool }) =>
        without({
          type: [label, tool, at.slice(0, 10)].filter((part) => part !== '').join(', '),
          value: String(value),
          slice: column,
        }),
      ),
    }),
    considerations: ifAny({
      useCases: approvedUses === '' ? [] : [approvedUses],
      technicalLimitations: limitations === '' ? [] : [limitations],
      ethicalConsiderations: findings
        .filter(({ topic }) => topic === 'fairness' || topic === 'privacy')
        .map(({ title, remediation }) => without({ name: title, mitigationStrategy: remediation })),
    }),
  });
  return known && { 'bom-ref': `card:${ref}`, ...known };
}

const OUTSIDE_TYPES = { shared_data: 'data', benchmark: 'data', tool: 'application' } as const;

/** `Provider / model / version` as far as it was said. */
function outsideComponent({ ref, outside, relation }: Reliance): Part {
  const parts = outside ?? [];
  const [provider = ''] = parts;
  const type = Object.entries(OUTSIDE_TYPES).find(([key]) => key === relation)?.[1] ?? 'machine-learning-model';
  return without({
    type,
    'bom-ref': ref,
    supplier: parts.length > 1 ? { name: provider } : undefined,
    name: parts[1] ?? provider,
    version: parts.slice(2).join(' / '),
  });
}
