import { counted, oneOf, shortText, verb } from '../base/wording';
import type { Evidence } from './evidence';
import { foldName } from './fold-name';
import type { InventoryRow, PortfolioModel, RowOffer } from './identity-types';
import { countsDiffer, exchangePenalty, NO_NAME, OTHER_TEXT, UNIT_WORTH } from './likeness';
import type { UnitStanding } from './unit-standing';

/** What a card of two names speaks about. */
export interface Compared {
  readonly row: InventoryRow;
  readonly model: PortfolioModel;
  readonly evidence: Evidence;
  readonly unit: UnitStanding;
  readonly because: RowOffer['because'];
  /** The model's id of the file's system where it is not the row's; `null` where nothing contradicts. */
  readonly otherId: string | null;
  /** Names of models that fit the row, and numbers of rows that fit the model, nearly as well. */
  readonly rivals: readonly string[];
  readonly rivalRows: readonly number[];
}

interface Reason {
  readonly weight: number;
  readonly text: string;
}

/** More reasons for it than this are not read. */
const MOST_FOR = 3;

/** Why a row may be a model, in sentences, the weightiest first: at most three for it, all that speak against it. */
export function reasonsOf(compared: Compared): {
  readonly for: readonly string[];
  readonly against: readonly string[];
} {
  const texts = (reasons: readonly (Reason | null)[]): readonly string[] =>
    reasons
      .filter((reason) => reason !== null)
      .sort((a, b) => b.weight - a.weight)
      .map(({ text }) => text);
  return {
    for: texts([said(compared), nameFor(compared), textFor(compared.evidence), unitFor(compared)]).slice(0, MOST_FOR),
    against: texts([
      numbersAgainst(compared),
      unitAgainst(compared),
      exchanged(compared),
      bracketsAgainst(compared.evidence),
      namesAgainst(compared.evidence),
      textAgainst(compared.evidence),
      idAgainst(compared),
      ...rivalsAgainst(compared),
    ]),
  };
}

function said({ because, model }: Compared): Reason | null {
  switch (because) {
    case 'says_former_name':
      return { weight: 2, text: `The file says that it was called “${shortText(model.name)}” before.` };
    case 'cites_reference':
      return { weight: 2, text: 'The name in the file cites the number of yours.' };
    case 'number_changed':
      return { weight: 2, text: 'Name and unit are the same; only the number is another one.' };
    case 'likeness':
      return null;
  }
}

function nameFor({ evidence, row, model, because }: Compared): Reason | null {
  if (because === 'number_changed' || because === 'says_former_name') return null;
  const { name: weight, onlyRow, onlyModel } = evidence;
  if (evidence.rowName === evidence.modelName) {
    const whole = foldName(row.name) === foldName(model.name);
    return { weight, text: whole ? 'The name is the same.' : 'The name is the same but for what stands beside it.' };
  }
  if (weight < 0.3) return null;
  if (onlyRow.length + onlyModel.length === 0 && countsDiffer(evidence)) {
    return { weight, text: 'The names are the same but for a number.' };
  }
  if (onlyRow.length === 0 && onlyModel.length === 0) return { weight, text: 'The names differ in spelling only.' };
  if (onlyModel.length === 0) return { weight, text: `The file’s name has ${more(row.name, onlyRow)}.` };
  if (onlyRow.length === 0) return { weight, text: `Yours has ${more(model.name, onlyModel)}.` };
  return { weight, text: weight >= 0.6 ? 'The names are nearly the same.' : 'The names share some of their words.' };
}

/** `one word more: AI-assisted`; many words are counted only. */
function more(name: string, words: readonly string[]): string {
  const many = words.length === 1 ? 'one word more' : `${counted(words.length, 'word')} more`;
  return words.length > 4 ? many : `${many}: ${asWritten(name, words).join(', ')}`;
}

function textFor({ text }: Evidence): Reason | null {
  if (text === null || text < 0.25) return null;
  const said =
    text >= 0.97
      ? 'is word for word the same'
      : text >= 0.7
        ? 'is nearly word for word the same'
        : text >= 0.45
          ? 'is half the same'
          : 'shares words that few others have';
  return { weight: 0.9 * text, text: `The purpose ${said}.` };
}

function unitFor({ unit, row, model }: Compared): Reason | null {
  if (unit !== 'same') return null;
  const [theirs, ours] = unitsShort(row, model);
  const written = foldName(theirs) === foldName(ours) ? '' : ` (${ours}, here ${theirs})`;
  return { weight: UNIT_WORTH.same, text: `The unit is the same${written}.` };
}

