import { RELATION_LABELS } from '#domain/governance/vocabulary';
import { AUTONOMY_LABELS, KIND_LABELS } from '#domain/models/kinds';
import {
  CRITICALITY_LABELS,
  ORIGIN_LABELS,
  PERSONAL_DATA_LABELS,
  STAGE_LABELS,
  TIER_LABELS,
  UPDATE_FREQUENCY_LABELS,
} from '#domain/vocabulary';
import type { ModelRecord, Reliance } from './model-record';
import { webAddress } from './web-address';

/** What is known of a model in our own words, by field; what nobody has said is not among them. */
export function knownWords(model: ModelRecord): readonly (readonly [field: string, words: string])[] {
  const { tier, kind, autonomy, origin, criticality, updateFrequency, personalData } = model;
  const all: readonly (readonly [string, string])[] = [
    ['stage', STAGE_LABELS[model.stage]],
    ['tier', tier === null ? '' : TIER_LABELS[tier]],
    ['kind', kind === null ? '' : KIND_LABELS[kind]],
    ['type', model.type],
    ['autonomy', autonomy === null ? '' : AUTONOMY_LABELS[autonomy]],
    ['origin', origin === null ? '' : ORIGIN_LABELS[origin]],
    ['criticality', criticality === null ? '' : CRITICALITY_LABELS[criticality]],
    ['updateFrequency', updateFrequency === null ? '' : UPDATE_FREQUENCY_LABELS[updateFrequency]],
    ['personalData', personalData === 'unknown' ? '' : PERSONAL_DATA_LABELS[personalData]],
    ['unit', model.unit],
    ['businessOwner', model.businessOwner],
    ['technicalOwner', model.technicalOwner],
    ['developer', model.developer],
    ['reviewer', model.reviewer],
    ['overseer', model.overseer],
  ];
  return all.filter(([, words]) => words !== '');
}

/** `Foundation model, without which it cannot do its work`. */
export const relianceWords = ({ relation, critical }: Pick<Reliance, 'relation' | 'critical'>): string =>
  `${RELATION_LABELS[relation]}${critical ? ', without which it cannot do its work' : ''}`;

/** Rules and what a vendor sells as a whole are programs; cards and what is said of learning belong to models only. */
export const isProgram = ({ kind }: Pick<ModelRecord, 'kind'>): boolean =>
  kind === 'rules' || kind === 'vendor_application';

const considered = ({ approvedUses, limitations, dataSources }: ModelRecord): readonly (readonly [string, string])[] =>
  (
    [
      ['approvedUses', approvedUses],
      ['limitations', limitations],
      ['dataSources', dataSources],
    ] as const
  ).filter(([, words]) => words !== '');

/** What is known of a model and has no place of its own in a format, as names and values. */
export function recordProperties(model: ModelRecord): readonly (readonly [name: string, value: string])[] {
  const { evidence, findings, reliesOn, withheldReliances, versionSince } = model;
  return [
    ...knownWords(model),
    ...(isProgram(model) ? considered(model) : []),
    ...(versionSince === null || !model.versionDayKnown ? [] : [['liveSince', versionSince.slice(0, 10)] as const]),
    ['openIncidents', String(model.openIncidents)],
    ...evidence.map(({ kind, on, outcome, validUntil }) => {
      const until = validUntil === null ? '' : ` until ${validUntil}`;
      return [`evidence:${kind}`, `${on} ${outcome}${until}`] as const;
    }),
    ...findings.map(({ severity, title }) => [`finding:${severity}`, title] as const),
    ...reliesOn.map((one) => [`reliesOn:${one.ref}`, relianceWords(one)] as const),
    ...(model.restsOnNothing ? [['reliesOn', 'nothing, somebody looked'] as const] : []),
    ...(withheldReliances === 0 ? [] : [['reliesOn:withheld', String(withheldReliances)] as const]),
  ];
}

/** What an address leads to. */
export type AddressKind = 'elsewhere' | 'risk' | 'certificate' | 'declaration' | 'documentation' | 'test' | 'evidence';

const OF_EVIDENCE: Readonly<Record<string, AddressKind>> = {
  impact_assessment: 'risk',
  risk_management: 'risk',
  vendor_assessment: 'risk',
  certificate: 'certificate',
  conformity_assessment: 'certificate',
  declaration_of_conformity: 'declaration',
  technical_documentation: 'documentation',
  instructions_for_use: 'documentation',
  pre_deployment_test: 'test',
};

export interface Address {
  readonly kind: AddressKind;
  readonly url: string;
  readonly comment: string;
}

/** Where more is to be read of a model, by addresses that can be followed. */
export function addresses({ externalReferences, evidence }: ModelRecord): readonly Address[] {
  const at = (kind: AddressKind, typed: string, comment: string): Address[] => {
    const url = webAddress(typed);
    return url === null ? [] : [{ kind, url, comment }];
  };
  return [
    ...externalReferences.flatMap(({ system, id, url }) => at('elsewhere', url, `${system}: ${id}`)),
    ...evidence.flatMap(({ kind, label, on, link }) => at(OF_EVIDENCE[kind] ?? 'evidence', link, `${label}, ${on}`)),
  ];
}
