import { type Expression, type SqlBool, sql } from 'kysely';
import { startBelow } from '#domain/base/unit-path';

/** `isWithinUnit` of the rules, for the database: the models of a unit and of those below it. */
export function withinUnit(unit: string): Expression<SqlBool> {
  const start = startBelow(unit);
  return unit === ''
    ? sql<SqlBool>`models.unit = ''`
    : sql<SqlBool>`(models.unit = ${unit} or substr(models.unit, 1, length(${start})) = ${start})`;
}

/** The models that an assessment of a unit is about; '' = of the whole portfolio. */
export const ofUnit = (unit: string): Expression<SqlBool> => (unit === '' ? sql<SqlBool>`1 = 1` : withinUnit(unit));
