import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Request } from '../../use-import-draft';
import { type Answer, addAnswers } from './draft-answers';
import { answerAll, type Pair, sameAs } from './pairs';

interface PairAnswers {
  readonly same: (pair: Pair, place: number) => void;
  readonly all: (pair: Pair, answer: 'different' | 'later') => void;
  /** S, D, L and figures, for the card that has the focus. */
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly setCard: (rowKey: string, card: HTMLElement | null) => void;
}

/** Answers about pairs, by button or key; the focus goes on to the card behind the answered one. */
export function usePairAnswers(
  pairs: readonly Pair[],
  answer: (edit: (request: Request) => Request) => void,
): PairAnswers {
  const cards = useRef(new Map<string, HTMLElement>());
  const [next, setNext] = useState<string | null>(null);
  useEffect(() => {
    if (next !== null) cards.current.get(next)?.focus();
  }, [next]);

  const give = (pair: Pair, answers: readonly Answer[]): void => {
    if (answers.length === 0) return;
    const place = pairs.indexOf(pair);
    setNext((pairs[place + 1] ?? pairs[place - 1])?.rowKey ?? null);
    answer((before) => addAnswers(before, answers));
  };
  const same = (pair: Pair, place: number): void => give(pair, sameAs(pair, place));
  const all = (pair: Pair, said: 'different' | 'later'): void => give(pair, answerAll(pair, said));

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element)) return;
    const focused = event.target.closest('[data-pair]')?.getAttribute('data-pair');
    const pair = pairs.find(({ rowKey }) => rowKey === focused);
    if (!pair) return;
    const key = event.key.toLowerCase();
    const figure = /^[1-9]$/.test(key) ? Number(key) - 1 : null;
    if (key === 's' && pair.candidates.length === 1) same(pair, 0);
    else if (key === 'd') all(pair, 'different');
    else if (key === 'l') all(pair, 'later');
    else if (figure !== null && figure < pair.candidates.length) same(pair, figure);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return {
    same,
    all,
    onKeyDown,
    setCard: (rowKey, card) => {
      if (card) cards.current.set(rowKey, card);
      else cards.current.delete(rowKey);
    },
  };
}
