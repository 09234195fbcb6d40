import type { ReactNode } from 'react';
import css from './again.module.css';
import type { Stretch } from './word-difference';

interface MarkedTextProps {
  readonly stretches: readonly Stretch[];
  /** `name`: a word was put in the place of another; `text`: a description differs. */
  readonly of: 'name' | 'text';
}

/** A text in which the words are marked that another one does not have. */
export function MarkedText({ stretches, of }: MarkedTextProps): ReactNode {
  return stretches.map(({ text, differs }, at) => {
    const word = text.trimEnd();
    const blank = text.slice(word.length);
    return differs ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: stretches of a text are nothing but their place
      <span key={at}>
        <mark className={css.differs} data-of={of}>
          {word}
        </mark>
        {blank}
      </span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: stretches of a text are nothing but their place
      <span key={at}>{text}</span>
    );
  });
}
