import type { ImportField } from '#contract/imports/import-field';
import { targetLabel } from '#domain/models/import-targets';
import { list, plainWords } from '../cells/phrases';
import { OTHER_LANGUAGES } from './header-languages';

/** Headers by the field that they mean, as plain words; the better ones first. A field that has none says so here. */
const SYNONYMS: Readonly<Record<ImportField, readonly string[]>> = {
  name: list(`use case name, ai use case name, model name, name, ai system name, name of model, name of use case, use
      case title, model title, title, system name, application name, project name, solution name, use case, ai
      use case, model, ai system, algorithm name, algorithm, tool name, name of tool, name of ai system, name of algorithm,
      name of the ai system, name of ai use case, technology name, tool, use case id name, id name`),
  // Found by the levels of an organisation below.
  unit: [],
  stage: list(`stage, lifecycle stage, life cycle stage, stage of development, development stage, model stage, current
      stage, lifecycle, lifecycle status, model lifecycle, deployment status, development status, implementation
      status, model status, use case status, stage of system development life cycle, status, phase, state,
      deployment stage, stage of deployment, phase of development, operational status, project phase, project status, deployment phase, current stage of development`),
  tier: list(`tier, model tier, risk tier, materiality tier, materiality, model risk tier, risk rating, risk level, risk
      class, risk classification, risk category, impact level, impact classification, high impact, is high
      impact, high impact indicator, is the ai use case high impact, high impact status, high risk, impact type, rights impacting or
      safety impacting, model risk, risk, impact`),
  criticality: list(
    `criticality, business criticality, production criticality, operational criticality, system criticality`,
  ),
  businessOwner: list(`business owner, model owner, use case owner, product owner, owner, accountable owner, accountable
      executive, accountable person, accountable official, responsible official, executive sponsor, sponsor, responsible person, owner name, business
      contact, point of contact, contact name, contact person, poc, contact`),
  technicalOwner: list(`technical owner, tech owner, technical lead, tech lead, lead developer, developer, lead
      data scientist, data scientist, maintainer, technical contact, engineer, engineering owner`),
  purpose: list(`purpose, intended purpose, intended use, business purpose, use case description, model description,
      purpose and benefits, intended purpose and expected benefits, what is the intended purpose and expected
      benefits of the ai, problem statement, what problem is the ai intended to solve, description, summary, use
      case summary, summary of use case, objective, short description, problem solved, goal, goals, aim, what it does, detailed
      description, purpose of ai system, problem description, problem to be solved, problem to solve, brief description,
      tool description, tool desc brief, tool desc, description of use case, description of tool`),
  type: list(`type, model type, ai type, type of ai, technique, techniques, ai technique, ai techniques, algorithm,
      algorithm type, model class, methodology, method, ai classification, system type, classification, ai category, type of technology, technology
      type, model architecture, ai tech classification, ai technology classification, analysis type, capability, capabilities,
      technology, technologies`),
  externalId:
    list(`use case id, inventory id, model id, register id, ai register id, registry id, sys id, ai use case id, external id, asset id, system id, record id, unique id, unique
      identifier, identifier, use case number, model number, inventory number, reference number, id, reference,
      ref`),
  externalUrl: list(
    `url, link, web link, model url, repository, repository url, documentation url, documentation link, wiki, website, website url, web page, code url, link to code, html url, more
      information, link to more information`,
  ),
  updateFrequency:
    list(`update frequency, frequency of update, frequency of updates, retraining frequency, retrain frequency,
      refresh frequency, recalibration frequency, update cadence, retraining cadence, refresh cadence,
      retraining schedule, model update frequency, how often is it retrained`),
  origin: list(`origin, sourcing, model source, source, development method, development approach, build or buy, buy or
      build, make or buy, bought or built, built or bought, developed by, in house or vendor, vendor or in house, vendor in house, in house vendor, in house or contract, contract
      or in house, developed in house or by contract, contracting usage, procurement, procurement method, acquisition method, was the system developed in house or under contract,
      contractor indicator, development type, internal or external`),
  personalData:
    list(`personal data, pii, has pii, contains pii, involves pii, uses pii, includes pii, uses personal data, contains
      personal data, processes personal data, has personal data, personal information, involves personal information, gdpr relevant, pii indicator, identifying info, identifying information`),
  annualValue:
    list(`annual value, yearly value, value per year, annual benefit, yearly benefit, expected annual benefit,
      expected annual value, business value, value`),
  annualRunCost:
    list(`annual run cost, annual cost, yearly cost, run cost, running cost, running costs, cost per year, operating
      cost, annual operating cost, opex, cost`),
  nextReview:
    list(`next review, next review date, review due, review due date, next validation, next validation date, next validation due, next validation due date, revalidation due, next
      revalidation, revalidation due, next assessment`),
  tags: list('tags, tag, labels, keywords, topic area, use case topic area, topic, topics'),
  kind: list(`kind, kind of model, kind of ai, model kind, ai kind, use case classification`),
  autonomy: list(
    `autonomy, level of autonomy, autonomy level, degree of autonomy, human in the loop, automation level`,
  ),
  vendor: list(`vendor, vendor name, supplier, supplier name, vendors, third party provider`),
  developer: list(`model developer, developed by whom, built by, model builder`),
  reviewer: list(`reviewer, validator, model validator, validated by, independent reviewer, validation owner`),
  overseer: list(`overseer, human overseer, human oversight, oversight person, person responsible for oversight`),
  approvedUses: list(`approved uses, approved use, permitted uses, permitted use, allowed uses`),
  limitations: list(
    `limitations, known limitations, model limitations, restrictions, restrictions on use, limits of use`,
  ),
  dataSources: list(`data sources, data source, data used, data description`),
  notes: list('notes, note, comments, comment, remarks, remark'),
  version: list('version, model version, current version, version in production, live version, release'),
  monitored: list(`monitored, is monitored, monitoring, monitoring in place, is monitoring in place, post deployment
      monitoring, performance monitoring, drift monitoring, ongoing monitoring, hi ongoing monitoring, continuous
      monitoring, ongoing monitoring indicator, monitoring indicator`),
  proposedAt:
    list(`date proposed, proposed on, proposed date, proposal date, date initiated, initiated on, initiation date,
      project start, project start date`),
  dataPreparationAt: list('data preparation date, data preparation start, data preparation started'),
  trainingAt:
    list(`training date, date trained, trained on, training start, training started, development start, development
      start date, development started, date developed, date when acquisition and or development began, date
      when acquisition andor development began, development began`),
  validationAt:
    list(`validation date, date validated, validated on, validation started, validation start date, pilot start
      date, pilot date`),
  deployedAt:
    list(`deployment date, date deployed, deployed on, deployed date, deployed at, date of deployment, go live, go
      live date, live date, live since, production date, in production since, production since, date
      launched, launch date, release date, production start, start of production, in use since, deployment start, date first used, first used, first use date, first
      production use, date use, date of use, date of first use, date in use`),
  // A pilot is such a use too: see `isOfPilotsToo`.
  operationalAt:
    list(`operational date, date operational, date implemented, implementation date, date of implementation, date
      became operational, operational since, operation start date, operation date`),
  stageAt:
    list(`stage since, stage date, stage start date, date of stage, stage entered, current stage since, status since,
      status date, date of status, phase since, phase start date, stage changed`),
  monitoredAt: list('monitoring since, monitored since, monitoring start, monitoring start date'),
  retiredAt: list(`retirement date, date retired, retired on, retired at, decommission date, decommissioned on, date of
      decommission, date of decommissioning, date of retirement, date decommissioned, sunset date, end of life date, retired date`),
};

/**
 * In this order fields are looked for and shown. What the product itself calls a field is among its headers, so that an exported
 * list can be brought in again.
 */
export const HEADERS: readonly (readonly [field: ImportField, headers: readonly string[]])[] = entries().map(
  ([field, headers]) => [field, field === 'unit' ? [] : headersOf(field, headers)],
);

function headersOf(field: ImportField, headers: readonly string[]): readonly string[] {
  const others = OTHER_LANGUAGES.flatMap((of) => of[field] ?? []);
  return [...new Set([...headers, plainWords(targetLabel(field)), ...others])];
}

// Object.entries forgets the key type.
function entries(): [ImportField, readonly string[]][] {
  return Object.entries(SYNONYMS) as [ImportField, readonly string[]][];
}
