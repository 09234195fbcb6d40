import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Output } from '#contract/index';
import { useCommand } from '../../client/use-command';
import { Initials } from '../../components/sharing/initials';
import { Panel } from '../../components/ui/panel';
import { clockOrDate } from '../../lib/share-state';
import { ROLE_LABELS, type ShareRole, whereWords } from '../../lib/share-words';

type Member = Output<'share.members'>['rows'][number];

const ROLES = Object.entries(ROLE_LABELS).map(([value, label]) => ({ value, label }));
const OUT = { value: 'out', label: 'No access any more' };

interface PeopleProps {
  readonly members: readonly Member[];
  /** This person may change roles, and the server is there. */
  readonly owner: boolean;
}

function Now({ member }: { readonly member: Member }): ReactNode {
  if (member.here)
    return (
      <>
        <span className="mf-here" aria-hidden="true">
          ●
        </span>{' '}
        {member.self ? 'here' : whereWords(member.here)}
      </>
    );
  return (
    <span className="mf-muted">
      {member.seenAt === null ? 'invited, has not joined' : `left ${clockOrDate(member.seenAt)}`}
    </span>
  );
}

function RoleChoice({ member }: { readonly member: Member }): ReactNode {
  const { run, pending } = useCommand('share.setRole', {
    words: ({ rows }) => {
      const now = rows.find(({ user }) => user === member.user);
      return now
        ? `${member.name} is ${ROLE_LABELS[now.role].toLowerCase()} now.`
        : `${member.name} is let in no more.`;
    },
  });
  const { user, name } = member;
  return (
    <NativeSelect
      size="xs"
      aria-label={`Role of ${name}`}
      data={[...ROLES, OUT]}
      value={member.role}
      disabled={pending}
      onChange={({ currentTarget: { value } }) =>
        void run({ user, name, role: value === OUT.value ? null : (value as ShareRole) })
      }
    />
  );
}

/** Those who share it: role, what each is doing, the last change. Those who are here come first. */
export function PeoplePanel({ members, owner }: PeopleProps): ReactNode {
  const first = (member: Member): number => (member.self ? 0 : member.here ? 1 : member.seenAt === null ? 3 : 2);
  const sorted = members.toSorted((a, b) => first(a) - first(b) || a.name.localeCompare(b.name));
  return (
    <Panel title="People" hint="An invitation holds no password: the database team gives the login">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it with the keys */}
      <section className="mf-people-scroll" tabIndex={0} aria-label="People who share this portfolio">
        <table className="mf-table mf-people">
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col">Role</th>
              <th scope="col">Now</th>
              <th scope="col">Last change</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((member) => (
              <tr key={member.user}>
                <th scope="row">
                  <span className="mf-person">
                    <Initials name={member.name} away={member.here === null} />
                    <span title={`Login ${member.user}`}>
                      <strong>{member.name}</strong>
                      {member.self ? ', you' : ''}
                    </span>
                  </span>
                </th>
                <td>{owner && !member.self ? <RoleChoice member={member} /> : ROLE_LABELS[member.role]}</td>
                <td>
                  <Now member={member} />
                </td>
                <td className="mf-muted">{member.lastEntryAt === null ? 'none' : clockOrDate(member.lastEntryAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  );
}
