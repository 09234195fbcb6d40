import { describe, expect, it } from 'vitest';
import { tableOf } from '../testing/table-of';
import { columnsOf, understood } from '../testing/understood';
import { guessMapping } from './guess-mapping';

describe('headers however they are written', () => {
  it.each([
    [['useCaseName', 'lifecycleStage', 'riskTier', 'businessOwner', 'deployedAt']],
    [['use_case_name', 'lifecycle_stage', 'risk_tier', 'business_owner', 'deployed_at']],
    [['USE CASE NAME', 'LIFECYCLE STAGE', 'RISK TIER', 'BUSINESS OWNER', 'DEPLOYED AT']],
    [
      [
        'fields.use_case_name',
        'fields.lifecycleStage',
        'fields.risk_tier',
        'fields.businessOwner.name',
        'fields.deployedAt',
      ],
    ],
    [['AIUseCaseName', 'LifecycleStage', 'RiskTier', 'BusinessOwner', 'DeployedAt']],
    [['Use case name (required)', 'Lifecycle stage*', 'Q3. Risk tier', 'Business owner:', 'Deployed at [YYYY-MM-DD]']],
  ])('%j', (header) => {
    const guess = columnsOf(guessMapping(tableOf(header, ['A', 'live', '1', 'Ann', '2024-05-31'])));
    expect(Object.keys(guess)).toEqual(['name', 'stage', 'tier', 'businessOwner', 'deployedAt']);
    expect(Object.values(guess).flat()).toEqual(header);
  });

  it('questions are known by what they ask', async () => {
    const read = await understood(
      'What is the name of the AI use case? | Has the use case been deployed? | Date when the AI system became operational | Does this AI use case involve personally identifiable information (PII)? | What problem is the AI intended to solve? | Is the AI use case high-impact?',
      'Triage | Yes | 05/2023 | No | Sorts | No',
      'Plan | No |  | Yes | Plans | Yes',
    );
    // Not deployed is no stage: the model is proposed until somebody says more.
    expect(read.models).toMatchObject([
      {
        name: 'Triage',
        stage: 'deployed',
        personalData: 'no',
        purpose: 'Sorts',
        tier: 3,
        events: ['deployed May 2023'],
      },
      { name: 'Plan', stage: 'proposed', personalData: 'yes', tier: 1 },
    ]);
    expect(read.problems).toEqual(['stage_missing No']);
  });

  it('the wording of the spreadsheet editions says the same as their short words', async () => {
    const read = await understood(
      'Use case | Stage',
      'A | a) Pre-deployment – The use case is in a development or acquisition status.',
      'B | The use case is in a development or acquisition status.',
      'C | b) Pilot – The use case has been deployed in a limited test or pilot capacity.',
      'D | c) Deployed – The use case is being actively authorized or utilized.',
      'E | d) Retired – Its development and/or use has since been discontinued.',
    );
    expect(read.models.map(({ stage }) => stage)).toEqual([
      'training',
      'training',
      'validation',
      'deployed',
      'retired',
    ]);
  });

  it('a class of documents is no type of model', () => {
    const guess = guessMapping(tableOf(['Name', 'Classification'], ['A', 'Confidential'], ['B', 'Public']));
    expect(columnsOf(guess)).toEqual({ name: ['Name'] });
  });
});
