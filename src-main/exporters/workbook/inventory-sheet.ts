import type { Model, ModelRow } from '#contract/models/models';
import type { ModelExportColumn } from '#contract/reports/exports';
import type { DatePrecision } from '#domain/base/period';
import { fieldHead, MODEL_FIELDS, type ModelFieldName } from '#domain/models/model-fields';
import type { Cell, Link, Sheet } from '../xlsx/cells';
import type { CellWriter } from './cell-writer';
import { modelColumns } from './list-columns';
import { type Listed, type TableSheetColumn, tableColumn, tableSheet } from './table-sheet';

/** All that is kept of a model: what lists show and what its page adds. */
export interface InventoryLine
  extends ModelRow,
    Pick<
      Model,
      'purpose' | 'notes' | 'externalReferences' | 'createdAt' | 'timeInStageDays' | 'versionAgeDays' | 'replacedBy'
    > {
  readonly lastApproval: { readonly by: string; readonly at: string } | null;
}

const INVENTORY = 'Inventory';

/** In which row of the inventory a model stands; other sheets, which are written after it, lead there. */
export class InventoryPlaces {
  private readonly rows = new Map<string, number>();

  note(modelId: string, row: number): void {
    this.rows.set(modelId, row);
  }

  linkTo(modelId: string): Link | null {
    const row = this.rows.get(modelId);
    return row === undefined ? null : { sheet: INVENTORY, cell: `A${row}` };
  }
}

const sayReferences = (references: Model['externalReferences']): string =>
  references.map(({ system, id, url }) => [system, id, url].filter((part) => part !== '').join(' ')).join('; ');

type OnlyHere = Exclude<ModelFieldName, ModelExportColumn>;

/** What no list of models shows, in the words of the fields. */
function ownColumns(write: CellWriter, currency: string): Readonly<Record<OnlyHere, TableSheetColumn<InventoryLine>>> {
  const of = (name: OnlyHere, width: number, cell: TableSheetColumn<InventoryLine>['cell']) =>
    tableColumn(fieldHead(name, currency), width, cell);
  // Whole days, as the model's page has them; counted from the middle of a span they are no number to reckon with.
  const days = (value: number | null, precision: DatePrecision): Cell | null => {
    const whole = value === null ? null : Math.round(value);
    return whole === null || precision === 'day' ? write.count(whole) : { value: `about ${whole}` };
  };
  return {
    purpose: of('purpose', 50, (row) => write.long(row.purpose)),
    nextReview: of('nextReview', 13, (row) => write.date(row.nextReview)),
    timeInStageDays: of('timeInStageDays', 12, (row) => days(row.timeInStageDays, row.stageSincePrecision)),
    versionAgeDays: of('versionAgeDays', 12, (row) => days(row.versionAgeDays, row.versionSincePrecision)),
    externalReferences: of('externalReferences', 40, ({ externalReferences: references }) => {
      const cell = write.long(sayReferences(references));
      const url = references.find((one) => one.url !== '')?.url;
      return cell && url !== undefined ? { ...cell, link: { url } } : cell;
    }),
    notes: of('notes', 50, (row) => write.long(row.notes)),
  };
}

/** Every model with every field, in the order of the descriptions, and then what its moves and approvals say. */
export function inventorySheet(
  write: CellWriter,
  currency: string,
  places: InventoryPlaces,
  models: Listed<InventoryLine>,
): Sheet {
  const of = tableColumn<InventoryLine>;
  const fields = { ...modelColumns(write, currency), ...ownColumns(write, currency) };
  const names = Object.keys(MODEL_FIELDS) as ModelFieldName[]; // the keys of the record, which both parts cover
  const columns = [
    ...names.map((name): TableSheetColumn<InventoryLine> => fields[name]),
    of(
      'Replaced by',
      34,
      ({ replacedBy }) => replacedBy && write.text(write.redact.model(replacedBy.id, replacedBy.name)),
    ),
    of('Last approved by', 22, ({ lastApproval }) => lastApproval && write.person(lastApproval.by)),
    of('Last approved', 13, ({ lastApproval }) => lastApproval && write.date(lastApproval.at)),
    of('Registered', 16, (row) => write.instant(row.createdAt)),
  ];
  async function* noted(): AsyncGenerator<InventoryLine> {
    let row = 1;
    for await (const model of models) {
      row += 1;
      places.note(model.id, row);
      yield model;
    }
  }
  return tableSheet(INVENTORY, columns, noted());
}
