import type { ReactNode } from 'react';
import type { Output } from '#contract/index';
import { StatusMark } from '../../components/ui/status-mark';
import { formatBytes, formatCount, formatDateTime } from '../../lib/format';

export type Evidence = Output<'journal.verifyExport'>;

/** In groups of four: it is compared by eye, or read out on the telephone. */
const grouped = (hex: string): string => hex.replace(/(.{4})(?=.)/g, '$1 ');

const span = (from: string | null, to: string | null): string =>
  from === null || to === null ? '' : `, ${formatDateTime(from)} to ${formatDateTime(to)}`;

/** What a file of evidence says of itself, under what reading it again found. */
export function EvidenceFacts({ name, evidence }: { readonly name: string; readonly evidence: Evidence }): ReactNode {
  const { ok, message, about, entries, changes, backwards, actors, sha256, bytes } = evidence;
  return (
    <div className="mf-evidence">
      <p role="status">
        <StatusMark status={ok ? 'ok' : 'act'} label={message} />
      </p>
      {about && (
        <dl>
          <dt>File</dt>
          <dd>
            {name}, {formatBytes(bytes)}
          </dd>
          <dt>Range</dt>
          <dd>
            Entries {about.from} to {about.to} of {about.portfolio}
            {span(about.firstAt, about.lastAt)}
          </dd>
          <dt>Read</dt>
          <dd>
            {formatCount(entries, 'entry', 'entries')}
            {about.values ? ` with ${formatCount(changes, 'change')}` : '; changes as digests only'}, by{' '}
            {actors.join(', ') || 'nobody'}
            {backwards > 0 && `. Times go backwards ${formatCount(backwards, 'time')}: a clock was set back`}
          </dd>
          <dt>Exported</dt>
          <dd>
            {formatDateTime(about.exportedAt)} by {about.exportedBy}. {about.clock}
          </dd>
          <dt>Last hash</dt>
          <dd className="mf-evidence-hash">{grouped(about.head)}</dd>
          <dt>Key</dt>
          <dd className="mf-evidence-hash">{grouped(about.fingerprint)}</dd>
          <dt>SHA-256</dt>
          <dd className="mf-evidence-hash">{grouped(sha256)}</dd>
        </dl>
      )}
      {about && (
        <p className="mf-muted">
          {about.own
            ? 'Signed with the key of this computer. Tell its fingerprint to the receiver by another way than the file.'
            : 'Signed with the key of another computer. Ask the exporter for the fingerprint by another way, and compare.'}
        </p>
      )}
    </div>
  );
}
