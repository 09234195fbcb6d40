import { MODEL_FIELDS, type StatedName } from '#domain/models/model-fields';
import { type Cell, NONE } from './columns';
import { type GovernedPart, isCoded, isReal, kindOf } from './governed-part';
import type { HeldModels } from './held-models';

export interface HeldWithPart {
  readonly held: HeldModels;
  readonly part: GovernedPart;
}

/** What a field holds of each slot, as a row of the file has it; of a text 'x' in place of what it says. */
export function cellsOf({ held, part }: HeldWithPart, name: StatedName): (slot: number) => Cell {
  const { coded, whole, real } = held;
  const none = kindOf(name) === 'line' ? '' : name === 'tags' ? '[]' : null;
  const { column } = MODEL_FIELDS[name];
  const texts = part.lines.get(name) ?? (isCoded(column) ? coded[column] : undefined);
  if (texts) return (slot) => texts.get(slot) || none;
  if (isReal(name)) return (slot) => numberOf(real[name][slot]);
  if (name === 'tier') return (slot) => (whole.tier[slot] === NONE ? null : (whole.tier[slot] ?? null));
  if (name === 'name') return () => 'x';
  return (slot) => (part.isAnswered(name, slot) ? 'x' : null);
}

const numberOf = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value;
