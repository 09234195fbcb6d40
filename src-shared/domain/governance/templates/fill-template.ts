import { type Completeness, completenessOf } from '../completeness';
import type { Edition } from '../editions';
import type { GovernedPortfolio } from '../governed';
import type { DutyState, FieldState } from '../line-state';
import { lookAt, ModelOnDay } from '../model-on-day';
import type { DutyLine, FieldLine, PackLine, RulePack } from '../rule-pack';
import { federalCell } from './federal-words';
import type { Template, TemplateColumn, TemplateSection } from './template';
import { type Telling, type TellingScene, type Told, toldValue } from './told-value';

/** How a line stands for one system; `held` and `met` are one thing here. */
export type AskState = 'held' | 'missing' | 'later' | 'unknown' | 'notAsked';

/** A line of a text that asks for a column. */
export interface Ask {
  readonly pack: RulePack;
  readonly line: FieldLine | DutyLine;
  readonly state: AskState;
  /** The day from which the text asks; `null`: no day is set. */
  readonly from: string | null;
}

export interface FilledCell {
  readonly told: Told | null;
  /** Without a value: how the lines that ask stand, the strongest first; `notAsked`: nobody asks for it. */
  readonly state: AskState;
  readonly asks: readonly Ask[];
}

export interface FilledRow {
  readonly modelId: string;
  readonly name: string;
  /** Whether the text applies at all: `unknown` where nobody has said to what its unit belongs. */
  readonly scope: 'yes' | 'unknown' | 'no';
  /** In the order of the columns. */
  readonly cells: readonly FilledCell[];
}

export interface FilledSection extends TemplateSection {
  readonly rows: readonly FilledRow[];
}

const OF_STATE: Readonly<Record<FieldState | DutyState, AskState>> = {
  held: 'held',
  met: 'held',
  missing: 'missing',
  later: 'later',
  due: 'later',
  notApplicable: 'notAsked',
  unknown: 'unknown',
};
const LOUDEST: readonly AskState[] = ['missing', 'unknown', 'later', 'held', 'notAsked'];
export const loudest = (states: readonly AskState[]): AskState =>
  LOUDEST.find((state) => states.includes(state)) ?? 'notAsked';

/** One text and how each model stands before it, by its id. */
interface Read {
  readonly found: Completeness;
  readonly placeOf: ReadonlyMap<string, number>;
}

/**
 * A template filled with some models of a portfolio on a day.
 *
 * @param portfolio its models have their values, not only whether there is one
 * @param editions of the template's own text, or of all texts of the day
 */
export function fillTemplate(
  template: Template,
  editions: readonly Edition[],
  portfolio: GovernedPortfolio,
  { day, telling }: { readonly day: string; readonly telling: Telling },
): readonly FilledSection[] {
  const texts = editions.map(({ pack, state }): Read => {
    const found = completenessOf(pack, state, portfolio, day);
    return { found, placeOf: new Map(found.models.map(({ id }, place) => [id, place])) };
  });
  const own = template.text === null ? null : (texts[0] ?? null);
  const look = lookAt(portfolio, day);
  const models = portfolio.models.map((model) => new ModelOnDay(model, portfolio, look)).filter(({ there }) => there);
  return template.sections(own?.found.pack ?? null).map((section) => ({
    ...section,
    rows: models.flatMap((model) => {
      const scope = own === null ? 'yes' : (own.found.models[own.placeOf.get(model.id) ?? -1]?.scope ?? 'no');
      const cells = section.columns.map((column) =>
        fill(column, model, { template, texts, own, portfolio, look, telling }),
      );
      return isListed(template, scope, cells)
        ? [{ modelId: model.id, name: String(model.model.fields['name'] ?? ''), scope, cells }]
        : [];
    }),
  }));
}

