import type { ReactNode } from 'react';
import type { VendorOffer } from '#contract/assessments';
import { COMPONENT_LABELS, COMPONENTS } from '#domain/assessments/components';
import { combineOffers } from '#domain/assessments/vendor';
import { oneOf } from '#domain/base/wording';
import { Panel } from '../../../components/ui/panel';
import { CoverageMark } from './coverage-mark';
import { giversOf } from './vendor-words';
import styles from './vendors.module.css';

interface CombinationPanelProps {
  readonly offers: readonly VendorOffer[];
  readonly chosen: readonly VendorOffer[];
}

function Combination({ offers, chosen }: CombinationPanelProps): ReactNode {
  const combined = combineOffers(chosen);
  return (
    <>
      <p className={styles.verdict} data-incomplete={combined.rating.incomplete}>
        <span aria-hidden="true">{combined.rating.incomplete ? '◆' : '●'}</span>{' '}
        {combined.rating.incomplete ? 'Incomplete' : 'Has governance'}
      </p>
      <p className={styles.words}>{combined.rating.words}</p>
      <table className={`mf-table ${styles.combination}`}>
        <thead>
          <tr>
            <th scope="col">Component</th>
            <th scope="col">Together</th>
            <th scope="col">Given by</th>
          </tr>
        </thead>
        <tbody>
          {COMPONENTS.map((component) => (
            <tr key={component}>
              <th scope="row" className={styles.component}>
                {COMPONENT_LABELS[component]}
              </th>
              <td>
                <CoverageMark coverage={combined.components[component].coverage} />
              </td>
              <td>{giversOf(combined, component, offers)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** What the chosen offers give together; computed as they are chosen. */
export function CombinationPanel({ offers, chosen }: CombinationPanelProps): ReactNode {
  const names = chosen.map(({ name }) => name);
  return (
    <Panel
      title={chosen.length === 0 ? 'Together' : `Together: ${oneOf(names, 'and')}`}
      hint="The best of each component. Two partial offers are not taken for a full one: they may cover the same part."
    >
      {chosen.length === 0 ? (
        <p className="mf-muted">No offer is chosen. Tick “Combine” at the offers that are to be taken together.</p>
      ) : (
        <Combination offers={offers} chosen={chosen} />
      )}
    </Panel>
  );
}
