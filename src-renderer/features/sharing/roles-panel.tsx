import type { ReactNode } from 'react';
import { Panel } from '../../components/ui/panel';
import { ROLE_LABELS } from '../../lib/share-words';

const MAY = [
  ['Read, report', true, true, true, true],
  ['Edit, import', false, true, true, true],
  ['Approve', false, false, true, true],
  ['Approve own', false, false, false, false],
  ['Members', false, false, false, true],
] as const;

/** What each role may; it is the database that decides it. */
export function RolesPanel(): ReactNode {
  return (
    <Panel title="What a role may" hint="Decided in the database, not in this window">
      <table className="mf-table mf-roles">
        <thead>
          <tr>
            <td />
            {Object.values(ROLE_LABELS).map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {MAY.map(([what, ...may]) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              {may.map((yes, at) => (
                <td key={Object.keys(ROLE_LABELS)[at]}>
                  {yes ? <strong className="mf-yes">yes</strong> : <span className="mf-muted">–</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
