import type { ReactNode } from 'react';
import { Kbd } from '../../../components/ui/kbd';
import { usePreferences } from '../../../stores/preferences';
import styles from './wizard.module.css';

const HINTS = [
  { keys: ['0', '3'], joiner: 'to', words: 'answer' },
  { keys: ['U', 'N'], joiner: '', words: 'unknown, not applicable' },
  { keys: ['G'], joiner: '', words: 'evidence grade' },
  { keys: ['P'], joiner: '', words: 'next person' },
  { keys: ['enter'], joiner: '', words: 'next question' },
  { keys: ['←', '→'], joiner: '', words: 'previous, next' },
  { keys: ['J'], joiner: '', words: 'next unanswered' },
  { keys: ['escape'], joiner: '', words: 'out of a text field' },
  { keys: ['?'], joiner: '', words: 'all keys' },
] as const;

/** The keys that answer without the mouse. */
export function KeyHints(): ReactNode {
  const singleKeys = usePreferences((state) => state.singleKeys);
  if (!singleKeys) return null;
  return (
    <dl className={styles.keys} aria-label="Keys">
      {HINTS.map(({ keys, joiner, words }) => (
        <div key={words} className={styles.keyRow}>
          <dt>
            {keys.map((key, index) => (
              <span key={key}>
                {index > 0 && joiner !== '' && ` ${joiner} `}
                <Kbd shortcut={key} />
              </span>
            ))}
          </dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
