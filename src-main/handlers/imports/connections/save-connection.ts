import { createHash } from 'node:crypto';
import { isAbsolute } from 'node:path';
import type { z } from 'zod';
import type { connections as endpoints } from '#contract/imports/connections';
import type { Output } from '#contract/index';
import { oneOf } from '#domain/base/wording';
import type { Address } from '#domain/connections/address';
import { leadsElsewhere } from '#domain/connections/file-path';
import { CONNECTION_KIND_FACTS, isAtPath } from '#domain/connections/kinds';
import { DomainError } from '../../../failure/domain-error';
import { listConnections } from '../../../store/imports/connections';
import { listImportSources } from '../../../store/imports/imports';
import type { ConnectionRow } from '../../../store/imports/tables';
import type { CommandContext } from '../../context';
import { viewOf } from './connection-view';
import { agreementOf, notesOf, readKindOfAddress, unencrypted } from './open-connection';

type Saving = z.output<(typeof endpoints)['save']['input']>;

/** Keeps a connection; its secret stays elsewhere. */
export async function saveConnection(input: Saving, context: CommandContext): Promise<Output<'connections.save'>> {
  const address = checked(input);
  const row = await context.write(async (write) => {
    const all = await listConnections(write.read);
    const known = input.id === undefined ? undefined : all.find(({ id }) => id === input.id);
    if (input.id !== undefined && !known)
      throw new DomainError('not_found', 'This connection is not in the portfolio any more. Undo brings it back.');
    const same = all.find(({ id, label }) => id !== known?.id && label.toLowerCase() === input.label.toLowerCase());
    if (same)
      throw new DomainError(
        'conflict',
        `There is a connection called “${same.label}” already. Give this one another name.`,
      );
    const sources = new Set((await listImportSources(write.read)).map(({ name }) => name));
    const fresh = {
      kind: input.kind,
      label: input.label,
      address: address.text,
      scope: input.scope,
      auth: input.auth,
      login: input.login,
      secret_ref: input.auth === 'none' ? '' : input.secretRef || 'kept',
      ca_file: input.caFile,
      plain_http: input.plainHttp ? 1 : 0,
      refresh: input.refresh,
      mapping: JSON.stringify(input.mapping),
    };
    if (known) {
      const changed = Object.entries(fresh).some(([column, value]) => Reflect.get(known, column) !== value);
      if (changed) await write.update('connections', [known.id], { ...fresh, updated_at: context.now });
      return { label: `Change the connection “${input.label}”`, value: { ...known, ...fresh } };
    }
    const made: ConnectionRow = {
      id: context.newId(),
      ...fresh,
      // They stay when label or address change: what was brought is known by them.
      source: sources.has(input.label) ? `${input.label} (${address.host})` : input.label,
      system: systemFor(input, address),
      created_at: context.now,
      updated_at: context.now,
    };
    await write.insert('connections', [made]);
    return { label: `Connect “${input.label}”`, value: made };
  });
  const notes = await notesOf(context);
  // Whoever names a path on this computer means that it is read here; on another one it is asked about.
  if (isAtPath(input.kind)) notes.agree(row.id, agreementOf(row, address));
  return viewOf(row, notes, context);
}

/** What its ids belong to. Of files not their path, which says more of a computer than others need to know. */
export function systemFor({ kind, scope }: Pick<Saving, 'kind' | 'scope'>, address: Address): string {
  if (!isAtPath(kind))
    return `${kind}:${address.origin.replace(/^https?:\/\//, '')}${address.base}/${scope || 'default'}`.slice(0, 120);
  const path = createHash('sha256').update(address.text).digest('hex').slice(0, 8);
  return `${kind.split('_')[0]}:${address.host.slice(0, 60)} ${path}/${scope || 'default'}`.slice(0, 120);
}

/** What could not work, or would give a secret away, is not kept. */
function checked(input: Saving): Address {
  const read = readKindOfAddress(input.kind, input.address);
  if (!read.ok) throw new DomainError('invalid_input', read.message);
  const address = read.value;
  if (!address.secure && !address.loopback && !input.plainHttp) throw unencrypted(address);
  const { auths, server, label, scope } = CONNECTION_KIND_FACTS[input.kind];
  if (!auths.includes(input.auth))
    throw new DomainError(
      'invalid_input',
      `To connect ${server}, one proves who asks with ${oneOf(auths)}. Give auth as one of these.`,
    );
  if (scope?.needed && input.scope === '')
    throw new DomainError(
      'invalid_input',
      `${label} wants to know what to read. Give its ${scope.label} as scope: ${scope.hint}.`,
    );
  if (input.auth === 'password' && input.login === '')
    throw new DomainError('invalid_input', 'With a password a login is needed: who asks. Give it as login.');
  if (input.secretRef.startsWith('file:') && !isAbsolute(input.secretRef.slice(5)))
    throw new DomainError(
      'invalid_input',
      'Give the whole path of the file with the secret, such as file:/home/me/token.',
    );
  if (input.caFile !== '' && !isAbsolute(input.caFile))
    throw new DomainError('invalid_input', 'Give the whole path of the file with certificates.');
  for (const path of [input.caFile, input.secretRef.replace(/^file:/, '')])
    if (leadsElsewhere(path))
      throw new DomainError(
        'invalid_input',
        `The path ${path} leads to another computer by its name. Name a file on this computer.`,
      );
  return address;
}
