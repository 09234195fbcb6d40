import type { ModelRecord, RecordsHead, Reliance } from './model-record';
import { uuidOf } from './uuid-of';
import { type AddressKind, addresses, isProgram, recordProperties } from './words';

const REFERENCE_TYPES: Readonly<Record<AddressKind, string>> = {
  elsewhere: 'other',
  risk: 'riskAssessment',
  certificate: 'certificationReport',
  declaration: 'other',
  documentation: 'documentation',
  test: 'qualityAssessmentReport',
  evidence: 'other',
};

type Part = Record<string, unknown>;

const known = (part: Part): Part =>
  Object.fromEntries(
    Object.entries(part).filter(
      ([, value]) => value !== '' && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );

export interface SpdxOf {
  readonly head: RecordsHead;
  readonly models: AsyncIterable<ModelRecord>;
  /** What is named and not among the models; whole when they have been read. */
  readonly others: ReadonlyMap<string, string>;
  /** Told when all is written. */
  readonly counted: (packages: number) => void;
}

/** Seconds are all that the format takes. */
const moment = (iso: string): string => `${iso.slice(0, 19)}Z`;

/** SPDX 3.0.1 as JSON-LD, an element a line, in pieces. */
export async function* spdxPieces({ head, models, others, counted }: SpdxOf): AsyncGenerator<string> {
  const iri = (name: string): string => `urn:uuid:${uuidOf(`${head.seed} spdx ${name}`)}`;
  const element = (type: string, name: string, part: Part): string =>
    `,\n${JSON.stringify({ type, spdxId: iri(name), creationInfo: '_:creation', ...known(part) })}`;
  const suppliers = new Map<string, string>();
  const supplier = (name: string): string | undefined => {
    if (name === '') return undefined;
    suppliers.set(`supplier ${name}`, name);
    return iri(`supplier ${name}`);
  };
  const outside = new Map<string, Reliance>();
  const packages: string[] = [];
  const links: string[] = [];
  yield opening(head, iri);
  for await (const model of models) {
    packages.push(iri(model.ref));
    yield element(isProgram(model) ? 'software_Package' : 'ai_AIPackage', model.ref, packageOf(model, supplier));
    for (const one of model.reliesOn) if (one.outside !== null) outside.set(one.ref, one);
    const to = [...new Set(model.reliesOn.map(({ ref }) => iri(ref)))].sort();
    if (to.length > 0)
      links.push(
        element('Relationship', `rests ${model.ref}`, { from: iri(model.ref), to, relationshipType: 'dependsOn' }),
      );
  }
  const roots = packages.length;
  for (const [ref, name] of [...others].sort(byRef)) {
    packages.push(iri(ref));
    yield element('ai_AIPackage', ref, { name, software_primaryPurpose: 'model' });
  }
  for (const [ref, one] of [...outside].sort(byRef)) {
    packages.push(iri(ref));
    yield element(typeOutside(one), ref, outsideOf(one, supplier));
  }
  for (const [key, name] of [...suppliers].sort(byRef)) yield element('Organization', key, { name });
  yield* links;
  yield `${documentOf(head, element, { packages, roots })}\n]}\n`;
  counted(packages.length);
}

const byRef = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

function opening({ changedAt, program }: RecordsHead, iri: (name: string) => string): string {
  const creation = {
    type: 'CreationInfo',
    '@id': '_:creation',
    specVersion: '3.0.1',
    created: moment(changedAt),
    createdBy: [iri('program')],
  };
  const agent = {
    type: 'SoftwareAgent',
    spdxId: iri('program'),
    creationInfo: '_:creation',
    name: `${program.name} ${program.version}`,
  };
  return `{"@context":"https://spdx.org/rdf/3.0.1/spdx-context.jsonld","@graph":[\n${JSON.stringify(creation)},\n${JSON.stringify(agent)}`;
}

/** Conformance with the AI profile is not claimed: it asks each package for a place to download it from. */
function documentOf(
  { portfolio, day, contentHash, unshared, redaction }: RecordsHead,
  element: (type: string, name: string, part: Part) => string,
  { packages, roots }: { readonly packages: readonly string[]; readonly roots: number },
): string {
  return element('SpdxDocument', 'document', {
    name: portfolio === '' ? 'Portfolio of models' : portfolio,
    comment: [
      `As of ${day}, of content ${contentHash}${unshared === '' ? '' : `, ${unshared}`}.`,
      'Classes of the AI profile are used; conformance with it is not claimed, since it asks for places of download, suppliers and times of release that nobody has said.',
      redaction,
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
    profileConformance: ['core', 'software'],
    element: packages,
    rootElement: packages.slice(0, roots),
  });
}

const AUTONOMY = { alone: 'yes', with_approval: 'no', suggests: 'no' } as const;

function packageOf(model: ModelRecord, supplier: (name: string) => string | undefined): Part {
  const { name, version, vendor, purpose, versionSince, versionDayKnown, dataSources } = model;
  const program = isProgram(model);
  return {
    name,
    description: purpose,
    comment: dataSources === '' || program ? '' : `Data sources: ${dataSources}`,
    software_packageVersion: version,
    software_primaryPurpose: program ? 'application' : 'model',
    suppliedBy: supplier(vendor),
    releaseTime: versionSince !== null && versionDayKnown ? moment(versionSince) : undefined,
    ...(program ? {} : learned(model)),
    externalRef: addresses(model).map(({ kind, url, comment }) => ({
      type: 'ExternalRef',
      externalRefType: REFERENCE_TYPES[kind],
      locator: [url],
      comment,
    })),
    extension: [
      {
        type: 'extension_CdxPropertiesExtension',
        extension_cdxProperty: recordProperties(model).map(([key, value]) => ({
          type: 'extension_CdxPropertyEntry',
          extension_cdxPropName: `modelfolio:${key}`,
          extension_cdxPropValue: value,
        })),
      },
    ],
  };
}

/** That a model processes personal data does not say that they are sensitive; that it processes none does. */
function learned({ autonomy, approvedUses, limitations, type, personalData, figures }: ModelRecord): Part {
  return {
    ai_autonomyType: autonomy === null ? undefined : AUTONOMY[autonomy],
    ai_informationAboutApplication: approvedUses,
    ai_limitation: limitations,
    ai_typeOfModel: type === '' ? [] : [type],
    ai_useSensitivePersonalInformation: personalData === 'no' ? 'no' : undefined,
    ai_metric: figures.map(({ label, column, tool, at, value }) => ({
      type: 'DictionaryEntry',
      key: [label, column, tool, at.slice(0, 10)].filter((part) => part !== '').join(', '),
      value: String(value),
    })),
  };
}

const typeOutside = ({ relation }: Reliance): string =>
  relation === 'foundation_model' || relation === 'input' ? 'ai_AIPackage' : 'software_Package';

const PURPOSES: Readonly<Record<Reliance['relation'], string>> = {
  input: 'model',
  foundation_model: 'model',
  shared_data: 'data',
  benchmark: 'data',
  tool: 'application',
  none: 'other',
};

/** `Provider / model / version` as far as it was said. */
function outsideOf({ outside, relation }: Reliance, supplier: (name: string) => string | undefined): Part {
  const parts = outside ?? [];
  const [provider = ''] = parts;
  return {
    name: parts[1] ?? provider,
    software_packageVersion: parts.slice(2).join(' / '),
    software_primaryPurpose: PURPOSES[relation],
    suppliedBy: parts.length > 1 ? supplier(provider) : undefined,
  };
}
