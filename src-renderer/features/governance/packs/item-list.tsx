import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { cadenceWords, conditionWords, evidenceWords, fromWords, heldWords } from '#domain/governance/pack-words';
import { VerifyNote } from '../../../components/governance/verify-note';
import { type DutyLine, type FieldLine, nameOf, type WholePack } from './pack-page-words';
import styles from './packs.module.css';

type Line = FieldLine | DutyLine;
export const isDuty = (line: Line): line is DutyLine => 'cadence' in line;

/** What a line says beside its name, in words. */
function detailsOf(line: Line, whole: WholePack): readonly string[] {
  const confidence = { primary: '', secondary: 'by other accounts', memory: 'from memory' }[line.confidence];
  return [
    [
      line.ref,
      line.force ?? whole.pack.force,
      ...(line.per === 'organisation' ? ['asked of the organisation once'] : []),
      confidence,
    ]
      .filter((part) => part !== '')
      .join(' · '),
    isDuty(line)
      ? `${line.who}, ${cadenceWords(line.cadence)}. Shown by ${line.evidence.map(evidenceWords).join(' and ')}.`
      : `${line.ask}. Held in ${line.from.map(heldWords).join(line.fromRule === 'all' ? ' and ' : ' or ')}${line.optional ? '; where it is filled' : ''}.`,
    ...(line.appliesWhen === undefined ? [] : [`Where ${conditionWords(line.appliesWhen, whole.pack)}.`]),
    ...(line.appliesFrom === undefined ? [] : [`${upper(fromWords(line.appliesFrom, whole.pack))}.`]),
    ...(line.help === undefined ? [] : [line.help]),
  ];
}

const upper = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

interface ItemListProps {
  readonly whole: WholePack;
  readonly lines: readonly Line[];
  /** Left out: the text is not one's own, and cannot be changed. */
  readonly onChange?: ((line: Line) => void) | undefined;
  readonly onRemove?: ((line: Line) => void) | undefined;
}

/** Lines of a text with everything that they say. */
export function ItemList({ whole, lines, onChange, onRemove }: ItemListProps): ReactNode {
  if (lines.length === 0) return <p className="mf-muted">None.</p>;
  return (
    <ul className={styles.items}>
      {lines.map((line) => (
        <li key={line.id}>
          <div className={`${styles.words} ${styles.title}`}>
            <strong>
              {line.id} {line.label}
            </strong>
            {detailsOf(line, whole).map((words) => (
              <span key={words}>{words}</span>
            ))}
            <ItemVerify whole={whole} what="line" id={line.id} />
          </div>
          {onChange === undefined || onRemove === undefined ? null : (
            <div className={styles.acts}>
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={`Change ${line.label}`}
                onClick={() => onChange(line)}
              >
                Change…
              </Button>
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={`Remove ${line.label}`}
                onClick={() => onRemove(line)}
              >
                Remove
              </Button>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

interface ItemVerifyProps {
  readonly whole: WholePack;
  readonly what: WholePack['items'][number]['what'];
  readonly id: string;
}

export function ItemVerify({ whole, what, id }: ItemVerifyProps): ReactNode {
  const item = whole.items.find((one) => one.what === what && one.id === id);
  if (item === undefined || item.verify === '') return null;
  const { label, ref, verify, verified } = item;
  return <VerifyNote of={{ pack: nameOf(whole.pack), what, item: id, label, ref, verify }} verified={verified} />;
}