/** A register of ours lists every system; what a text prescribes lists those of which it may ask something. */
const isListed = ({ id }: Template, scope: FilledRow['scope'], cells: readonly FilledCell[]): boolean =>
  id === 'model_card' || id === 'ai_register'
    ? true
    : scope !== 'no' &&
      (id !== 'annex_viii' || cells.some(({ asks }) => asks.some(({ state }) => state !== 'notAsked')));

interface Filling extends Pick<TellingScene, 'portfolio' | 'look' | 'telling'> {
  readonly template: Template;
  readonly texts: readonly Read[];
  readonly own: Read | null;
}

function fill(column: TemplateColumn, model: ModelOnDay, filling: Filling): FilledCell {
  const { template, texts, own, portfolio, look, telling } = filling;
  const asks = own === null ? askedByAny(column, model, texts) : askedByOwn(column, model, own);
  const pack = own?.found.pack ?? NO_PACK;
  const scene: TellingScene = { pack, portfolio, look, telling };
  const told = column.from.map((from) => ({ from, told: toldValue(from, column.lines[0] ?? '', model, scene) }));
  const isWhole = column.fromRule === 'all' ? told.every((one) => one.told !== null) : true;
  const held = told.flatMap((one) => (one.told === null ? [] : [one.told]));
  const form = template.form === 'federal' ? federalCell(column.id, model, scene) : undefined;
  // Of a line that wants all of its places a part is no answer, and is not shown as one.
  const value = held.length === 0 || !isWhole ? null : (form ?? joined(held));
  return { told: value, state: value === null ? loudest(asks.map(({ state }) => state)) : 'held', asks };
}

const joined = (parts: readonly Told[]): Told =>
  parts.length === 1 && parts[0] !== undefined
    ? parts[0]
    : { text: [...new Set(parts.map(({ text }) => text))].join('; ') };

/** A template without a text of its own names no questions of one. */
const NO_PACK = { id: '', questions: [] } as unknown as RulePack; // looked at for questions alone

function askOf(
  { found }: Read,
  line: FieldLine | DutyLine,
  states: readonly (FieldState | DutyState)[],
  askedFrom: (place: number) => string | null,
  place: number,
): Ask {
  const at = line.per === 'organisation' ? 0 : place;
  return { pack: found.pack, line, state: OF_STATE[states[at] ?? 'notApplicable'], from: askedFrom(at) };
}

const linesOf = ({ found }: Read) => [...found.fields, ...found.duties];

/** Lines of the template's own text, also of a system that it does not apply to: then nothing is asked. */
function askedByOwn({ lines }: TemplateColumn, model: ModelOnDay, own: Read): readonly Ask[] {
  const place = own.placeOf.get(model.id) ?? -1;
  return linesOf(own).flatMap(({ line, states, askedFrom }) =>
    lines.includes(line.id) ? [askOf(own, line, states, askedFrom, place)] : [],
  );
}

const placesOfLine = (line: PackLine): readonly string[] => {
  if ('from' in line) return (line as FieldLine).from;
  return (line as DutyLine).evidence.flatMap((rule) =>
    rule.rule === 'evidence_valid' ? [`evidence:${rule.kind}`] : rule.rule === 'field_set' ? [rule.from] : [],
  );
};
const plain = (place: string): string => place.replace(/^new:/, 'field:');

/** Lines of whatever text applies to the model that have one of the column's places. */
function askedByAny({ from }: TemplateColumn, model: ModelOnDay, texts: readonly Read[]): readonly Ask[] {
  return texts.flatMap((text) => {
    const place = text.placeOf.get(model.id);
    if (place === undefined || text.found.models[place]?.scope !== 'yes') return [];
    return linesOf(text).flatMap(({ line, states, askedFrom }) => {
      if (line.per === 'organisation' || !placesOfLine(line).some((one) => from.includes(plain(one)))) return [];
      const ask = askOf(text, line, states, askedFrom, place);
      return ask.state === 'notAsked' ? [] : [ask];
    });
  });
}
