import { Button, Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import type { VendorOffer } from '#contract/assessments';
import { COMPONENT_LABELS, COMPONENT_PURPOSES, COMPONENTS, type Component } from '#domain/assessments/components';
import { Panel } from '../../../components/ui/panel';
import { CoverageMark } from './coverage-mark';
import { isUnproven, priceWords } from './vendor-words';
import styles from './vendors.module.css';

interface OffersTableProps {
  readonly offers: readonly VendorOffer[];
  /** Ids of the offers that the combination does without. */
  readonly leftOut: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
  readonly onEdit: (offer: VendorOffer) => void;
  readonly onRemove: (offer: VendorOffer) => void;
}

function OfferHead({
  offer,
  leftOut,
  onToggle,
  onEdit,
  onRemove,
}: { readonly offer: VendorOffer } & Omit<OffersTableProps, 'offers'>): ReactNode {
  const { id, name } = offer;
  return (
    <th scope="col" className={styles.offer}>
      <span className={styles.offerName}>{name}</span>
      <span className={styles.completeness} data-incomplete={offer.incomplete}>
        <span aria-hidden="true">{offer.incomplete ? '◆' : '●'}</span>{' '}
        {offer.incomplete ? 'Incomplete: no governance' : 'Has governance'}
      </span>
      <span className={styles.offerActions}>
        <Checkbox
          size="xs"
          label="Combine"
          aria-label={`Combine ${name}`}
          checked={!leftOut.has(id)}
          onChange={() => onToggle(id)}
        />
        <Button size="compact-xs" variant="default" aria-label={`Edit ${name}`} onClick={() => onEdit(offer)}>
          Edit
        </Button>
        <Button size="compact-xs" variant="default" aria-label={`Delete ${name}`} onClick={() => onRemove(offer)}>
          Delete
        </Button>
      </span>
    </th>
  );
}

function OfferCell({ offer, component }: { readonly offer: VendorOffer; readonly component: Component }): ReactNode {
  const offered = offer.components[component];
  return (
    <td className={styles.cell}>
      <CoverageMark coverage={offered.coverage} />
      {offered.evidence !== '' && <span className={styles.evidence}>{offered.evidence}</span>}
      {isUnproven(offered) && (
        <span className={styles.unproven}>
          <span aria-hidden="true">▲ </span>said, not shown
        </span>
      )}
    </td>
  );
}

/** The offers side by side, component by component. */
export function OffersTable(props: OffersTableProps): ReactNode {
  const { offers, ...heads } = props;
  return (
    <Panel
      title="Offers side by side"
      hint="How far each offer covers a component, and what shows it. Without governance an offer is incomplete, whatever else it has."
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled can be reached by keyboard */}
      <section className={styles.scroll} aria-label="Offers by component" tabIndex={0}>
        <table className={`mf-table ${styles.offers}`}>
          <thead>
            <tr>
              <th scope="col">Component, and what it is for</th>
              {offers.map((offer) => (
                <OfferHead key={offer.id} offer={offer} {...heads} />
              ))}
            </tr>
          </thead>
          <tbody>
            {COMPONENTS.map((component) => (
              <tr key={component}>
                <th scope="row" className={styles.component}>
                  <span className={styles.componentName}>{COMPONENT_LABELS[component]}</span>
                  <span className={styles.purpose}>{COMPONENT_PURPOSES[component]}</span>
                </th>
                {offers.map((offer) => (
                  <OfferCell key={offer.id} offer={offer} component={component} />
                ))}
              </tr>
            ))}
            {offers.some(({ price }) => price !== null) && (
              <tr>
                <th scope="row" className={styles.component}>
                  <span className={styles.componentName}>Price</span>
                  <span className={styles.purpose}>Held against building it on the page of a plan’s options</span>
                </th>
                {offers.map(({ id, price }) => (
                  <td key={id} className={styles.cell}>
                    {priceWords(price).map((line) => (
                      <span key={line} className={styles.evidence}>
                        {line}
                      </span>
                    ))}
                  </td>
                ))}
              </tr>
            )}
            {offers.some(({ notes }) => notes !== '') && (
              <tr>
                <th scope="row" className={styles.component}>
                  <span className={styles.componentName}>Notes</span>
                </th>
                {offers.map(({ id, notes }) => (
                  <td key={id} className={styles.cell}>
                    {notes}
                  </td>
                ))}
              </tr>
            )}
          </tbody>
        </table>
      </section>
    </Panel>
  );
}
