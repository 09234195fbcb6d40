import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Panel } from '../../components/ui/panel';
import { DateText } from '../../components/ui/text';
import { WebLink } from '../../components/ui/web-link';
import type { PanelProps } from './incident-panels';
import type { Incident } from './incident-types';
import styles from './incidents.module.css';
import { SavedText } from './saved-field';

/** Pages that belong to it: a ticket, a dashboard, a pull request. */
export function LinksPanel({ incident, edit }: PanelProps): ReactNode {
  const [adding, setAdding] = useState(false);
  const { links } = incident;
  const put = (
    index: number,
    part: { url?: string; label?: string },
    seen: number | undefined,
  ): Promise<string | null> =>
    edit.save({ links: links.map((link, at) => (at === index ? { ...link, ...part } : link)) }, seen);
  return (
    <Panel title="Links" hint="Tickets, dashboards, changes">
      {links.map((link, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: links are told apart by nothing but their place
          key={index}
          className={styles.link}
        >
          <SavedText
            label={`Name of link ${index + 1}`}
            value={link.label}
            maxLength={200}
            onSave={(label, seen) => put(index, { label }, seen)}
          />
          <SavedText
            label={`Address of link ${index + 1}`}
            value={link.url}
            maxLength={2000}
            onSave={(url, seen) => put(index, { url }, seen)}
          />
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Remove link ${index + 1}`}
            onClick={() => edit.saveOrSay({ links: links.filter((_, at) => at !== index) })}
          >
            Remove
          </Button>
          <WebLink url={link.url}>Open</WebLink>
        </div>
      ))}
      {adding ? (
        <SavedText
          label="Address"
          value=""
          maxLength={2000}
          onSave={async (url, seen) => {
            const refused =
              url.trim() === '' ? null : await edit.save({ links: [...links, { label: '', url: url.trim() }] }, seen);
            if (refused === null) setAdding(false);
            return refused;
          }}
        />
      ) : (
        <Button size="compact-sm" variant="default" onClick={() => setAdding(true)}>
          Add a link
        </Button>
      )}
    </Panel>
  );
}

/** Where it comes from: the system with its number there, and the row of the file that brought it. */
export function SourcePanel({ incident }: { readonly incident: Incident }): ReactNode {
  const { source, externalId, externalUrl, provenance } = incident;
  if (source === '' && provenance === null) return null;
  return (
    <Panel title="Where it comes from">
      {source === '' ? null : (
        <p>
          {source} {externalId} <WebLink url={externalUrl}>Open there</WebLink>
        </p>
      )}
      {provenance === null ? null : (
        <p className="mf-muted">
          {provenance.row === 0
            ? 'Read through the connection'
            : `Row ${provenance.row} of ${provenance.sheet === '' ? '' : `sheet ${provenance.sheet} of `}${provenance.fileName}, imported`}{' '}
          <DateText value={provenance.importedAt} withTime />
        </p>
      )}
    </Panel>
  );
}
