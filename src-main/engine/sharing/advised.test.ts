import { expect, it } from 'vitest';
import { SERVER_MIGRATIONS } from '../../central/server/migrations';
import { DomainError } from '../../failure/domain-error';
import { advised } from './advised';

const PEOPLE = [
  { name: 'Ada', role: 'owner' as const },
  { name: 'Ben', role: 'editor' as const },
  { name: 'Carl', role: 'approver' as const },
  { name: 'Dora', role: 'approver' as const },
  { name: 'Eva', role: 'viewer' as const },
];
const APPROVE = 'Who may approve: Ada, Carl or Dora.';
const ROLE = 'Ask its owner Ada; “Who shares it” has the words for it.';

/** Every sentence with which the server refuses, and whom it is followed by for an editor; '': nobody else could do it. */
const SENTENCES: readonly (readonly [string, string])[] = [
  ['You may read this shared portfolio, not change it. Ask one of its owners for another role.', ROLE],
  ['This is for approvers. Ask one of its owners for another role.', ROLE],
  ['This is for owners of the shared portfolio. Ask one of its owners for another role.', ROLE],
  ['The login ben is no member of this shared portfolio. Ask one of its owners.', ROLE],
  ['Approving is for approvers: Ben may edit, and ask an approver for it.', APPROVE],
  ['“Churn” is not approved by Ben, who had a hand in it since it entered its stage. Ask another approver.', APPROVE],
  [
    '“Churn” does not go into production without an approval by an approver who had no hand in it since it entered its stage; one that was recorded before the move into that stage was, counts no more (tier 1).',
    APPROVE,
  ],
  [
    '“Churn” does not go into production without an approval by an approver who had no hand in it since it entered its stage: it was tier 1 until Ben lowered it, who is no approver of it. Let an approver set the tier, or approve.',
    APPROVE,
  ],
  ['An approval gate is switched off by an approver or an owner.', 'Who may do it: Ada, Carl or Dora.'],
  ['An approval is taken back by whoever gave it, or by an owner.', 'Ask its owner Ada.'],
  ['An approval is not changed. Take it back and let it be given anew.', ''],
  ['In a shared portfolio everybody approves in his own name: this one is signed by Ben and says “Carl”.', ''],
  ['The model of this approval is not there.', ''],
  ['What this says of how the rows were before it is not how they were.', ''],
  ['This belongs to a model that is not there.', ''],
  ['This undo does something else than to turn back entry 7.', ''],
  ['“Churn” was here before, and comes back by an undo only.', ''],
  ['A row was here before, and comes back by an undo only.', ''],
  ['A move is signed by whoever makes it: this one says “Carl” and comes from Ben.', ''],
  ['A move is taken out by whoever made it, with Undo.', ''],
  ['Where a model was moved to, and by whom, is not changed afterwards. Make another move.', ''],
  ['Entries are signed with the name of the login: ben signs as “Ben”, not as “Carl”.', ''],
  ['Everybody turns back what he did himself: entry 7 is of Ada.', ''],
  ['The portfolio itself is not deleted.', ''],
  ['There is one portfolio here already.', ''],
  ['This portfolio is still being shared. Try again when that is done.', ''],
  ['This portfolio is shared already; entries of before are not added to it.', ''],
  ['Too many large entries of this login are under way. Wait until they are through.', ''],
  ['One entry may hold 2,000,000 changes and 900 MB. Bring in the file in parts.', ''],
  ['This is more than one entry may bring along.', ''],
  ['Ada is the last owner. Make somebody else an owner first.', ''],
  ['This database has no login “x”. Ask the database team to create it.', ''],
  ['Another login signs as “Ben”; one name is one person.', ''],
  ['ben has signed entries as “Ben” and keeps this name.', ''],
  ['The shared portfolio has no such entry 7; no snapshot of it is kept.', ''],
  ['The shared portfolio has a newer format already.', ''],
  [
    'This entry says that it was made on 9999-01-01, and the clock of the server says 2026-11-23. Set the clock of the one that is wrong.',
    '',
  ],
  ['“Churn” is not in “deployed”: its last move leads to “proposed”. Where a model is follows from its moves.', ''],
  ['Two moves of “Churn” have one place among its moves.', ''],
];

const said = (message: string, name = 'Ben', code: 'refused' | 'unavailable' = 'refused'): string => {
  const role = PEOPLE.find((one) => one.name === name)?.role ?? 'viewer';
  return (advised(new DomainError(code, message), PEOPLE, { name, role }) as DomainError).message; // as it was given
};

it('knows every sentence with which the server refuses', () => {
  const calls = SERVER_MIGRATIONS.flatMap(({ sql }) =>
    [...sql.matchAll(/\.refuse\((.*?)\);/gs)].map(([, arg = '']) => arg),
  );
  expect(calls.length).toBeGreaterThan(30);
  // Text between quotes, without the names of columns and entities that stand in conditions.
  const parts = calls
    .flatMap((arg) => [...arg.matchAll(/'((?:[^']|'')*)'/g)].map(([, text = '']) => text))
    .filter((text) => / \w+ /.test(text));
  const unknown = parts.filter((part) => !SENTENCES.some(([sentence]) => sentence.includes(part.trim())));
  expect(unknown).toEqual([]);
});

it.each(SENTENCES)('says whom to ask after “%s”', (sentence, who) => {
  expect(said(sentence)).toBe(who === '' ? sentence : `${sentence} ${who}`);
});

it('names nobody for what happens to speak of owners or approvals', () => {
  for (const message of [
    'The password file x may be read by others and was not used. Let only its owner read it (chmod 600).',
    'Give the model an owner first.',
    'An export of approvals needs a folder.',
  ])
    expect(said(message, 'Eva')).toBe(message);
});

it('sends nobody to himself', () => {
  expect(said('The database does not let “ada” do this. Ask an owner of the shared portfolio.', 'Ada')).not.toContain(
    'Ada;',
  );
  expect(said(SENTENCES[5]?.[0] ?? '', 'Carl')).toMatch(/Who may approve: Ada or Dora\.$/);
});

it('says who is connected and may approve, where the server is away', () => {
  const away =
    'so it cannot be done while the server is away. Nothing was changed; do it when you are connected again.';
  for (const why of [
    'An approval is a decision of two people, and the server sees that they are two',
    'This move needs an approval that the server has seen',
  ])
    expect(said(`${why}, ${away}`, 'Ben', 'unavailable')).toMatch(
      /Whoever is connected may approve: Ada, Carl or Dora\.$/,
    );
  expect(said(`What is deleted may be worked on by others meanwhile, ${away}`, 'Ben', 'unavailable')).toMatch(
    /again\.$/,
  );
});
