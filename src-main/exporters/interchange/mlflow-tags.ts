import { KIND_LABELS } from '#domain/models/kinds';
import type { ModelRecord } from './model-record';

/** What MLflow takes of a value. */
const LONGEST = 5_000;

/**
 * A line for each tag of a model in a registry of MLflow: the body of `registered-models/set-tag`. A model without a reference to such
 * a registry has none; what nobody has said is no tag.
 */
export function mlflowTagLines(model: ModelRecord, withoutTexts: boolean): readonly string[] {
  const names = model.externalReferences
    .filter(({ system, id }) => /^mlflow\b/i.test(system.trim()) && id !== '')
    .map(({ id }) => id);
  const typed = (text: string): string => (withoutTexts ? '' : text);
  const { tier, kind, autonomy, personalData, criticality } = model;
  const tags: readonly (readonly [string, string])[] = [
    ['stage', model.stage],
    ['tier', tier === null ? '' : String(tier)],
    ['kind', kind === null ? '' : KIND_LABELS[kind]],
    ['autonomy', autonomy ?? ''],
    ['criticality', criticality ?? ''],
    ['personal_data', personalData === 'unknown' ? '' : personalData],
    ['unit', typed(model.unit)],
    ['business_owner', model.businessOwner],
    ['technical_owner', model.technicalOwner],
    ['limitations', typed(model.limitations)],
    ['open_incidents', String(model.openIncidents)],
    ['open_findings', String(model.findings.length)],
  ];
  return [...new Set(names)].flatMap((name) =>
    tags
      .filter(([, value]) => value !== '')
      .map(([key, value]) => `${JSON.stringify({ name, key: `modelfolio.${key}`, value: value.slice(0, LONGEST) })}\n`),
  );
}
