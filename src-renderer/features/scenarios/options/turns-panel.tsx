import type { CSSProperties, ReactNode } from 'react';
import type { Month } from '#domain/base/calendar';
import { Panel } from '../../../components/ui/panel';
import styles from './options.module.css';
import type { Answer } from './options-types';
import { type TurnStrip, turnStrips } from './turn-strips';

const percent = (share: number): string => `${(100 * share).toFixed(2)}%`;

/** Text at a place of the strip, kept on it at both ends. */
const labelAt = (share: number): CSSProperties => ({
  insetInlineStart: percent(share),
  transform: `translateX(${percent(-share)})`,
});

function Strip({ strip }: { readonly strip: TurnStrip }): ReactNode {
  const { label, parts, stands, turns, words } = strip;
  return (
    <li className={styles.strip} aria-label={words}>
      <div className={styles.stripHead}>
        <strong>{label}</strong>
        <span className="mf-muted">now {stands.text}</span>
      </div>
      <div className={styles.stripBar} aria-hidden>
        {parts.map(({ level, from, to }) => (
          <span
            key={`${level} ${from}`}
            className={styles.stripPart}
            data-level={level}
            style={{ insetInlineStart: percent(from), inlineSize: percent(to - from) }}
          >
            {to - from > 0.14 ? `level ${level.slice(1)}` : ''}
          </span>
        ))}
        <span className={styles.stands} style={{ insetInlineStart: percent(stands.at) }} />
        {turns.map(({ at }) => (
          <span key={at} className={styles.turn} style={{ insetInlineStart: percent(at) }} />
        ))}
      </div>
      <div className={styles.stripFoot} aria-hidden>
        {turns.map(({ at, text }) => (
          <span key={at} style={labelAt(at)}>
            {text}
          </span>
        ))}
      </div>
    </li>
  );
}

interface TurnsPanelProps {
  readonly answer: Answer;
  readonly currency: string;
  /** Figures that a turn carries. */
  readonly digits: number;
  /** First month of the plan; `null`: it has none. */
  readonly startDate: Month | null;
}

/** Where the answer turns: each number moved alone, all others as planned. */
export function TurnsPanel({ answer, ...told }: TurnsPanelProps): ReactNode {
  const { strips, others } = turnStrips(answer, told);
  return (
    <Panel
      title="Where the answer turns"
      hint="Each number alone, all others as planned, by present value. Dark: where the plan stands; blue: where another level becomes the cheapest."
    >
      {strips.length === 0 ? (
        <p className="mf-muted">No single number that was moved makes another level the cheapest.</p>
      ) : (
        <ul className={styles.strips}>
          {strips.map((strip) => (
            <Strip key={strip.by} strip={strip} />
          ))}
        </ul>
      )}
      {others.length > 0 ? (
        <details className={styles.others}>
          <summary>Further off, and what does not turn it</summary>
          <ul>
            {others.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </Panel>
  );
}
