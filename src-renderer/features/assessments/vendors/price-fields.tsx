import { Button, Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { proposedCoverage } from '#domain/assessments/offer-price';
import { writeNumber } from '#domain/base/typed-number';
import { formatShare } from '../../../lib/format';
import { notationOf } from '../../../lib/typed';
import type { OfferForm } from './offer-form';
import { PRICE_FIELDS, type PriceForm } from './price-form';
import styles from './vendors.module.css';

const PERCENT = 100;

interface PriceFieldsProps {
  readonly form: OfferForm;
  readonly onChange: (part: Partial<PriceForm>) => void;
}

/** What the offer asks for; every field may stay empty, and an empty one is not taken for 0. */
export function PriceFields({ form, onChange }: PriceFieldsProps): ReactNode {
  const { price } = form;
  const proposed = proposedCoverage(form.components);
  const known = PRICE_FIELDS.some(({ key }) => price[key] !== '');
  return (
    <details className={styles.price} open={known || undefined}>
      <summary>Price, to hold it against building</summary>
      <div className={styles.priceFields}>
        <Select
          size="xs"
          label="To reach"
          data={[
            { value: 'L2', label: 'Level 2' },
            { value: 'L3', label: 'Level 3' },
          ]}
          value={price.level}
          allowDeselect={false}
          onChange={(value) => onChange({ level: value === 'L3' ? 'L3' : 'L2' })}
        />
        <TextInput
          size="xs"
          label="Currency"
          maxLength={3}
          value={price.currency}
          onChange={(event) => onChange({ currency: event.currentTarget.value })}
        />
        {PRICE_FIELDS.map(({ key, label, hint }) => (
          <TextInput
            key={key}
            size="xs"
            label={label}
            inputMode="decimal"
            value={price[key]}
            inputWrapperOrder={['label', 'input', 'description']}
            description={
              key === 'coverage' ? (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  onClick={() =>
                    onChange({ coverage: writeNumber(Number((PERCENT * proposed).toPrecision(3)), notationOf().mark) })
                  }
                >
                  Propose {formatShare(proposed)} by the components
                </Button>
              ) : (
                hint
              )
            }
            onChange={(event) => onChange({ [key]: event.currentTarget.value })}
          />
        ))}
      </div>
      <TextInput
        size="xs"
        label="How the price was worked out"
        placeholder="For prices by user or event: how they became these"
        maxLength={2000}
        value={price.note}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
    </details>
  );
}
