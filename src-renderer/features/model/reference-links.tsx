import type { ReactNode } from 'react';
import { sentenceOf } from '../../client/call';
import { host } from '../../client/host';
import { notifyFailure } from '../../components/ui/notify';
import { referenceText } from './field-text';
import { safeHref } from './lists-parse';
import styles from './model.module.css';
import type { ExternalReference } from './model-types';

/** References as links where they have a web address that may be followed. */
export function ReferenceLinks({ references }: { readonly references: readonly ExternalReference[] }): ReactNode {
  if (references.length === 0) return null;
  return (
    <ul className={styles.references}>
      {references.map((reference) => {
        const href = safeHref(reference.url);
        const text = referenceText(reference);
        return (
          <li key={`${reference.system} ${reference.id} ${reference.url}`}>
            {href === null ? (
              text
            ) : (
              <a
                href={href}
                rel="noreferrer noopener"
                title={href}
                onClick={(event) => {
                  event.preventDefault();
                  host.openLink(href).catch((error: unknown) => notifyFailure(sentenceOf(error)));
                }}
              >
                {text}
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}
