import type { ReactNode } from 'react';
import { COMPONENT_LABELS } from '#domain/assessments/components';
import { counted } from '#domain/base/wording';
import { Panel } from '../../../../components/ui/panel';
import styles from './compare.module.css';
import type { Comparison } from './compare-rows';

type Value = Comparison['changed'][number]['values'][number];

function answerWords(value: Value): string {
  if (value === null) return 'not asked';
  if (value === 'not_applicable') return 'not applicable';
  return String(value);
}

/** A number that went up or down against the answer before it; anything else has no direction. */
function directionOf(values: readonly Value[], index: number): 'up' | 'down' | undefined {
  const [now, then] = [values[index], values[index - 1]];
  if (typeof now !== 'number' || typeof then !== 'number' || now === then) return undefined;
  return now > then ? 'up' : 'down';
}

function Answer({ values, index }: { readonly values: readonly Value[]; readonly index: number }): ReactNode {
  const direction = directionOf(values, index);
  return (
    <span className={styles.mark} data-direction={direction ?? 'same'}>
      {direction && <span aria-hidden="true">{direction === 'up' ? '▲ ' : '▼ '}</span>}
      {answerWords(values[index] ?? null)}
      {direction && <span className="mf-hidden">, {direction === 'up' ? 'higher' : 'lower'} than before</span>}
    </span>
  );
}

/** Which answers differ, and which questions the versions do not ask alike. */
export function CompareChanges({ comparison }: { readonly comparison: Comparison }): ReactNode {
  const { assessments, changed, notComparable } = comparison;
  return (
    <Panel
      title={`Answers that differ: ${counted(changed.length, 'question')}`}
      hint="The arrow holds each answer against the one to its left."
    >
      {changed.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled can be reached by keyboard
        <section className={styles.scroll} aria-label="Answers that differ" tabIndex={0}>
          <table className="mf-table">
            <thead>
              <tr>
                <th scope="col">Topic</th>
                <th scope="col">Component</th>
                {assessments.map(({ id, label }) => (
                  <th key={id} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {changed.map(({ id, topic, component, values }) => (
                <tr key={id}>
                  <th scope="row" className={styles.topic}>
                    <span className="mf-muted">{id}</span> {topic}
                  </th>
                  <td>{COMPONENT_LABELS[component]}</td>
                  {assessments.map((one, index) => (
                    <td key={one.id}>
                      <Answer values={values} index={index} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {notComparable.length > 0 && (
        <p className={styles.note}>
          In no figure here, because not all of them ask it alike:{' '}
          {notComparable.map(({ id, topic }) => `${id} ${topic}`).join(', ')}.
        </p>
      )}
    </Panel>
  );
}
