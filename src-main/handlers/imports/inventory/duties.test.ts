import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { US_FEDERAL_2025 } from '../../../importers/inventory/presets/us-federal-2025';
import { testBackend } from '../../../testing/test-backend';

const HEADER =
  'agency_name,id,use_case_name,development_stage,is_high_impact,HI_justification,topic_area,have_ato,demographic_features,hi_testing_conducted,is_withheld';

async function agency() {
  const engine = await testBackend();
  engine.at('2026-11-30T10:00:00.000Z');
  const { mapping } = US_FEDERAL_2025;
  const write = (name: string, rows: readonly string[]): string => {
    const file = join(engine.folder, name);
    writeFileSync(file, `${[HEADER, ...rows].join('\n')}\n`);
    return file;
  };
  const bring = async (name: string, rows: readonly string[]) => {
    const file = write(name, rows);
    const preview = await engine.call('imports.preview', { file, mapping });
    if (preview.format !== 'inventory') throw new Error('no inventory');
    return { preview, applied: await engine.call('imports.apply', { file, mapping }) };
  };
  const modelCalled = async (search: string) => {
    const { rows } = await engine.call('models.list', { search });
    const [model] = rows;
    if (!model) throw new Error(`no ${search}`);
    return model.id;
  };
  const answersOf = async (search: string) => {
    const id = await modelCalled(search);
    const { facts } = await engine.call('governance.facts', { modelId: id });
    const { questions } = await engine.call('governance.model', { modelId: id, pack: 'us-omb-m-25-21' });
    const answers = Object.fromEntries(questions.map((one) => [one.id, one.answer]));
    return { facts, answers };
  };
  return { ...engine, bring, write, modelCalled, answersOf };
}

const NIST = `NIST,A-1,Optical inspection,Deployed,High-impact,,Science,Yes,"['b) Sex', 'c) Age']",Yes,No`;
const DOE = `DOE,A-2,Grid forecast,Pre-deployment,Not High-impact,,Energy and Environment,No,[],,Other`;

describe('an inventory that answers a text of duties', () => {
  it('fills its question and its facts, dated, and says which cells it could not read', async () => {
    const { bring, answersOf, call } = await agency();
    const { preview } = await bring('q3.csv', [NIST, DOE.replace(',No,[]', ',Perhaps,[]')]);
    expect(preview.duties).toEqual({ pack: 'us-omb-m-25-21', answers: 8, changes: 8, kept: 0 });
    expect(preview.problems.filter(({ code }) => code === 'duty_not_read')).toEqual([
      expect.objectContaining({ row: 3, column: 'have_ato', value: 'Perhaps', effect: 'value_refused' }),
    ]);
    const inspection = await answersOf('Optical');
    expect(inspection.facts).toEqual({
      topic: 'Science',
      hasAto: 'yes',
      demographicFeatures: ['Sex', 'Age'],
      hiTesting: 'Yes',
      withheld: 'no',
    });
    expect(inspection.answers).toMatchObject({ highImpact: 'high' });
    expect((await answersOf('Grid')).answers).toMatchObject({ highImpact: 'not' });
    // Statements are no evidence: nobody vouched for them on a day.
    expect((await call('evidence.list', {})).evidence).toEqual([]);
  });

  it('replaces what a file said, and leaves what a person said', async () => {
    const { bring, answersOf, modelCalled, call } = await agency();
    await bring('q3.csv', [NIST, DOE]);
    await call('governance.setFacts', { ids: [await modelCalled('Grid')], facts: { topic: 'Power' } });
    await call('governance.answer', {
      ids: [await modelCalled('Grid')],
      pack: 'us-omb-m-25-21',
      answers: { highImpact: 'presumed_not' },
      by: 'Ines',
    });
    const { preview } = await bring('q4.csv', [NIST.replace('Science', 'Health'), DOE]);
    expect(preview.duties).toEqual({ pack: 'us-omb-m-25-21', answers: 9, changes: 1, kept: 2 });
    expect((await answersOf('Optical')).facts.topic).toBe('Health');
    expect((await answersOf('Grid')).facts.topic).toBe('Power');
    expect((await answersOf('Grid')).answers).toMatchObject({ highImpact: 'presumed_not' });
  });

  it('goes with the import that is undone, and changes nothing when it comes again', async () => {
    const { bring, answersOf, call } = await agency();
    await bring('q3.csv', [NIST]);
    const second = await bring('q4.csv', [NIST.replace('Science', 'Health')]);
    expect((await answersOf('Optical')).facts.topic).toBe('Health');
    await call('imports.undo', { importId: second.applied.importId });
    expect((await answersOf('Optical')).facts.topic).toBe('Science');
    const { preview } = await bring('q3.csv', [NIST]);
    expect(preview.duties).toMatchObject({ changes: 0, kept: 0 });
  });
});
