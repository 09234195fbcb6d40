import { Button, Modal, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { VendorOffer } from '#contract/assessments';
import { COMPONENT_LABELS, COMPONENT_PURPOSES, COMPONENTS, type Component } from '#domain/assessments/components';
import { COVERAGE_LABELS, COVERAGES, type OfferedComponent, rateOffer } from '#domain/assessments/vendor';
import { perform } from '../../../client/perform';
import { useDialogSubmit } from '../../../components/ui/use-dialog-submit';
import { checkOffer, type OfferForm, withComponent } from './offer-form';
import { PriceFields } from './price-fields';
import styles from './vendors.module.css';

interface ComponentFieldsProps {
  readonly component: Component;
  readonly offered: OfferedComponent;
  readonly onChange: (part: Partial<OfferedComponent>) => void;
}

function ComponentFields({ component, offered, onChange }: ComponentFieldsProps): ReactNode {
  const label = COMPONENT_LABELS[component];
  return (
    <fieldset className={styles.fields}>
      <legend className={styles.legend}>
        {label} <span className={styles.purpose}>{COMPONENT_PURPOSES[component]}</span>
      </legend>
      <SegmentedControl
        size="xs"
        aria-label={`Coverage of ${label}`}
        value={offered.coverage}
        onChange={(value) => onChange({ coverage: COVERAGES.find((coverage) => coverage === value) ?? 'none' })}
        data={COVERAGES.map((coverage) => ({ value: coverage, label: COVERAGE_LABELS[coverage] }))}
      />
      <TextInput
        size="xs"
        className={styles.evidenceField ?? ''}
        aria-label={`What shows the coverage of ${label}`}
        placeholder="What shows it: a document, a demonstration, a reference"
        maxLength={2000}
        value={offered.evidence}
        onChange={(event) => onChange({ evidence: event.currentTarget.value })}
      />
    </fieldset>
  );
}

interface OfferDialogProps {
  readonly initial: OfferForm;
  readonly offers: readonly VendorOffer[];
  readonly onClose: () => void;
}

/** Writes an offer down, with what it would be rated as while it is written. */
export function OfferDialog({ initial, offers, onClose }: OfferDialogProps): ReactNode {
  const [form, setForm] = useState(initial);
  const { failure, setFailure, pending, sends } = useDialogSubmit(onClose);
  const put = (next: OfferForm): void => {
    setForm(next);
    setFailure('');
  };
  const submit = sends(() => {
    const checked = checkOffer(form, offers);
    return checked.ok ? (before) => perform('vendors.save', checked.input, before) : checked.message;
  });
  const { words } = rateOffer({ id: '', name: form.name.trim() || 'This offer', components: form.components });
  const title = initial.id === null ? 'Add an offer' : `Change “${initial.name}”`;
  return (
    <Modal opened onClose={onClose} closeButtonProps={{ 'aria-label': 'Close' }} size={680} title={title}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <TextInput
          label="Whose offer, and for what"
          withAsterisk
          maxLength={500}
          value={form.name}
          onChange={(event) => put({ ...form, name: event.currentTarget.value })}
          data-autofocus
        />
        {COMPONENTS.map((component) => (
          <ComponentFields
            key={component}
            component={component}
            offered={form.components[component]}
            onChange={(part) => put(withComponent(form, component, part))}
          />
        ))}
        <PriceFields form={form} onChange={(part) => put({ ...form, price: { ...form.price, ...part } })} />
        <Textarea
          label="Notes"
          description="Optional: the contract, what is asked of you"
          autosize
          minRows={2}
          maxRows={6}
          maxLength={5000}
          value={form.notes}
          onChange={(event) => put({ ...form, notes: event.currentTarget.value })}
        />
        <p className={styles.rating} role="status">
          {words}
        </p>
        {failure !== '' && (
          <p className={styles.failure} role="alert">
            {failure}
          </p>
        )}
        <div className={styles.dialogActions}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={pending}>
            {initial.id === null ? 'Add the offer' : 'Save'}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
