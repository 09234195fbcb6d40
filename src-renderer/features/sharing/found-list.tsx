import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { clockOrDay } from '../../lib/share-state';
import type { LoginForm } from './use-login';

const MARKS = { good: '●', bad: '◆', not_done: '–' } as const;
const SAID = { good: 'Good: ', bad: 'Stands against it: ', not_done: 'Not done: ' } as const;

/** What a test found, in the order in which it was asked; where it does not hold, what to do. */
export function FoundList({ form }: { readonly form: LoginForm }): ReactNode {
  const { found, testedAt, problem, test } = form;
  return (
    <div className="mf-found" role="status">
      {problem !== '' && (
        <p className="mf-found-problem" role="alert">
          {problem}
        </p>
      )}
      {found && testedAt !== null && (
        <>
          <h3>What was found, {clockOrDay(testedAt)}</h3>
          <ul>
            {found.found.map(({ state, text, note }) => (
              <li key={text} data-state={state}>
                <span aria-hidden="true">{MARKS[state]}</span>
                <span>
                  <span className="mf-hidden">{SAID[state]}</span>
                  {text}
                </span>
                <span className="mf-muted">{note}</span>
              </li>
            ))}
          </ul>
          {found.advice !== '' && <p className="mf-found-advice">{found.advice}</p>}
          {found.provesToBe !== null && (
            <Button variant="default" onClick={() => void test(found.provesToBe ?? undefined)}>
              Take {found.provesToBe} and test
            </Button>
          )}
        </>
      )}
    </div>
  );
}
