import { Button, NativeSelect } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import type { Output } from '#contract/index';
import { firstTags, likelyValues, type ValueSaid as TagValue } from '#domain/connections/first-tags';
import { CallFailed, send, sentenceOf } from '../../../client/call';
import { useChannel } from '../../../client/use-query';
import { Dialog } from '../../../components/ui/dialog';
import { Loading } from '../../../components/ui/states';
import { formatCount } from '../../../lib/format';
import { fieldOptions, isImportField } from '../inventory/field-specs';
import { type Certificate, CertificateFacts, certificateIn } from './certificate-facts';
import { type Connection, factsOf, hasWords, RECORDED_ONLY, tookWords } from './connection-words';
import styles from './connections.module.css';
import { keepMapping } from './keep-mapping';
import { RunCostFields, runCostOf, saidOf } from './run-cost-fields';
import { hasValues, TagValues, withValue } from './tag-values';

type Tested = Output<'connections.test'>;

interface TestedDialogProps {
  readonly connection: Connection;
  /** Another address, or the file of a CA. */
  readonly onChange: (connection: Connection) => void;
  readonly onLook: (connection: Connection) => void;
  readonly onClose: () => void;
}

/** Tags beyond these are rare; they can be named later. */
const SHOWN = 8;

/** What the server says of itself, and what its tags are here. */
export function TestedDialog({ connection, onChange, onLook, onClose }: TestedDialogProps): ReactNode {
  const [tested, setTested] = useState<Tested | null>(null);
  const [failure, setFailure] = useState('');
  const [certificate, setCertificate] = useState<Certificate | null>(null);
  const [fields, setFields] = useState<ReadonlyMap<string, string>>(new Map());
  const [values, setValues] = useState<ReadonlyMap<string, readonly TagValue[]>>(new Map());
  const [pending, setPending] = useState(false);
  const { id, mapping } = connection;
  const [cost, setCost] = useState(saidOf(mapping.runCost));
  const { data: info } = useChannel('portfolio.info', {});
  const runCost = info ? runCostOf(cost, info.currency) : undefined;
  useEffect(() => {
    let gone = false;
    send('connections.test', { id }).then(
      ({ value }) => {
        if (gone) return;
        const known = new Map<string, string>(mapping.tags.map(({ tag, field }) => [tag, field]));
        const first: ReadonlyMap<string, string> =
          known.size === 0 ? new Map(firstTags(value.tags).map(({ tag, field }) => [tag, field])) : known;
        setFields(new Map(first));
        const likely = value.tags.map((tag) => {
          const said = mapping.tags.find((one) => one.tag === tag.tag && one.field === first.get(tag.tag));
          const field = first.get(tag.tag) ?? '';
          return [tag.tag, said?.values ?? (isImportField(field) ? likelyValues(tag, field) : [])] as const;
        });
        setValues(new Map(likely));
        setTested(value);
      },
      (error: unknown) => {
        if (gone) return;
        setFailure(sentenceOf(error));
        setCertificate(error instanceof CallFailed ? certificateIn(error.detail) : null);
      },
    );
    return () => {
      gone = true;
    };
  }, [id, mapping]);
  const look = async (): Promise<void> => {
    setPending(true);
    try {
      const tags = [...fields].flatMap(([tag, field]) =>
        isImportField(field) ? [{ tag, field, values: [...(values.get(tag) ?? [])] }] : [],
      );
      onLook(await keepMapping(connection, { tags, ...(runCost !== undefined && { runCost }) }));
    } catch (error) {
      setFailure(sentenceOf(error));
      setPending(false);
    }
  };
  return (
    <Dialog title={tested ? `“${connection.label}” answers` : `Asking ${connection.host}`} size={560} onClose={onClose}>
      {failure === '' ? null : (
        <p className="mf-dialog-failure" role="alert">
          {failure}
        </p>
      )}
      {certificate ? <CertificateFacts host={connection.host} certificate={certificate} /> : null}
      {tested ? (
        <>
          <p className={styles.lead}>
            {factsOf(connection).label}
            {tested.server.version === '' ? '' : ` ${tested.server.version}`} with{' '}
            {hasWords(connection.kind, tested.server)}
            {tested.server.account ? `, asked as ${tested.server.account}` : ''}, read in {tookWords(tested.ms)}.
            Nothing is stored yet.
          </p>
          {factsOf(connection).recordedOnly ? <p className={styles.note}>{RECORDED_ONLY}.</p> : null}
          {tested.warnings.map(({ what, todo }) => (
            <p className={styles.note} key={what}>
              {what}. {todo}.
            </p>
          ))}
          {tested.tags.length === 0 ? null : (
            <fieldset className={styles.tags}>
              <legend>What its tags are here</legend>
              {tested.tags.slice(0, SHOWN).map((tag) => {
                const field = fields.get(tag.tag) ?? '';
                return (
                  <div key={tag.tag}>
                    <NativeSelect
                      label={tag.tag}
                      description={`${formatCount(tag.models, 'model')}: ${tag.samples.join(', ')}`}
                      value={field}
                      data={[{ value: '', label: 'Not taken' }, ...fieldOptions()]}
                      onChange={(event) => {
                        const { value } = event.currentTarget;
                        const likely = isImportField(value) ? likelyValues(tag, value) : [];
                        // One tag is one field, and another one that was it is so no more.
                        setFields(
                          (before) =>
                            new Map([...[...before].filter(([, one]) => one !== value), [tag.tag, value] as const]),
                        );
                        setValues((before) => new Map([...before, [tag.tag, likely]]));
                      }}
                    />
                    {isImportField(field) && hasValues(field) ? (
                      <TagValues
                        tag={tag}
                        field={field}
                        values={values.get(tag.tag) ?? []}
                        kept={mapping.tags.find((one) => one.tag === tag.tag && one.field === field)?.values ?? []}
                        put={(from, to) =>
                          setValues(
                            (before) => new Map([...before, [tag.tag, withValue(before.get(tag.tag) ?? [], from, to)]]),
                          )
                        }
                      />
                    ) : null}
                  </div>
                );
              })}
            </fieldset>
          )}
          {info && connection.kind === 'mlflow' && !tested.server.version.startsWith('2.') ? (
            <RunCostFields said={cost} currency={info.currency} put={setCost} />
          ) : null}
        </>
      ) : failure === '' ? (
        <Loading rows={4} label="Asking the server" />
      ) : null}
      <div className={styles.ending}>
        <Button variant="default" data-autofocus onClick={onClose}>
          {tested ? 'Later' : 'Close'}
        </Button>
        {certificate ? <Button onClick={() => onChange(connection)}>Choose the CA …</Button> : null}
        {tested ? (
          <Button loading={pending} disabled={runCost === undefined} onClick={() => void look()}>
            Look at what it brings
          </Button>
        ) : null}
      </div>
    </Dialog>
  );
}
