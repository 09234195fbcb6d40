import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useCommand } from '../../../client/use-command';
import { useChannel } from '../../../client/use-query';
import { useCommands } from '../../../commands/registry';
import { PageHeader } from '../../../components/ui/page-header';
import { EmptyState, ErrorState, Loading } from '../../../components/ui/states';
import { CombinationPanel } from './combination-panel';
import { OfferDialog } from './offer-dialog';
import { emptyOffer, formOf, type OfferForm } from './offer-form';
import { OffersTable } from './offers-table';
import { vendorsHeadline, vendorsSubline } from './vendor-words';
import styles from './vendors.module.css';

function NoOffer({ add }: { readonly add: () => void }): ReactNode {
  return (
    <EmptyState
      heading="h2"
      title="Hold the first offer against the six components"
      action={{ label: 'Add an offer', run: add }}
    >
      This page sets offers side by side: how far each covers the feature store, the registry, experiment tracking,
      CI/CD, monitoring and governance, and what shows it. An offer without governance is marked incomplete, whatever
      else it has; a claim that nothing shows is named. Chosen offers are added up, so that you see what a combination
      still leaves to you.
    </EmptyState>
  );
}

/** Vendors' offers held against the six components. */
export function VendorsPage(): ReactNode {
  const { data, error, refetch } = useChannel('vendors.list', {});
  const currency = useChannel('portfolio.info', {}).data?.currency ?? '';
  const remove = useCommand('vendors.remove');
  const [form, setForm] = useState<OfferForm | null>(null);
  // Offers take part in the combination until they are left out: a new one joins by itself.
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const add = (): void => setForm(emptyOffer(currency));
  useCommands([{ id: 'vendors.add', label: 'Add a vendor’s offer', group: 'Edit', run: add }]);

  if (error !== null && data === undefined) return <ErrorState error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading rows={10} label="Reading the offers" />;
  const { offers } = data;
  const toggle = (id: string): void => {
    const next = new Set(leftOut);
    if (!next.delete(id)) next.add(id);
    setLeftOut(next);
  };
  return (
    <>
      <PageHeader
        headline={vendorsHeadline(offers)}
        subline={vendorsSubline(offers)}
        actions={offers.length > 0 && <Button onClick={add}>Add an offer</Button>}
      />
      {offers.length === 0 ? (
        <NoOffer add={add} />
      ) : (
        <div className={styles.page}>
          <OffersTable
            offers={offers}
            leftOut={leftOut}
            onToggle={toggle}
            onEdit={(offer) => setForm(formOf(offer, currency))}
            onRemove={({ id }) => void remove.run({ id })}
          />
          <CombinationPanel offers={offers} chosen={offers.filter(({ id }) => !leftOut.has(id))} />
        </div>
      )}
      {form !== null && <OfferDialog initial={form} offers={offers} onClose={() => setForm(null)} />}
    </>
  );
}
