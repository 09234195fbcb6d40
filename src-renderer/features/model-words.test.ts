import { describe, expect, it } from 'vitest';
import { IMPORT_FIELDS } from '#contract/imports/import-field';
import { GRID_COLUMNS } from '#contract/models/grid';
import { ModelFields, ModelRow, SORT_FIELDS } from '#contract/models/models';
import { MODEL_EXPORT_COLUMNS } from '#contract/reports/exports';
import { importedField, isImportTarget } from '#domain/models/import-targets';
import { fieldHead, fieldLabel, GRID_NAMES, MODEL_FIELDS, STATED_NAMES } from '#domain/models/model-fields';
import { buildStore } from '../components/table/column-store';
import { toGrid } from '../components/table/testing/sample-grid';
import { fieldOptions, targetSpec } from './imports/inventory/field-specs';
import { BULK_FIELDS } from './models/list/bulk-fields';
import { cellEditor, EDITABLE_COLUMNS } from './models/list/cell-fields';
import { COLUMNS, gridColumns } from './models/list/columns';
import { FACETS, MISSING_LABELS } from './models/list/facets';
import { modelWords } from './models/page/change-words';
import { derivedValues } from './models/page/derived-values';
import { FIELD_GROUPS } from './models/page/field-specs';

/** Every place that says what a field of a model is called says the same word. */
const store = buildStore(toGrid([]));

describe('a field of a model is called the same', () => {
  it('in the grid, its heads and its chooser', () => {
    for (const { id, label } of COLUMNS) expect(label).toBe(fieldLabel(id));
    const heads = gridColumns(
      store,
      COLUMNS.map(({ id }) => id),
      'EUR',
    );
    expect(heads.map(({ id }) => id).sort()).toEqual([...GRID_NAMES].sort());
    for (const head of heads) {
      const field = GRID_NAMES.find((name) => name === head.id) ?? 'name';
      expect([fieldLabel(field), 'short' in MODEL_FIELDS[field] ? MODEL_FIELDS[field].short : '']).toContain(
        head.label,
      );
      expect(head.title).toBe(fieldHead(field, 'EUR'));
    }
  });

  it('in a cell, for many models, and in a filter', () => {
    for (const column of EDITABLE_COLUMNS) {
      expect(cellEditor(column).label).toBe(column === 'reviewDue' ? fieldLabel('nextReview') : fieldLabel(column));
    }
    const labels = new Set(STATED_NAMES.map((name) => fieldLabel(name)));
    const bulk = BULK_FIELDS.filter(({ id }) => id !== 'addTags' && id !== 'removeTags');
    expect(bulk.filter(({ label }) => !labels.has(label))).toEqual([]);
    for (const { key, label } of FACETS) if (key in MODEL_FIELDS) expect(label).toBe(fieldLabel(key));
    for (const [key, label] of Object.entries(MISSING_LABELS)) if (key !== 'owner') expect(label).toBe(fieldLabel(key));
  });

  it('on the page, with the name in its head, and in the history', () => {
    const shown = FIELD_GROUPS.flatMap(({ fields }) => fields);
    expect(['name', ...shown.map(({ name }) => name)].sort()).toEqual([...STATED_NAMES].sort());
    for (const { name, label } of shown) expect(label).toBe(fieldLabel(name));
    const { label } = modelWords({ currency: 'EUR' });
    for (const name of Object.keys(MODEL_FIELDS)) expect(label(name)).toBe(fieldLabel(name));
    const model = { timeInStageDays: null, stageSince: null, releasesLast12Months: 0, reviewDue: null };
    // What is not known has its label all the same.
    const derived = derivedValues(model as Parameters<typeof derivedValues>[0], { date: String, days: String });
    const labels = new Set<string>(Object.values(MODEL_FIELDS).map((field) => field.label));
    expect(derived.filter((value) => !labels.has(value.label))).toEqual([]);
  });

  it('in an import', () => {
    for (const target of IMPORT_FIELDS) {
      const field = importedField(target);
      if (field !== null && !isImportTarget(target)) expect(targetSpec(target).label).toBe(fieldLabel(field));
    }
    const offered = fieldOptions().flatMap(({ items }) => items.map(({ value }) => value));
    expect(offered.sort()).toEqual([...IMPORT_FIELDS].sort());
  });
});

describe('the contract', () => {
  it('has the fields that are described', () => {
    expect(Object.keys(ModelFields.shape)).toEqual([...STATED_NAMES]);
    const precisions = ['stageSincePrecision', 'versionSincePrecision'];
    expect(Object.keys(GRID_COLUMNS).filter((name) => !precisions.includes(name))).toEqual([
      ...GRID_NAMES,
      'references',
    ]);
    const row = new Set(Object.keys(ModelRow.shape));
    expect([...SORT_FIELDS, ...MODEL_EXPORT_COLUMNS].filter((name) => !row.has(name))).toEqual([]);
  });

  it('keeps the names that scripts rely on', () => {
    const names = ['technicalOwner', 'annualValueMinor', 'annualRunCostMinor', 'updateFrequency', 'externalReferences'];
    expect(names.filter((name) => !STATED_NAMES.some((stated) => stated === name))).toEqual([]);
    expect(IMPORT_FIELDS).toEqual(expect.arrayContaining(['annualValue', 'annualRunCost', 'externalId', 'deployedAt']));
  });
});
