import { describe, expect, it } from 'vitest';
import { IMPORT_FIELDS, type ImportField } from '#contract/imports/import-field';
import type { Mapping } from '#contract/imports/imports';
import { targetLabel } from '#domain/models/import-targets';
import { tableOf } from '../testing/table-of';
import { tempFiles } from '../testing/temp-files';
import { guessMapping } from './guess-mapping';
import { planInventory } from './plan';
import { applicablePreset } from './shipped-presets';

const files = tempFiles();

const columnsOf = (mapping: Mapping) => Object.fromEntries(mapping.fields.map((field) => [field.field, field.columns]));
const valuesOf = (mapping: Mapping, wanted: string) =>
  Object.fromEntries(
    mapping.fields.find((field) => field.field === wanted)?.values.map(({ from, to }) => [from, to]) ?? [],
  );

const EDITION_2023 = `Use_Case_ID,Use_Case_Name,Department,Agency,Summary,Development_Stage,Techniques,Contract_or_In_House,Date_Initiated,Date_Implemented,Source_Code
DOC-0001,Fisheries Image Analysis,Department of Commerce,NOAA,"Counts fish, with photographs",Operation and Maintenance,Computer vision,In-house,01/15/2019,03/31/2020,https://code.test/a
DOC-0002,Coral Reef Mosaics,Department of Commerce,NOAA,Maps reefs,Development and Acquisition,Deep learning,Contract,06/30/2022,,
DOC-0003,Chatbot,Department of Commerce,Census,Answers questions,Initiation,NLP,Both,02/28/2023,,
DOC-0004,Old Classifier,Department of Commerce,USPTO,Sorted mail,Retired,NLP,In-house,01/01/2015,01/01/2016,
`;

const EDITION_2025 = `AI Use Case Name|Agency|Bureau / Component|What problem is the AI intended to solve?|Stage of Development|Is the AI use case high-impact?|Operational date|Retirement date|Vendor or in-house|Contains PII?|Contact
Claims Triage|VA|VBA|Sorts claims|Deployed – The use case is being actively used|High-impact|2024-05-01||Purchased from a vendor|Yes|Ann
Résumé Ranker|VA|VHA|Ranks|Pilot – The use case is in a limited test|Presumed high-impact, but determined not high-impact|||Developed in-house|No|Bea
Planner|VA|OIT|Plans|Pre-deployment – The use case is in development|Not high-impact||||No|Cid
Legacy|VA|OIT|Was used|Retired – No longer used|Not high-impact|2020-01-01|2023-12-31|Developed in-house|No|Cid
`;

