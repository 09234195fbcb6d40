import type { Remote } from '../remote/remote';
import { askFor, listed } from './ask';
import { CardsPage, OneCard } from './sagemaker-shapes';

const MOST_CARDS = 5_000;

/** What model cards say of the models of a registry. */
export interface Cards {
  /** By the name of the group that a card names, its sayings in the words of the card: `model_owner`, `risk_rating`. */
  readonly byGroup: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Cards that name no package group. */
  readonly ofNoGroup: number;
  readonly unread: number;
}

/** Those that a portfolio has a field for; a card has many more, most of which are long. */
const SAID: readonly (readonly [part: string, name: string])[] = [
  ['model_overview', 'model_description'],
  ['model_overview', 'model_owner'],
  ['model_overview', 'model_creator'],
  ['model_overview', 'problem_type'],
  ['model_overview', 'algorithm_type'],
  ['intended_uses', 'purpose_of_model'],
  ['intended_uses', 'intended_uses'],
  ['intended_uses', 'risk_rating'],
  ['business_details', 'business_problem'],
  ['business_details', 'business_stakeholders'],
  ['business_details', 'line_of_business'],
  ['additional_information', 'ethical_considerations'],
  ['additional_information', 'caveats_and_recommendations'],
];

/** Cards that were archived are no word on what is there. */
export async function readCards(remote: Remote, progress: (done: number, total: number) => void): Promise<Cards> {
  const all = await listed(remote, 'ListModelCards', {}, CardsPage, (answer) => ({
    items: answer.ModelCardSummaries ?? [],
    next: answer.NextToken,
  }));
  const cards = all.filter(({ ModelCardStatus: status }) => status !== 'Archived');
  const byGroup = new Map<string, ReadonlyMap<string, string>>();
  let ofNoGroup = 0;
  for (const [done, { ModelCardName: name }] of cards.slice(0, MOST_CARDS).entries()) {
    progress(done, cards.length);
    const { Content: content } = await askFor(remote, 'DescribeModelCard', { ModelCardName: name }, OneCard);
    const read = objectIn(content ?? '');
    const group = textAt(read, 'model_package_details', 'model_package_group_name');
    if (group === '') ofNoGroup += 1;
    else
      byGroup.set(
        group,
        new Map(
          SAID.flatMap(([part, key]) => {
            const said = textAt(read, part, key);
            return said === '' ? [] : [[key, said] as const];
          }),
        ),
      );
  }
  return { byGroup, ofNoGroup, unread: Math.max(0, cards.length - MOST_CARDS) };
}

/** A card is a text of JSON in the JSON of the answer; one that is broken says nothing. */
function objectIn(content: string): object {
  try {
    const read: unknown = JSON.parse(content);
    return typeof read === 'object' && read !== null ? read : {};
  } catch {
    return {};
  }
}

function textAt(card: object, part: string, key: string): string {
  const inner: unknown = Reflect.get(card, part);
  const said: unknown = typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : '';
  return typeof said === 'string' ? said.trim() : '';
}
