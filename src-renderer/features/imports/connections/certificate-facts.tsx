import type { ReactNode } from 'react';
import { formatDate } from '../../../lib/format';
import type { Connection } from './connection-words';
import styles from './connections.module.css';

export type Certificate = NonNullable<NonNullable<Connection['trouble']>['certificate']>;

interface CertificateFactsProps {
  readonly host: string;
  readonly certificate: Certificate;
}

/** What a host shows that did not prove its name. It says of itself what it likes: a person compares it. */
export function CertificateFacts({ host, certificate }: CertificateFactsProps): ReactNode {
  const { subject, issuer, names, fingerprint, from, until, issuers } = certificate;
  const lines = [
    { label: 'Shown by', text: host },
    { label: 'Of', text: subject },
    ...(names.length > 0 ? [{ label: 'For', text: names.join(', ') }] : []),
    { label: 'Issued by', text: issuer },
    { label: 'Valid', text: `${day(from)} to ${day(until)}` },
    { label: 'SHA-256', text: fingerprint },
    ...issuers.map((one) => ({ label: 'Above it', text: `${one.subject}; SHA-256 ${one.fingerprint}` })),
  ];
  return (
    <div className={styles.attach}>
      <p className={styles.lead}>
        The certificate, as it stands. Nobody has verified it: compare the fingerprint with what its administrators tell
        you another way, before you choose the file of a CA.
      </p>
      <dl className={styles.consent}>
        {lines.map(({ label, text }) => (
          <div key={`${label} ${text}`}>
            <dt>{label}</dt>
            <dd className={label === 'SHA-256' ? styles.print : undefined}>{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

const day = (at: string | null): string => (at === null ? 'not said' : formatDate(at));

/** The certificate in the detail of a failure; `null`: it is about something else. */
export function certificateIn(detail: unknown): Certificate | null {
  if (typeof detail !== 'object' || detail === null || !('certificate' in detail)) return null;
  // The engine put it there; see `RemoteProblem`.
  return (detail as { readonly certificate: Certificate | null }).certificate;
}
