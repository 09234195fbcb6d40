import { describe, expect, it } from 'vitest';
import { understood } from '../testing/understood';

/** Invented rows in the forms of departments, agencies, offices and cities. */
describe('an inventory in English', () => {
  it('English: a department whose stages are numbered and explained', async () => {
    const read = await understood(
      'Use Case ID/Name | Mission Area | Agency | Bureau/Component/Office | Intended purpose and expected benefits of use case | Current stage of development | Date Implemented | Is there a process to conduct ongoing monitoring of its performance?',
      'D-1: Repairs | REE: Research | ARS | Finance | Finds repairs | Stage 4 - Operation and Maintenance (it is part of the daily work and watched there) | 6/19/2020 | a) Yes, sufficient monitoring protocols have been established',
      'D-2: Pests | REE: Research | FS | Plants | Finds pests | Stage 1 - Initiation (the purpose and high-level requirements are written down) |  | b) Development of monitoring protocols is in-progress',
      'D-3: Weeds | REE: Research | FS | Plants | Finds weeds | Stage 5 - Retired (it has been retired or is being retired now) |  | ',
    );
    expect(read.columns).toMatchObject({ name: ['Use Case ID/Name'], unit: ['Mission Area', 'Agency'] });
    expect(read.models).toMatchObject([
      { name: 'D-1: Repairs', unit: 'REE: Research / ARS', stage: 'monitored', purpose: 'Finds repairs' },
      { stage: 'proposed' },
      { stage: 'retired' },
    ]);
  });

  it('English: what stands in brackets may turn a stage into something else', async () => {
    const read = await understood(
      'Model | Status',
      'A | Deployed (planned for the second half of next year)',
      'B | Deployed (not yet)',
      'C | Live',
      'D | Live',
      'E | Retired',
    );
    expect(read.problems.filter((problem) => problem.startsWith('unknown_value'))).toHaveLength(2);
  });

  it('English: forms of offices, cities and agencies', async () => {
    const office = await understood(
      'Tool/Application Name | Description | Sponsoring Office | Deployment Phase | First Production Use | Risk Classification',
      'Copilot | Drafts | OCIO | Production | Q2 2024 | Low-impact',
      'Search | Finds | HR | Sandbox |  | Medium-impact',
    );
    expect(office.problems).toEqual([]);
    expect(office.models).toMatchObject([
      { name: 'Copilot', unit: 'OCIO', stage: 'deployed', tier: 3, events: ['deployed Q2 2024'] },
      { name: 'Search', unit: 'HR', stage: 'validation', tier: 2 },
    ]);
    const city = await understood(
      'agency | tool_name | tool_desc_brief | date_use | identifying_info | analysis_type',
      'Fire | Alarm | Ranks buildings | 2019/11 | No | Prediction, machine learning',
      'Fire | Nearest | Lists hospitals | 2021/01 | Yes | Optimization model',
    );
    expect(city.columns).toEqual({
      name: ['tool_name'],
      unit: ['agency'],
      purpose: ['tool_desc_brief'],
      type: ['analysis_type'],
      personalData: ['identifying_info'],
      deployedAt: ['date_use'],
    });
    expect(city.models).toMatchObject([{ stage: 'deployed', personalData: 'no', events: ['deployed Nov 2019'] }, {}]);
    const agency = await understood(
      'Use Case Identifier | Use Case Name | Agency | Bureau | Development Stage | High Impact Indicator | Problem Description | Operation Date | Contractor Indicator | PII Indicator | Ongoing Monitoring Indicator',
      'T-1 | Lab | Transport | CAIO | Deployed | Not high-impact | Gives access | 07/25/2024 | No contract/external resources used in development. | No | Yes',
      'T-2 | Ops | Transport | CAIO | Pre-deployment | High-impact | Runs |  | Developed with contracting resources. | Yes | In-progress',
    );
    expect(agency.problems).toEqual([]);
    expect(agency.models).toMatchObject([
      {
        unit: 'Transport / CAIO',
        stage: 'monitored',
        tier: 3,
        purpose: 'Gives access',
        origin: 'in_house',
        personalData: 'no',
      },
      { stage: 'training', tier: 1, origin: 'vendor', personalData: 'yes' },
    ]);
  });
});
