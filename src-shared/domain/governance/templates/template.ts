import type { TemplateId } from '../vocabulary';
import type { PackLine, RulePack } from '../rule-pack';

/** A column of a sheet: a head in our own words, where its value stands, and which lines of texts ask for it. */
export interface TemplateColumn {
  readonly id: string;
  readonly head: string;
  /** As lines of packs name places: `field:purpose`, `evidence:dpia`. */
  readonly from: readonly string[];
  readonly fromRule?: 'any' | 'all' | undefined;
  /** Of the template's own text, the lines that ask for it. */
  readonly lines: readonly string[];
}

/** Systems stand in the first section that asks anything of them; a template without parts has one. */
export interface TemplateSection {
  readonly title: string;
  readonly columns: readonly TemplateColumn[];
}

export interface Template {
  readonly id: TemplateId;
  readonly title: string;
  /** What one row is. */
  readonly noun: readonly [one: string, many: string];
  /** The line of packs that it serves; `null`: whatever texts apply to a model. */
  readonly text: string | null;
  /** Heads as a form's file has them, and its words in the cells, so that it can be read back. */
  readonly form: 'federal' | null;
  /** What it is and what it is not. */
  readonly about: string;
  readonly sections: (pack: RulePack | null) => readonly TemplateSection[];
}

/** Every field of a text as a column, part by part as the text groups them. */
export function sectionsOfPack(pack: RulePack | null, headOf: (line: PackLine) => string): readonly TemplateSection[] {
  const sections = new Map<string, TemplateColumn[]>();
  for (const line of pack?.fields ?? []) {
    const title = line.group ?? '';
    const column = { id: line.id, head: headOf(line), from: line.from, fromRule: line.fromRule, lines: [line.id] };
    sections.set(title, [...(sections.get(title) ?? []), column]);
  }
  return [...sections].map(([title, columns]) => ({ title, columns }));
}
