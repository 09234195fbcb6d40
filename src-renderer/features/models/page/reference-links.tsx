import type { ReactNode } from 'react';
import { WebLink } from '../../../components/ui/web-link';
import { referenceText } from './field-text';
import styles from './model.module.css';
import type { ExternalReference } from './model-types';

/** References as links where they have a web address that may be followed. */
export function ReferenceLinks({ references }: { readonly references: readonly ExternalReference[] }): ReactNode {
  if (references.length === 0) return null;
  return (
    <ul className={styles.references}>
      {references.map((reference) => (
        <li key={`${reference.system} ${reference.id} ${reference.url}`}>
          <WebLink url={reference.url} otherwise={referenceText(reference)}>
            {referenceText(reference)}
          </WebLink>
        </li>
      ))}
    </ul>
  );
}
