import { describe, expect, it } from 'vitest';
import { completenessOf } from '#domain/governance/completeness';
import { editionOn } from '#domain/governance/editions';
import { STATE_LETTERS } from '#domain/governance/line-state';
import { packName } from '#domain/governance/rule-pack';
import { PACKS } from './index';
import { plantedPortfolio } from './testing/planted';

type Answers = Readonly<Record<string, string | readonly string[]>>;

/** Lines that a text asks of one planted model after other answers: those that do not apply are left out. */
function asked(line: string, day: string, modelId: string, answers: Answers): readonly string[] {
  const edition = editionOn(PACKS, line, day);
  const model = plantedPortfolio.models.find(({ id }) => id === modelId);
  if (edition === null || model === undefined) throw new Error(`no ${line} on ${day}, or no ${modelId}`);
  const given = Object.entries(answers).map(([question, value]) => ({
    pack: edition.pack.id,
    question,
    value,
    on: '2026-10-01',
    by: 'Legal',
  }));
  const others = model.answers.filter(({ pack, question }) => pack !== edition.pack.id || !(question in answers));
  const portfolio = { ...plantedPortfolio, models: [{ ...model, answers: [...others, ...given] }] };
  const { fields, duties } = completenessOf(edition.pack, edition.state, portfolio, day);
  const owed = ({ per, ...line }: (typeof fields | typeof duties)[number]['line']): boolean =>
    per !== 'organisation' && !('optional' in line && line.optional === true);
  return [...fields, ...duties]
    .filter(({ line, states: [state] }) => owed(line) && state !== 'notApplicable')
    .map(({ line: { id }, states: [state] }) => `${id}${state === 'unknown' ? STATE_LETTERS.unknown : ''}`);
}

describe('packs claim no more than their sources', () => {
  it('by the words that say how strong a source is', () => {
    const forces = (name: string) => {
      const pack = PACKS.find((one) => packName(one) === name);
      return [...new Set([...(pack?.fields ?? []), ...(pack?.duties ?? [])].map(({ force }) => force ?? pack?.force))];
    };
    expect(forces('us-sr-26-2@2026-04-17')).toEqual(['customary']);
    expect(forces('sg-mas-airg@2025-11-13')).toEqual(['proposed']);
    expect(forces('sg-mas-airg@2026-10-07')).toEqual(['customary', 'expected']);
    expect(forces('nist-ai-rmf@2023-01-26')).toEqual(['voluntary']);
    expect(forces('iso-42001@2023-12-18')).toEqual(['voluntary']);
  });

  it('and by how well a line is known: nothing is read word for word of a text that was not, and what was not asks to be verified', () => {
    for (const pack of PACKS) {
      const lines = [...pack.fields, ...pack.duties, ...(pack.clocks ?? []), ...(pack.transitions ?? [])];
      const read = pack.sources.some(({ kind }) => kind === 'primary');
      if (!read)
        expect([packName(pack), lines.filter(({ confidence }) => confidence === 'primary')]).toEqual([
          packName(pack),
          [],
        ]);
      const loose = lines.filter(({ confidence, verify = '' }) => confidence !== 'primary' && verify === '');
      expect([packName(pack), loose.map(({ id }) => id)]).toEqual([packName(pack), []]);
    }
  });

  it('and show nothing by findings alone that findings do not tell', () => {
    const alone = PACKS.flatMap((pack) =>
      pack.duties
        .filter(({ evidence }) => evidence.every(({ rule }) => rule === 'no_finding_past_due'))
        .map(({ id }) => `${packName(pack)} ${id}`),
    );
    expect(alone).toEqual([]);
  });
});

describe('the EU AI Act', () => {
  const CRITICAL = { annexIii: ['2'], profiling: 'no', publicBody: 'no', publicServices: 'no', role: ['deployer'] };

  it('asks for a report of a serious incident in 2, 10 or 15 days, in both editions', () => {
    const clocks = PACKS.filter(({ id }) => id === 'eu-ai-act').map(({ clocks }) =>
      (clocks ?? []).flatMap(({ classes }) => classes.map(({ value, days }) => `${value} ${days}`)),
    );
    const days = ['widespread 2', 'critical_infrastructure 2', 'death 10', 'other 15'];
    expect(clocks).toEqual([days, days]);
  });

  it('has critical infrastructure registered nationally by providers and public bodies, not by private users', () => {
    const day = '2027-12-03';
    expect(asked('eu-ai-act', day, 'm02', CRITICAL)).not.toContain('art49-5');
    expect(asked('eu-ai-act', day, 'm02', { ...CRITICAL, publicBody: 'yes' })).toContain('art49-5');
    const provider = asked('eu-ai-act', day, 'm02', { ...CRITICAL, role: ['provider'] });
    expect(provider).toContain('art49-5');
    // Art. 49(1) leaves it out of the database of the Union.
    expect(provider.filter((id) => id.startsWith('A') || id === 'art49-1')).toEqual([]);
  });

  it('has it registered in the database of the Union where it is held not to be high-risk: Art. 49(2) leaves nothing out', () => {
    const lines = asked('eu-ai-act', '2027-12-03', 'm02', {
      ...CRITICAL,
      role: ['provider'],
      exemption: ['a'],
      noSignificantRisk: 'yes',
    });
    expect(lines.filter((id) => id.startsWith('B'))).toEqual(['B1', 'B4', 'B5', 'B6', 'B8']);
    expect(lines).toContain('art49-2');
    expect(lines).not.toContain('art49-5');
  });
});

describe('OSFI E-23', () => {
  it('asks six points of a model whose risk is negligible, and seventeen of others', () => {
    const fields = (negligible: string) =>
      asked('osfi-e-23', '2027-12-03', 'm04', { negligible }).filter((id) => /^\d+$/.test(id));
    expect(fields('yes')).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(fields('no')).toHaveLength(17);
  });
});

describe('the guidelines of MAS', () => {
  it.each([
    ['2026-09-30', 'sg-mas-airg@2025-11-13', 'proposed'],
    ['2026-10-07', 'sg-mas-airg@2026-10-07', 'to_come'],
    ['2027-10-07', 'sg-mas-airg@2026-10-07', 'in_force'],
  ])('on %s are %s', (day, name, state) => {
    const found = editionOn(PACKS, 'sg-mas-airg', day);
    expect([found && packName(found.pack), found?.state]).toEqual([name, state]);
  });

  it('ask for controls of the life cycle a year after the inventory', () => {
    const units = plantedPortfolio.units.map((unit) => ({ ...unit, jurisdictions: ['SG'], bodies: ['sg_fi'] }));
    const on = (day: string) => {
      const edition = editionOn(PACKS, 'sg-mas-airg', day);
      const model = plantedPortfolio.models.find(({ id }) => id === 'm05');
      if (edition === null || model === undefined) throw new Error('no edition, or no model');
      const portfolio = { ...plantedPortfolio, units, models: [model] };
      const { fields, duties } = completenessOf(edition.pack, edition.state, portfolio, day);
      const state = (id: string) => [...fields, ...duties].find(({ line }) => line.id === id)?.states[0];
      return [state('data'), state('materiality-check'), state('oversight')];
    };
    expect(on('2027-10-06')).toEqual(['later', 'due', 'due']);
    expect(on('2027-10-07')).toEqual(['missing', 'missing', 'due']);
    expect(on('2028-10-07')).toEqual(['missing', 'missing', 'missing']);
  });
});
