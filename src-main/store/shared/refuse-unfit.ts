import { PRODUCTION_STAGES } from '#domain/vocabulary';
import { connectionOf } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import type { JournalRow } from '../journal/tables';
import { keptStatement } from '../open/kept-statement';
import { EMPTY_COLUMNS, type FactChange } from '../tables';
import { cellsOf } from './later';

/** An entry says something that no program writes; whoever replays it names its signer. */
export class NoProgramsEntry extends TypeError {
  override readonly name = 'TypeError';
}

const NONE: ReadonlySet<string> = new Set();

/**
 * What a server that was not updated lets through and every copy would be harmed by: SQLite takes a column under any spelling, and an
 * image that is not as JSON is written comes back otherwise from where it is kept.
 */
export class Images {
  private readonly columns = new Map<string, ReadonlySet<string>>();

  constructor(private readonly read: ReadHandle) {}

  /** @throws NoProgramsEntry */
  check({ entity, entity_id, before, after }: FactChange): void {
    for (const image of [before, after]) {
      if (image === null) continue;
      const cells: unknown = JSON.parse(image);
      if (cells === null || typeof cells !== 'object' || JSON.stringify(cells) !== image)
        throw new NoProgramsEntry('an image of a row is not as JSON is written');
      const known = Object.hasOwn(EMPTY_COLUMNS, entity) ? this.columnsOf(entity) : NONE;
      for (const [column, value] of Object.entries(cells))
        if (!known.has(column) || (column === 'id' && value !== entity_id))
          throw new NoProgramsEntry(`“${column}” is not what a row of ${entity} has`);
    }
  }

  private columnsOf(entity: string): ReadonlySet<string> {
    const known = this.columns.get(entity);
    if (known) return known;
    const names = keptStatement<[string], { name: string }>(
      connectionOf(this.read).sqlite,
      'SELECT name FROM pragma_table_info(?)',
    ).all(entity);
    const columns = new Set(names.map(({ name }) => name));
    this.columns.set(entity, columns);
    return columns;
  }
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

/** @throws NoProgramsEntry for an entry whose time does not exist */
export function checkTime({ at }: JournalRow): void {
  const made = INSTANT.test(at) ? new Date(at) : new Date(Number.NaN);
  if (Number.isNaN(made.getTime()) || made.toISOString().slice(0, 19) !== at.slice(0, 19))
    throw new NoProgramsEntry('an entry has a time that does not exist');
}

const IN_PRODUCTION = PRODUCTION_STAGES.map((stage) => `'${stage}'`).join(', ');
const PLACED = ['to_stage', 'ord', 'model_id'];

/** The models of which an entry says where they are, or moves what that follows from. */
export class Stages {
  private readonly models = new Set<string>();

  constructor(
    private readonly read: ReadHandle,
    private readonly entry: JournalRow,
  ) {}

  note({ entity, entity_id, model_id, before, after }: FactChange): void {
    if (entity === 'models') {
      if (after !== null && (before === null || Object.hasOwn(cellsOf(after), 'stage'))) this.models.add(entity_id);
      return;
    }
    if (entity !== 'moves') return;
    const images = [cellsOf(before), cellsOf(after)];
    const isPlaced =
      before === null || after === null || images.some((cells) => PLACED.some((one) => Object.hasOwn(cells, one)));
    if (!isPlaced) return;
    for (const id of [model_id, ...images.map((cells) => cells.model_id)])
      if (typeof id === 'string') this.models.add(id);
  }

  /**
   * An undo of what others had moved on from may have left a stage that is not that of the last move, in programs of before; but none
   * that is in production, or out of it, where the moves are not.
   *
   * @throws NoProgramsEntry where a model is said to be in a stage that its last move does not lead to
   */
  check(): void {
    const found = keptStatement<[string], { stage: string; last: string; crosses: 0 | 1 }>(
      connectionOf(this.read).sqlite,
      `SELECT stage, last, (stage IN (${IN_PRODUCTION})) <> (last IN (${IN_PRODUCTION})) AS crosses FROM (
         SELECT m.stage, coalesce((SELECT to_stage FROM moves WHERE model_id = m.id ORDER BY ord DESC LIMIT 1), 'proposed') AS last
         FROM models m WHERE m.id = ?)`,
    );
    for (const id of this.models) {
      const [model] = found.all(id);
      if (!model || model.stage === model.last) continue;
      if (this.entry.kind === 'do' || model.crosses === 1)
        throw new NoProgramsEntry(`a model is said to be in ${model.stage}, and its last move leads to ${model.last}`);
    }
  }
}
