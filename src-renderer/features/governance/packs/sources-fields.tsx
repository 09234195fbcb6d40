import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { CONFIDENCES } from '#domain/governance/rule-pack';
import { utcToday } from '../../../lib/utc-today';
import { CONFIDENCE_LABELS, type Pack } from './pack-page-words';
import styles from './packs.module.css';

type Source = Pack['sources'][number];

interface SourcesFieldsProps {
  readonly sources: readonly Source[];
  readonly put: (sources: readonly Source[]) => void;
}

/** An id that no source has yet: lines do not name sources, so nobody has to choose it. */
const freeId = (sources: readonly Source[]): string => {
  let at = sources.length + 1;
  while (sources.some(({ id }) => id === `source-${at}`)) at += 1;
  return `source-${at}`;
};

/** Where a text can be read, and how well each place is known. */
export function SourcesFields({ sources, put }: SourcesFieldsProps): ReactNode {
  const change = (at: number, part: Partial<Source>): void =>
    put(sources.map((one, place) => (place === at ? { ...one, ...part } : one)));
  return (
    <fieldset className={styles.sources}>
      <legend>Sources</legend>
      {sources.map((source, at) => (
        <div key={source.id} className={styles.source}>
          <TextInput
            aria-label={`Title of source ${at + 1}`}
            placeholder="Title"
            value={source.title}
            onChange={(event) => change(at, { title: event.currentTarget.value })}
          />
          <TextInput
            aria-label={`Address of source ${at + 1}`}
            placeholder="https://…"
            value={source.url}
            onChange={(event) => change(at, { url: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            aria-label={`Source ${at + 1} was read on`}
            value={source.readOn}
            onChange={(event) => change(at, { readOn: event.currentTarget.value })}
          />
          <NativeSelect
            aria-label={`How well source ${at + 1} is known`}
            value={source.kind}
            data={CONFIDENCES.map((value) => ({ value, label: CONFIDENCE_LABELS[value] }))}
            onChange={(event) => change(at, { kind: event.currentTarget.value as Source['kind'] })}
          />
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={`Remove source ${at + 1}`}
            disabled={sources.length === 1}
            onClick={() => put(sources.filter((_, place) => place !== at))}
          >
            Remove
          </Button>
        </div>
      ))}
      <Button
        variant="default"
        size="compact-sm"
        onClick={() =>
          put([...sources, { id: freeId(sources), title: '', url: '', readOn: utcToday(), kind: 'primary' }])
        }
      >
        Add a source
      </Button>
    </fieldset>
  );
}
