import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { FACET_LABELS } from '#domain/connections/facet-kinds';
import { ModelSelect } from '../../../components/ui/model-select';
import { formatCount, formatNumber } from '../../../lib/format';
import type { ConnectionPreview } from './connection-words';
import styles from './connections.module.css';
import type { AttachRules } from './use-refresh';

type Attach = NonNullable<ConnectionPreview['attach']>;
type Rule = AttachRules[number];

interface AttachPanelProps {
  readonly label: string;
  readonly attach: Attach;
  readonly busy: boolean;
  /** Keeps the rules with the connection, and looks once more at what was read. */
  readonly rule: (rules: AttachRules) => void;
}

/** Whose tickets are: the rules, and what no rule speaks of. Nothing is attached by a name that fits; it is offered. */
export function AttachPanel({ label, attach, busy, rule }: AttachPanelProps): ReactNode {
  const { rules, waiting } = attach;
  const plain = rules.map(({ by, is, modelId }): Rule => ({ by, is, modelId }));
  const put = (index: number, modelId: string | null): void =>
    rule(plain.map((one, at) => (at === index ? { ...one, modelId } : one)));
  const add = (one: Rule): void => rule([...plain, one]);
  if (rules.length + waiting.length === 0) return null;
  return (
    <div className={styles.attach}>
      <h3 className={styles.heading}>Whose they are</h3>
      <p className={styles.note}>{attachWords(attach)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard */}
      <section className={styles.lines} aria-label={`Rules of ${label}`} tabIndex={0}>
        <table className="mf-table">
          <thead>
            <tr>
              <th scope="col">What a ticket says</th>
              <th scope="col" className="mf-number">
                Tickets
              </th>
              <th scope="col">Is of the model</th>
              <th scope="col">
                <span className="mf-hidden">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rules.map(({ by, is, modelId, modelName, tickets }, index) => (
              <tr key={`rule ${by} ${is}`}>
                <Says by={by} text={is} />
                <td className="mf-number">{formatNumber(tickets)}</td>
                <td className={styles.model}>
                  <ModelSelect
                    key={modelId}
                    aria-label={`Model of ${FACET_LABELS[by]} ${is}`}
                    placeholder={modelId === null ? 'of no model' : 'a model that is gone'}
                    disabled={busy}
                    value={modelId === null || modelName === '' ? null : { id: modelId, name: modelName }}
                    onChange={(next) => put(index, next)}
                  />
                </td>
                <td className={styles.doing}>
                  <Button
                    size="compact-sm"
                    variant="default"
                    disabled={busy}
                    aria-label={`Remove the rule of ${FACET_LABELS[by]} ${is}`}
                    onClick={() => rule(plain.filter((_, at) => at !== index))}
                  >
                    Remove
                  </Button>
                </td>
              </tr>
            ))}
            {waiting.map(({ by, text, tickets, samples, suggested }) => (
              <tr key={`waits ${by} ${text}`}>
                <Says by={by} text={text} under={samples.join('; ')} />
                <td className="mf-number">{formatNumber(tickets)}</td>
                <td className={styles.model}>
                  <ModelSelect
                    aria-label={`Model of ${FACET_LABELS[by]} ${text}`}
                    placeholder="waits"
                    disabled={busy}
                    value={null}
                    onChange={(modelId) => modelId !== null && add({ by, is: text, modelId })}
                  />
                </td>
                <td className={styles.doing}>
                  {suggested ? (
                    <Button
                      size="compact-sm"
                      variant="light"
                      disabled={busy}
                      aria-label={`${FACET_LABELS[by]} ${text} is of ${suggested.name}`}
                      onClick={() => add({ by, is: text, modelId: suggested.modelId })}
                    >
                      It is {suggested.name}
                    </Button>
                  ) : null}
                  <Button
                    size="compact-sm"
                    variant="default"
                    disabled={busy}
                    aria-label={`${FACET_LABELS[by]} ${text} is of no model`}
                    onClick={() => add({ by, is: text, modelId: null })}
                  >
                    No model
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

interface SaysProps {
  readonly by: Rule['by'];
  readonly text: string;
  readonly under?: string;
}

const Says = ({ by, text, under = '' }: SaysProps): ReactNode => (
  <td className={styles.says}>
    <span className="mf-muted">{FACET_LABELS[by]}</span> {text}
    {under === '' ? null : <span className={styles.under}>{under}</span>}
  </td>
);

/** What a person has to know of those without a model. */
export function attachWords({ unattached, several, nameless }: Omit<Attach, 'rules' | 'waiting'>): string {
  if (unattached === 0) return 'Each ticket is of a model, or of none because somebody said so.';
  const more = [
    ...(several > 0 ? [`of ${formatNumber(several)} of them two rules name different models`] : []),
    ...(nameless > 0 ? [`${formatNumber(nameless)} of them say nothing that a rule could tell by`] : []),
  ];
  const rest = more.length === 0 ? '' : ` (${more.join('; ')})`;
  return `${formatCount(unattached, 'ticket')} of no model so far${rest}. They come in all the same and wait for a rule, which holds for those that came before it too.`;
}
