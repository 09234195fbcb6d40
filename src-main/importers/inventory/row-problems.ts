import type { Problem } from '#contract/imports/parts';
import { words } from '#domain/base/fold';
import { quote } from '#domain/base/parsed';
import { sayDated } from '#domain/base/period';
import type { ContradictedMove, KnownMove, ToldMove } from '#domain/models/history/told';
import { STAGE_LABELS, type Stage } from '#domain/vocabulary';

type Effect = Problem['effect'];

const problem = (
  row: number,
  code: string,
  column: string,
  message: string,
  value: string,
  effect: Effect,
): Problem => ({
  row,
  column,
  code,
  message,
  value: value.slice(0, 300),
  effect,
});

export const noName = (row: number, column: string): Problem =>
  problem(
    row,
    'no_name',
    column,
    `Row ${row} has no name, so it is not imported. Give it one in the file.`,
    '',
    'row_refused',
  );

export function noKey(row: number, fields: readonly string[]): Problem {
  const message = `Row ${row} has no ${fields.map(words).join(', ')}, by which models are told apart, so it is not imported. Fill it in or choose another key.`;
  return problem(row, 'no_key', '', message, '', 'row_refused');
}

/** On the first of the rows that share a key. */
export function sharedKey(row: number, other: number, key: string): Problem {
  const message = `Row ${row} and row ${other} are named alike: ${quote(key)}. Check whether they are one model.`;
  return problem(row, 'duplicate_key', '', message, key, 'note');
}

/** On each row after the first. */
export function duplicateKey(row: number, first: number, key: string, kept: boolean): Problem {
  const what = kept
    ? 'It becomes a model of its own; add a field to the key if that is not meant.'
    : 'It is not imported; make the key unique or keep duplicates.';
  const message = `Row ${row} has the key of row ${first}: ${quote(key)}. ${what}`;
  return problem(row, 'duplicate_key', '', message, key, kept ? 'note' : 'row_refused');
}

export function stageMissing(row: number, column: string, text: string): Problem {
  const where = row === 0 ? 'No column says the stage, so every new model' : `Row ${row} says no stage, so the model`;
  return problem(row, 'stage_missing', column, `${where} starts as proposed. Move it where it belongs.`, text, 'note');
}

export function stageFromDates(row: number, column: string, stage: Stage, text: string): Problem {
  const message = `Row ${row} says no stage; its last date makes it ${STAGE_LABELS[stage].toLowerCase()}. Check that it is.`;
  return problem(row, 'stage_from_dates', column, message, text, 'note');
}

export function editedHere(row: number, column: string, field: string, text: string): Problem {
  const noun = words(field.replace(/Minor$/, ''));
  const message = `The ${noun} was changed here since the last import and stays as it is; the file says ${quote(text)}. Change it here if the file is right.`;
  return problem(row, 'edited_here', column, message, text, 'note');
}

/** A row of which somebody has to say whose it is. */
export const waits = (row: number, why: string): Problem =>
  problem(row, 'waits', '', `Row ${row} waits: ${why}`, '', 'note');

/** How a row disagrees with the history of its model, in words. */
export function contradicts(row: number, column: string, name: string, one: ContradictedMove): Problem {
  const message = `${quote(name)}: ${sayContradiction(one)} Ours stays; choose the file if it is right.`;
  return problem(row, 'contradicts', column, message, sayMove(one.told), 'note');
}

export function sayContradiction({ kind, told, known }: ContradictedMove): string {
  switch (kind) {
    case 'stage':
      return `the file has it ${inStage(told)}, here it is ${inStage(known)}, which no usual step leads back from.`;
    case 'date':
      return `${STAGE_LABELS[known.to]} is ${sayWhen(known)} here and ${sayWhen(told)} in the file.`;
    case 'version':
      return `on ${sayWhen(told)} version ${known.version} went live here, version ${told.version} in the file.`;
    case 'order':
      return `${inStage(told)} on ${sayWhen(told)} does not fit to ${inStage(known)} on ${sayWhen(known)}.`;
    case 'older_release':
      return `the file calls version ${told.version} live, which came before ${known.version || 'the one'} that is live here.`;
  }
}

const inStage = ({ to }: ToldMove | KnownMove): string => STAGE_LABELS[to].toLowerCase();
const sayWhen = ({ when }: ToldMove | KnownMove): string => (when ? sayDated(when) : 'an unknown day');
const sayMove = (move: ToldMove): string =>
  [STAGE_LABELS[move.to], move.version, move.when && sayDated(move.when)].filter(Boolean).join(', ');
