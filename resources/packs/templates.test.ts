import { describe, expect, it } from 'vitest';
import type { Scene } from '#domain/governance/answers';
import { completenessOn } from '#domain/governance/completeness';
import { editionOn, linesOf } from '#domain/governance/editions';
import { lookAt, ModelOnDay } from '#domain/governance/model-on-day';
import { fillTemplate } from '#domain/governance/templates/fill-template';
import { TEMPLATE_IDS } from '#domain/governance/vocabulary';
import { TEMPLATES } from '#domain/governance/templates/templates';
import { toldValue } from '#domain/governance/templates/told-value';
import { PACKS } from './index';
import { plantedPortfolio } from './testing/planted';

const DAYS = ['2026-07-15', '2026-11-29', '2027-12-03'];
const telling = {
  money: (minor: number) => `EUR ${minor / 100}`,
  day: (iso: string) => iso,
  dated: (iso: string) => iso,
};

describe.each(DAYS)('a sheet and completeness on %s', (day) => {
  it.each(linesOf(PACKS))('%s: what is held has words, and what has words is held', (line) => {
    const found = completenessOn(PACKS, line, plantedPortfolio, day);
    if (found === null) return;
    const scene: Scene = { pack: found.pack, portfolio: plantedPortfolio, look: lookAt(plantedPortfolio, day) };
    const models = new Map(
      plantedPortfolio.models.map((model) => [model.id, new ModelOnDay(model, plantedPortfolio, scene.look)]),
    );
    const disagree = found.fields.flatMap(({ line: field, states }) =>
      found.models.flatMap(({ id }, place) => {
        const model = models.get(id);
        const state = states[place];
        if (model === undefined || field.per === 'organisation' || state === 'unknown') return [];
        const words = field.from.map((from) => toldValue(from, field.id, model, { ...scene, telling })?.text ?? '');
        const told = field.fromRule === 'all' ? words.every((word) => word !== '') : words.some((word) => word !== '');
        // Of what is not asked of it there may be an answer all the same.
        const agrees = state === 'notApplicable' || told === (state === 'held');
        return agrees ? [] : [`${id} ${field.id} ${state}: ${words.join('|')}`];
      }),
    );
    expect(disagree).toEqual([]);
  });

  it.each(TEMPLATE_IDS.filter((id) => TEMPLATES[id].text !== null))('%s: each cell stands as its line does', (id) => {
    const template = TEMPLATES[id];
    const edition = editionOn(PACKS, template.text ?? '', day);
    const found = completenessOn(PACKS, template.text ?? '', plantedPortfolio, day);
    if (edition === null || found === null) throw new Error(`no edition of ${template.text}`);
    const sections = fillTemplate(template, [edition], plantedPortfolio, { day, telling });
    const wanted = new Map(
      found.fields.flatMap(({ line, states }) =>
        found.models.map((model, place) => [`${model.id} ${line.id}`, states[place]] as const),
      ),
    );
    const cells = sections.flatMap(({ columns, rows }) =>
      rows.flatMap((row) =>
        row.cells.flatMap((cell, at) => {
          const state = wanted.get(`${row.modelId} ${columns[at]?.lines[0] ?? ''}`);
          return state === undefined ? [] : [{ state, text: cell.told?.text ?? '', own: cell.state }];
        }),
      ),
    );
    if (id !== 'ai_register') expect(cells.length).toBeGreaterThan(0);
    for (const { state, text, own } of cells) {
      if (state === 'held') expect(text).not.toBe('');
      if (state === 'missing' || state === 'later') expect([state, text, own]).toEqual([state, '', state]);
      if (text !== '') expect(own).toBe('held');
    }
  });
});

it('names lines that its text has', () => {
  for (const id of TEMPLATE_IDS) {
    const template = TEMPLATES[id];
    const edition = template.text === null ? null : editionOn(PACKS, template.text, '2026-11-30');
    const known = [...(edition?.pack.fields ?? []), ...(edition?.pack.duties ?? [])].map((line) => line.id);
    const columns = template.sections(edition?.pack ?? null).flatMap((section) => section.columns);
    expect(columns.length).toBeGreaterThan(10);
    expect(columns.flatMap(({ lines }) => lines).filter((line) => !known.includes(line))).toEqual([]);
    expect(new Set(columns.map((column) => column.id)).size).toBe(columns.length);
  }
});
