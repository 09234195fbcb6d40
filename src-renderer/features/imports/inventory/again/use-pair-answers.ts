import { useEffect, useRef, useState } from 'react';
import type { Request } from '../../use-import-draft';
import { type Answer, addAnswers } from './draft-answers';
import { answerAll, type Pair, sameAs } from './pairs';

interface PairAnswers {
  readonly same: (pair: Pair, place: number) => void;
  readonly all: (pair: Pair, answer: 'different' | 'later') => void;
  readonly setCard: (rowKey: string, card: HTMLElement | null) => void;
}

/** What a key answers about a pair; `null` for a key that says nothing of it. */
function answerOfKey(key: string, pair: Pair): readonly Answer[] | null {
  if (key === 's') return pair.candidates.length === 1 ? sameAs(pair, 0) : null;
  if (key === 'd') return answerAll(pair, 'different');
  if (key === 'l') return answerAll(pair, 'later');
  const place = /^[1-9]$/.test(key) ? Number(key) - 1 : -1;
  return pair.candidates.length > 1 && place in pair.candidates ? sameAs(pair, place) : null;
}

/** The card that has the focus; where nothing has it, as after a panel went that was clicked in, the first one. */
function pairInFocus(pairs: readonly Pair[]): Pair | undefined {
  const { activeElement, body } = document;
  if (activeElement === null || activeElement === body) return pairs[0];
  const key = activeElement.closest('[data-pair]')?.getAttribute('data-pair');
  return pairs.find(({ rowKey }) => rowKey === key);
}

/**
 * Answers about pairs, by button or by S, D, L and figures; the focus lies on the first card, and goes on to the one behind
 * the answered.
 */
export function usePairAnswers(
  pairs: readonly Pair[],
  answer: (edit: (request: Request) => Request) => void,
): PairAnswers {
  const cards = useRef(new Map<string, HTMLElement>());
  const [next, setNext] = useState<string | null>(() => pairs[0]?.rowKey ?? null);
  useEffect(() => {
    if (next !== null) cards.current.get(next)?.focus();
  }, [next]);

  const give = (pair: Pair, answers: readonly Answer[]): void => {
    if (answers.length === 0) return;
    const place = pairs.indexOf(pair);
    setNext((pairs[place + 1] ?? pairs[place - 1])?.rowKey ?? null);
    answer((before) => addAnswers(before, answers));
  };

  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const pair = pairInFocus(pairs);
    const answers = pair ? answerOfKey(event.key.toLowerCase(), pair) : null;
    if (!pair || !answers) return;
    // Before the shortcuts of the window: on a card these keys are its answers.
    event.preventDefault();
    event.stopPropagation();
    give(pair, answers);
  };
  const latest = useRef(press);
  latest.current = press;
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => latest.current(event);
    document.addEventListener('keydown', listen, true);
    return () => document.removeEventListener('keydown', listen, true);
  }, []);

  return {
    same: (pair, place) => give(pair, sameAs(pair, place)),
    all: (pair, said) => give(pair, answerAll(pair, said)),
    setCard: (rowKey, card) => {
      if (card) cards.current.set(rowKey, card);
      else cards.current.delete(rowKey);
    },
  };
}
