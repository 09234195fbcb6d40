import type { ReactNode } from 'react';
import { conditionWords, ORIGIN_WORDS } from '#domain/governance/pack-words';
import { Panel } from '../../../components/ui/panel';
import { WebLink } from '../../../components/ui/web-link';
import { formatDate } from '../../../lib/format';
import { ItemVerify } from './item-list';
import {
  CONFIDENCE_LABELS,
  inForceWords,
  NATURE_LABELS,
  STATUS_LABELS,
  verifyTally,
  type WholePack,
} from './pack-page-words';
import styles from './packs.module.css';

/** What a text is: whose, when in force, for whom, from which sources. */
export function PackFacts({ whole, actions }: { readonly whole: WholePack; readonly actions: ReactNode }): ReactNode {
  const { pack, head, basedOn } = whole;
  const verify = verifyTally(head.verify);
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['Whose', `${ORIGIN_WORDS[head.origin]}${basedOn === '' ? '' : `, copied from ${basedOn}`}`],
    ['Issued by', `${pack.issuer} (${pack.jurisdiction})`],
    ['Nature', `${NATURE_LABELS[pack.nature]}, ${pack.force}`],
    ['Status', STATUS_LABELS[pack.status]],
    ['In force', inForceWords(head)],
    ['Applies to', pack.appliesTo.who],
    ['Where', conditionWords(pack.appliesTo.condition, pack)],
    ['To verify', verify === '' ? 'nothing' : verify],
    ['Checked on', `${formatDate(pack.checkedOn)}${head.stale ? ', long ago: hold it against its sources again' : ''}`],
  ];
  return (
    <Panel title="What it is" actions={actions}>
      <dl className={styles.facts}>
        {facts.map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

export function Sources({ whole: { pack } }: { readonly whole: WholePack }): ReactNode {
  return (
    <Panel title="Sources">
      <ul className={styles.items}>
        {pack.sources.map((source) => (
          <li key={source.id}>
            <div className={styles.title}>
              <WebLink url={source.url} otherwise={<strong>{source.title}</strong>}>
                {source.title}
              </WebLink>
              <span>
                Read on {formatDate(source.readOn)} · {CONFIDENCE_LABELS[source.kind].toLowerCase()}
              </span>
              {source.note === undefined ? null : <span>{source.note}</span>}
            </div>
          </li>
        ))}
      </ul>
      <p className="mf-muted">{pack.disclaimer}</p>
      {pack.notes?.map((note) => (
        <p key={note} className="mf-muted">
          {note}
        </p>
      ))}
    </Panel>
  );
}

/** Questions, clocks and transitions: what decides, and until when. */
export function Beside({ whole }: { readonly whole: WholePack }): ReactNode {
  const { questions = [], clocks = [], transitions = [] } = whole.pack;
  return (
    <>
      {clocks.length + transitions.length === 0 ? null : (
        <Panel title="Clocks and transitions">
          <ul className={styles.items}>
            {clocks.map((clock) => (
              <li key={clock.id}>
                <div className={styles.title}>
                  <strong>{clock.label}</strong>
                  <span>
                    {clock.ref} · {clock.classes.map(({ label, days }) => `${label}: ${days} days`).join('; ')}
                  </span>
                  <ItemVerify whole={whole} what="clock" id={clock.id} />
                </div>
              </li>
            ))}
            {transitions.map((one) => (
              <li key={one.id}>
                <div className={styles.title}>
                  <strong>{one.label}</strong>
                  <span>
                    {one.ref} · {one.items.join(', ')}{' '}
                    {one.then === 'not_caught' ? 'not asked for' : `asked for from ${formatDate(one.then.appliesFrom)}`}{' '}
                    where {conditionWords(one.when, whole.pack)}
                  </span>
                  <ItemVerify whole={whole} what="transition" id={one.id} />
                </div>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {questions.length === 0 ? null : (
        <Panel title="Questions" hint="Asked of each model; conditions read the answers">
          <ul className={styles.items}>
            {questions.map(({ id, label, options = [] }) => (
              <li key={id}>
                <div className={styles.title}>
                  <strong>{label}</strong>
                  <span>
                    {id}
                    {options.length === 0 ? '' : `: ${options.map((option) => option.label).join('; ')}`}
                  </span>
                </div>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}