function unitAgainst({ unit, row, model }: Compared): Reason | null {
  const [theirs, ours] = unitsShort(row, model);
  const weight = -UNIT_WORTH[unit];
  switch (unit) {
    case 'both_live':
      return { weight, text: `Both ${ours} and ${theirs} go on, so the unit speaks against it.` };
    case 'one_lives':
      return { weight, text: `The unit is another one: ${theirs}, yours is ${ours}.` };
    case 'gone':
      return { weight, text: `The unit is another one now: ${theirs}; yours, ${ours}, is in no row any more.` };
    case 'same':
    case 'silent':
    case 'elsewhere':
      return null;
  }
}

/** What lies below the top unit, where both say something there: the rest is long, and the same. */
function unitsShort(row: InventoryRow, model: PortfolioModel): readonly [string, string] {
  const below = (unit: string): string => unit.slice(unit.indexOf(' / ') + 3).trim();
  const deep = row.unit.includes(' / ') && model.unit.includes(' / ');
  return deep ? [below(row.unit), below(model.unit)] : [row.unit.trim(), model.unit.trim()];
}

function numbersAgainst({ evidence, rivals }: Compared): Reason | null {
  if (countsDiffer(evidence)) {
    return { weight: 0.25, text: `Another number: ${evidence.rowNumbers}, yours has ${evidence.modelNumbers}.` };
  }
  if (rivals.length === 0 || evidence.modelNumbers === '' || evidence.rowNumbers !== '') return null;
  return { weight: 0.1, text: 'Yours carry numbers, the file says none: which one goes on is not said.' };
}

function exchanged({ evidence, row, model, because }: Compared): Reason | null {
  const { onlyRow, onlyModel } = evidence;
  if (onlyRow.length === 0 || onlyModel.length === 0 || because === 'says_former_name') return null;
  const [theirs, ours] = [asWritten(row.name, onlyRow), asWritten(model.name, onlyModel)];
  const text =
    theirs.length === 1 && ours.length === 1
      ? `One word of the name was exchanged: ${ours[0]} for ${theirs[0]}.`
      : `Words of the name were exchanged: ${some(ours)} for ${some(theirs)}.`;
  return { weight: exchangePenalty(evidence), text };
}

const some = (words: readonly string[]): string =>
  words.length > 4 ? `${words.slice(0, 3).join(', ')} and ${words.length - 3} more` : words.join(', ');

const bracketsAgainst = ({ bracketsDiffer, rowName, modelName }: Evidence): Reason | null =>
  bracketsDiffer && rowName !== modelName ? { weight: 0.12, text: 'What stands in brackets is something else.' } : null;

const namesAgainst = ({ name }: Evidence): Reason | null =>
  name < NO_NAME ? { weight: 0.3, text: 'The names have nothing in common.' } : null;

const textAgainst = ({ text }: Evidence): Reason | null =>
  text !== null && text < OTHER_TEXT ? { weight: 0.1, text: 'The purposes speak of different things.' } : null;

const idAgainst = ({ otherId, row }: Compared): Reason | null =>
  otherId === null
    ? null
    : { weight: 0.3, text: `The number is another one: ${row.externalId.trim()}, yours has ${otherId}.` };

function rivalsAgainst({ rivals, rivalRows, model }: Compared): readonly Reason[] {
  const others = rivals.filter((name) => foldName(name) !== foldName(model.name));
  const namesakes = rivals.length - others.length;
  const names = others.slice(0, 4).map((name) => `“${shortText(name)}”`);
  const rows = rivalRows.slice(0, 4).map(String);
  const texts = [
    namesakes > 0
      ? `${namesakes === 1 ? 'Another one' : counted(namesakes, 'other')} of yours ${verb(namesakes, 'has', 'have')} the same name.`
      : '',
    names.length > 0 ? `Of yours ${oneOf(names, 'and')} ${verb(names.length, 'fits', 'fit')} nearly as well.` : '',
    rows.length > 0
      ? `${rows.length === 1 ? 'Row' : 'Rows'} ${oneOf(rows, 'and')} of the file ${verb(rows.length, 'fits', 'fit')} yours nearly as well.`
      : '',
  ];
  return texts.filter((text) => text !== '').map((text) => ({ weight: 0.2, text }));
}

/** Folded words of a name as the name writes them. */
function asWritten(name: string, words: readonly string[]): readonly string[] {
  const written = new Map(name.split(/[^\p{L}\p{N}\p{M}]+/u).map((word) => [foldName(word), word]));
  const lower = name.toLowerCase();
  return words.map((word) => {
    // Where no blanks are written a word stands inside of what was split off.
    const at = lower.length === name.length ? lower.indexOf(word) : -1;
    return written.get(word) ?? (at < 0 ? word : name.slice(at, at + word.length));
  });
}
