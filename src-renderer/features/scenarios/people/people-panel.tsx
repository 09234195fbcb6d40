import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { baselineOf } from '#domain/scenarios/options/option-figures';
import { PEOPLE_QUESTION } from '#domain/scenarios/options/people-question';
import { useChannel } from '../../../client/use-query';
import { Panel } from '../../../components/ui/panel';
import type { Scenario } from '../page/scenario-types';
import { PeopleDialog } from './people-dialog';
import { answeredWords, impliedWords, runCostWords } from './people-words';

/** The one question, asked before anything is made of the answer, and what was answered. */
export function PeoplePanel({ scenario }: { readonly scenario: Scenario }): ReactNode {
  const [asking, setAsking] = useState(false);
  const { data } = useChannel('scenarios.people', { id: scenario.id });
  const answered = answeredWords(scenario, baselineOf(scenario.inputs));
  return (
    <Panel
      title="The people of today"
      hint={PEOPLE_QUESTION}
      actions={
        <Button size="xs" variant={answered === null ? 'filled' : 'default'} onClick={() => setAsking(true)}>
          {answered === null ? 'Answer…' : 'Answer again…'}
        </Button>
      }
    >
      <p>
        {answered ??
          'Nobody has answered yet. Until then the people of today’s way are an assumption, and no share of runs is given for it.'}{' '}
        <span className="mf-muted">{data ? `${impliedWords(data)} ${runCostWords(data, scenario.currency)}` : ''}</span>
      </p>
      {asking ? <PeopleDialog scenario={scenario} onClose={() => setAsking(false)} /> : null}
    </Panel>
  );
}
