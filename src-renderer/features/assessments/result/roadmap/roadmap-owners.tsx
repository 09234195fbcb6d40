import { type ReactNode, useId } from 'react';
import { doneIn, dueTooEarly, stepOf, withDecision, withStep } from '#domain/assessments/roadmap-owners';
import { sayMonth } from '#domain/base/calendar';
import type { Result } from '../result-score';
import { DayLine, NameLine } from './kept-line';
import { layoutOf } from './roadmap-layout';
import styles from './roadmap-owners.module.css';
import { namedWords, ownersHeadline } from './roadmap-words';
import type { RoadmapEditing } from './use-roadmap';

interface RoadmapOwnersProps {
  readonly result: Result;
  readonly editing: RoadmapEditing;
}

function Decision({ editing, names }: { readonly editing: RoadmapEditing; readonly names: string }): ReactNode {
  const { settings, name } = editing;
  return (
    <div className={styles.decision}>
      <div>
        <NameLine
          label="Sponsor"
          names={names}
          value={settings.sponsor ?? ''}
          onCommit={(sponsor) => name((kept) => withDecision(kept, { sponsor }), namedWords('The sponsor', sponsor))}
        />
      </div>
      <div>
        <DayLine
          label="Day of the decision"
          value={settings.decisionDay ?? ''}
          onCommit={(decisionDay) =>
            name((kept) => withDecision(kept, { decisionDay }), namedWords('The day of the decision', decisionDay))
          }
        />
      </div>
    </div>
  );
}

/** Who answers for each step and by when, who stands for the money and when it is decided: what the plan itself cannot know. */
export function RoadmapOwners({ result, editing }: RoadmapOwnersProps): ReactNode {
  const { plan, settings, name } = editing;
  const names = useId();
  const title = useId();
  const early = new Set(dueTooEarly(plan.items, settings).map(({ id }) => id));
  const items = layoutOf(plan, settings.start).rows.flatMap(({ item }) => item ?? []);
  const known = new Set([
    ...(settings.steps ?? []).flatMap(({ owner }) => owner ?? []),
    ...(settings.sponsor === undefined ? [] : [settings.sponsor]),
    ...result.assessment.respondents,
  ]);
  return (
    <section className={styles.owners} aria-labelledby={title}>
      <h3 id={title} className={styles.title}>
        Who, by when. {ownersHeadline(plan, settings)}
      </h3>
      <datalist id={names}>
        {[...known].map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <Decision editing={editing} names={names} />
      <table className="mf-table">
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col">Plan has it done</th>
            <th scope="col">Owner</th>
            <th scope="col">Due</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => {
            const { owner = '', due = '' } = stepOf(settings, item.id);
            return (
              <tr key={item.id}>
                <th scope="row" className={styles.step}>
                  <span className={styles.id}>{item.id}</span> {item.title}
                </th>
                <td className={styles.done}>
                  {sayMonth(doneIn(settings, item))}
                  {early.has(item.id) && (
                    <span className={styles.early}>
                      <span aria-hidden="true">▲ </span>after it is due
                    </span>
                  )}
                </td>
                <td className={styles.owner}>
                  <NameLine
                    hiddenLabel
                    label={`Owner of ${item.id}`}
                    names={names}
                    value={owner}
                    onCommit={(next) =>
                      name(
                        (kept) => withStep(kept, { id: item.id, owner: next }),
                        namedWords(`The owner of ${item.id}`, next),
                      )
                    }
                  />
                </td>
                <td className={styles.due}>
                  <DayLine
                    hiddenLabel
                    label={`Due day of ${item.id}`}
                    value={due}
                    onCommit={(next) =>
                      name(
                        (kept) => withStep(kept, { id: item.id, due: next }),
                        namedWords(`The due day of ${item.id}`, next),
                      )
                    }
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