describe('a guess from headers and cells', () => {
  it('understands an edition of 2023', async () => {
    const table = await files.read('2023.csv', Buffer.from(EDITION_2023, 'utf16le'));
    const guess = guessMapping(table);
    expect(applicablePreset(table)).toBeNull();
    expect(columnsOf(guess)).toEqual({
      name: ['Use_Case_Name'],
      unit: ['Department', 'Agency'],
      stage: ['Development_Stage'],
      purpose: ['Summary'],
      type: ['Techniques'],
      kind: ['Techniques'],
      externalId: ['Use_Case_ID'],
      origin: ['Contract_or_In_House'],
      proposedAt: ['Date_Initiated'],
      deployedAt: ['Date_Implemented'],
    });
    expect(guess).toMatchObject({ key: ['externalId'], dateOrder: 'mdy', decimal: null });
    const plan = await planInventory({
      table,
      mapping: guess,
      currency: 'USD',
      now: '2026-11-23T00:00:00.000Z',
      existing: [],
    });
    expect(plan.rows.map((row) => row.stage)).toEqual(['deployed', 'training', 'proposed', 'retired']);
    expect(plan.rows[0]?.fields).toMatchObject({ unit: 'Department of Commerce / NOAA', origin: 'in_house' });
    expect(plan.problems).toEqual([]);
  });

  it('understands an edition of 2025', async () => {
    const table = await files.read('2025.csv', `\ufeff${EDITION_2025}`);
    const guess = guessMapping(table);
    expect(columnsOf(guess)).toMatchObject({
      name: ['AI Use Case Name'],
      unit: ['Agency', 'Bureau / Component'],
      stage: ['Stage of Development'],
      tier: ['Is the AI use case high-impact?'],
      purpose: ['What problem is the AI intended to solve?'],
      businessOwner: ['Contact'],
      origin: ['Vendor or in-house'],
      personalData: ['Contains PII?'],
      deployedAt: ['Operational date'],
      retiredAt: ['Retirement date'],
    });
    expect(guess.key).toEqual(['name']);
    const plan = await planInventory({
      table,
      mapping: guess,
      currency: 'USD',
      now: '2026-11-23T00:00:00.000Z',
      existing: [],
    });
    expect(plan.rows.map((row) => row.stage)).toEqual(['deployed', 'validation', 'training', 'retired']);
    expect(plan.rows.map((row) => row.fields.tier)).toEqual([1, 3, 3, 3]);
    expect(plan.problems).toEqual([]);
  });

  it('does not take a column at its word when its cells say otherwise', () => {
    const table = tableOf(
      ['Title', 'Status', 'Value', 'Date deployed', 'Type', 'Risk', 'Source', 'Link'],
      ['Model A', 'Approved', 'high', 'soon', '', 'see annex', 'Intranet', 'shared drive'],
      ['Model B', 'Rejected', 'low', 'later', '', 'tbd', 'Mail', 'ask Bob'],
    );
    expect(columnsOf(guessMapping(table))).toEqual({ name: ['Title'] });
  });

  it('uses each column and each field once', () => {
    const table = tableOf(
      ['Model', 'Model name', 'Owner', 'Business owner', 'Department', 'Division', 'Team'],
      ['M-1', 'Churn', 'Ann', 'Bea', 'Sales', 'North', 'Blue'],
    );
    const guess = guessMapping(table);
    expect(columnsOf(guess)).toEqual({
      name: ['Model name'],
      unit: ['Department', 'Division'],
      businessOwner: ['Business owner'],
    });
    const used = guess.fields.flatMap((field) => field.columns);
    expect(new Set(used).size).toBe(used.length);
  });

  it('leaves values open that it does not know', () => {
    const rows = ['Live', 'Live', 'Live', 'Zombie', '3 - Retired'].map((stage, index) => [`Model ${index}`, stage]);
    expect(valuesOf(guessMapping(tableOf(['Name', 'Stage'], ...rows)), 'stage')).toEqual({
      Live: 'deployed',
      '3 - Retired': 'retired',
    });
  });

  it('reads the order of dates and the decimal sign from the cells, and leaves open what they do not tell', () => {
    const guess = (date: string, cost: string) => guessMapping(tableOf(['Name', 'Go-live', 'Cost'], ['A', date, cost]));
    expect(guess('31.05.2024', '1.234,50')).toMatchObject({ dateOrder: 'dmy', decimal: ',' });
    expect(guess('05/31/2024', '1,234.50')).toMatchObject({ dateOrder: 'mdy', decimal: '.' });
    expect(guess('05/06/2024', '1234')).toMatchObject({ dateOrder: 'ymd', decimal: null });
    expect(guess('05/06/2024', '1,234')).toMatchObject({ decimal: null });
  });

  it('tells models apart by name and unit where the name is not enough', () => {
    const table = tableOf(['ID', 'Name', 'Unit'], ['', 'Chatbot', 'A'], ['7', 'Chatbot', 'B']);
    expect(guessMapping(table).key).toEqual(['name', 'unit']);
    const unique = tableOf(['ID', 'Name', 'Unit'], ['6', 'Chatbot', 'A'], ['7', 'Chatbot', 'A']);
    expect(guessMapping(unique).key).toEqual(['externalId']);
  });

  it('survives headers that are names of object internals', () => {
    const guess = guessMapping(tableOf(['__proto__', 'constructor', 'Name'], ['a', 'b', 'A']));
    expect(columnsOf(guess)).toEqual({ name: ['Name'] });
  });
});

it('knows the fields of a list that it exported itself by their labels', () => {
  const cells: Partial<Record<ImportField, string>> = {
    tier: '1',
    origin: 'Vendor',
    criticality: 'High',
    personalData: 'Yes',
    updateFrequency: 'Monthly',
    kind: 'Generative',
    autonomy: 'Suggests',
    stage: 'Deployed',
    monitored: 'yes',
    annualValue: '1250.50',
    annualRunCost: '12.50',
    externalUrl: 'https://a.test',
  };
  const targets = IMPORT_FIELDS.map((field) => ({ field, header: targetLabel(field) }));
  const row = targets.map(({ field }) => cells[field] ?? (/At$|Review$/.test(field) ? '2024-05-31' : `some ${field}`));
  const guess = guessMapping(
    tableOf(
      targets.map(({ header }) => header),
      row,
    ),
  );
  const found = new Map(guess.fields.map(({ field, columns }) => [field, columns[0]]));
  expect(targets.filter(({ field, header }) => found.get(field) !== header)).toEqual([]);
});
