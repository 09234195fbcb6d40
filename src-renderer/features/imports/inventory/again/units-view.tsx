import type { ReactNode } from 'react';
import type { InventoryPreview } from '#contract/imports/imports';
import { formatNumber } from '../../../../lib/format';
import css from './again.module.css';
import { UNIT_GROUPS, unitGroups } from './unit-groups';

type Unit = InventoryPreview['units'][number];

/** Met, ours alone and the file's alone, on one scale for all units. */
function UnitBar({ unit, most }: { readonly unit: Unit; readonly most: number }): ReactNode {
  const width = (count: number): string => `${(Math.max(0, count) / most) * 100}%`;
  return (
    <div className={css.unitBar} aria-hidden="true">
      <span data-part="met" style={{ width: width(unit.met) }} />
      <span data-part="ours" style={{ width: width(unit.models - unit.met) }} />
      <span data-part="file" style={{ width: width(unit.rows - unit.met) }} />
    </div>
  );
}

/** Units before models: of which the file speaks, and how much of them it met. */
export function UnitsView({ units }: Pick<InventoryPreview, 'units'>): ReactNode {
  const groups = unitGroups(units);
  const most = Math.max(1, ...units.map(({ models, rows, met }) => models + rows - met));
  return (
    <section className={`mf-panel ${css.unitsPanel}`} aria-label="Units">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard */}
      <section className={css.scroll} tabIndex={0} aria-label="Units and how much of them was met">
        <table className={`mf-table ${css.unitsTable}`}>
          <thead>
            <tr>
              <th scope="col">Unit</th>
              <th scope="col" className="mf-number">
                Yours
              </th>
              <th scope="col" className="mf-number">
                In the file
              </th>
              <th scope="col" className="mf-number">
                Met
              </th>
              <th scope="col">met, yours alone, the file’s alone</th>
            </tr>
          </thead>
          {groups.map(({ state, of }) => (
            <tbody key={state}>
              <tr>
                <th scope="rowgroup" colSpan={5} className={css.unitsHead}>
                  <b>
                    {UNIT_GROUPS[state].title}: {formatNumber(of.length)}
                  </b>{' '}
                  <span className="mf-muted">{UNIT_GROUPS[state].hint}</span>
                </th>
              </tr>
              {of.map((unit) => (
                <tr key={unit.unit}>
                  <td>{unit.unit === '' ? 'No unit' : unit.unit}</td>
                  <td className="mf-number">{formatNumber(unit.models)}</td>
                  <td className="mf-number">{unit.rows === 0 ? '–' : formatNumber(unit.rows)}</td>
                  <td className="mf-number" data-hardly={state === 'hardly'}>
                    {state === 'hardly' || state === 'recognised'
                      ? `${formatNumber(unit.met)} of ${formatNumber(unit.models)}`
                      : '–'}
                  </td>
                  <td>
                    <UnitBar unit={unit} most={most} />
                  </td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </section>
    </section>
  );
}
