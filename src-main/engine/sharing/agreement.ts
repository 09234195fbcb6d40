import { createHash, X509Certificate } from 'node:crypto';
import { staysHere } from '../../central/connection/address';
import { DomainError } from '../../failure/domain-error';
import type { SharedNotes } from '../../platform/shared-notes';
import type { SharedAddress, Sharing } from '../../store/shared/sharing';

type Shared = Pick<Sharing, 'portfolio' | 'address'>;

/** Which servers somebody agreed to on this computer, by sharing, by joining, or when a file that came from elsewhere asked. */
export interface Agreements {
  has(shared: Shared): boolean;
  note(shared: Shared): void;
  drop(shared: Shared): void;
}

/** What is asked before a server is that a file names. */
export interface ToConfirm {
  /** All of it in one line, as it is agreed to. */
  readonly agree: string;
  /** Who vouches for the server, for a person. */
  readonly vouched: string;
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** All that says which server is asked as whom, and whose word is taken for it. */
export const serverText = ({ host, port, database, user, ca }: SharedAddress): string =>
  `postgresql://${encodeURIComponent(user)}@${host}:${port}/${encodeURIComponent(database)}?ca=${ca === null ? 'system' : digest(ca)}`;

/** @param notesOf what this computer keeps beside the copies; where it cannot be written, what was agreed to holds until the engine ends */
export function createAgreements(notesOf: (shared: Shared) => SharedNotes): Agreements {
  const here = new Set<string>();
  const keyOf = ({ portfolio, address }: Shared): string => `${portfolio} ${serverText(address)}`;
  const others = (shared: Shared): readonly string[] =>
    notesOf(shared)
      .agreed()
      .filter((one) => one !== serverText(shared.address));
  return {
    has: (shared) => here.has(keyOf(shared)) || notesOf(shared).agreed().includes(serverText(shared.address)),
    note: (shared) => {
      here.add(keyOf(shared));
      notesOf(shared).setAgreed([...others(shared), serverText(shared.address)]);
    },
    drop: (shared) => {
      here.delete(keyOf(shared));
      notesOf(shared).setAgreed(others(shared));
    },
  };
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;
/** Whoever hides a certificate behind many is told of as that. */
const MOST_NAMED = 3;

/** Each is named: whoever came last vouches as well as the first. */
function vouchedBy({ host, ca }: SharedAddress): string {
  if (ca === null)
    return staysHere(host) ? 'nobody, for it is this computer itself' : 'those whom this computer trusts';
  const found = (ca.match(CERTIFICATE) ?? []).map(nameOf);
  if (found.length === 0) return 'a CA in the file that cannot be read';
  const more = found.length > MOST_NAMED ? ` and ${found.length - MOST_NAMED} more` : '';
  return `${found.slice(0, MOST_NAMED).join(', ')}${more}, as the file says`;
}

function nameOf(pem: string): string {
  try {
    const { subject, fingerprint256 } = new X509Certificate(pem);
    const name = /^CN=(.+)$/m.exec(subject)?.[1] ?? subject;
    return `“${name.replace(/[\p{C}“”]/gu, ' ').slice(0, 80)}” (SHA-256 ${fingerprint256})`;
  } catch {
    return 'a CA that cannot be read';
  }
}

export const toConfirm = (address: SharedAddress): ToConfirm => ({
  agree: serverText(address),
  vouched: vouchedBy(address),
});

/** Why a copy is without its server, and what to do. */
export function notAgreed(address: SharedAddress): string {
  const { host, port, database, user } = address;
  const { agree, vouched } = toConfirm(address);
  return `This file names ${host}:${port} as its server, database ${database}, with the login “${user}”, vouched for by ${vouched}. Nobody has agreed on this computer that it is asked; nothing was sent, and no password was looked for. If you know this server, confirm it in Settings, Who shares it, or with share.connect ${JSON.stringify({ agree })}.`;
}

/** @throws DomainError `refused` where nobody agreed here */
export function refuseUnagreed(agreements: Agreements, shared: Shared): void {
  if (agreements.has(shared)) return;
  throw new DomainError('refused', notAgreed(shared.address), { needs: 'agreement' });
}
