import { sayDay } from '#domain/base/calendar';
import { DomainError } from '../../failure/domain-error';
import type { SharedPerson } from '../../platform/shared-notes';
import {
  AlteredJournal,
  AlteredPoints,
  DamagedHere,
  type Signature,
  UnfitEntry,
} from '../../store/shared/altered-journal';
import type { OtherProgram } from '../../store/shared/central';
import { sayOwners } from './say-people';

/** Why nothing more is written to the server, for the person: what was found, and what to do or whom to ask. */
export function whyStopped(error: unknown, people: readonly SharedPerson[]): string {
  const other = otherProgramIn(error);
  if (other !== null) return sayOtherProgram(other, people);
  if (error instanceof DomainError) return error.message;
  if (error instanceof UnfitEntry && error.signed !== null)
    return `Entry ${error.seq} of the shared journal cannot be done to this copy: what it says of the rows is not so. ${saySigned(error.signed)} No Modelfolio writes such an entry: ask whoever signed it with which program it was made. Nothing of it was taken over, and no copy gets past it: have the server put back to a backup from before it, or “Leave” with this copy, which is whole, and share that anew. Show this to ${sayOwners(people)}.`;
  if (error instanceof AlteredPoints && error.signed !== null)
    return `The drift results that entry ${error.seq} of the shared journal brought along are not those that its author recorded, or change what others recorded: somebody altered them on the server past Modelfolio. ${saySigned(error.signed)} Nothing of it was taken over, and no copy gets past it: have the server put back to a backup from before, or “Leave” with this copy, which is whole, and share that anew. Show this to ${sayOwners(people)}.`;
  if (error instanceof DamagedHere)
    return `This copy is damaged: drift results that entry ${error.seq} of the shared journal is about are not as they were recorded in this file. The server and the copies of the others are not concerned, and nothing was changed. Join the shared portfolio anew into another file; “Leave” keeps this one, with what waits in it, as a private portfolio.`;
  if (error instanceof AlteredJournal)
    return `Entry ${error.seq} of the shared journal is not the one that this copy has or was told of: somebody changed the journal on the server past Modelfolio, or it was restored from another day. ${error.signed === null ? '' : `${saySigned(error.signed)} `}Nothing of it was taken over. Show this to ${sayOwners(people)}; “Leave” keeps this copy as a private portfolio.`;
  return 'The shared portfolio could not be used, and nothing was changed on either side. Try again; if it stays so, ask the database team.';
}

/** What the server is written by, where it is another program than this one. */
export function otherProgramIn(error: unknown): OtherProgram | null {
  if (!(error instanceof DomainError) || typeof error.detail !== 'object' || error.detail === null) return null;
  const program: unknown = Reflect.get(error.detail, 'program');
  // Only `otherProgram` puts it there.
  return typeof program === 'object' && program !== null ? (program as OtherProgram) : null;
}

function sayOtherProgram({ theirs, ours, role }: OtherProgram, people: readonly SharedPerson[]): string {
  if (theirs > ours)
    return `The shared portfolio is used with a newer Modelfolio (version ${theirs} of its contents; this one has ${ours}). Update Modelfolio to go on with the others; nothing was written.`;
  const found = `This Modelfolio is newer than the shared portfolio (version ${ours} of its contents; it has ${theirs})`;
  return role === 'owner'
    ? `${found}. You are an owner: bring it up to this program after a backup of the database, in “Who shares it” or with modelfolio share.update, or go on with the version of the others; nothing was written.`
    : `${found}. Ask ${sayOwners(people)} to bring it up to this program, or go on with the version of the others; nothing was written.`;
}

export const otherProgram = (program: OtherProgram): DomainError =>
  new DomainError('refused', sayOtherProgram(program, []), { program });

export const olderServer = (missing: number): DomainError =>
  new DomainError(
    'refused',
    `The server has ${missing} ${missing === 1 ? 'entry' : 'entries'} fewer than this copy: it was restored from an older day. Nothing was written. Ask an owner; “Leave” keeps this copy with all its entries as a private portfolio.`,
  );

const LONGEST = 80;

function saySigned({ actor, at, label }: Signature): string {
  const what = label.length > LONGEST ? `${label.slice(0, LONGEST)}…` : label;
  const when = Number.isNaN(Date.parse(at)) ? at.slice(0, 30) : `${sayDay(at)}, ${at.slice(11, 16)} UTC`;
  return `On the server it is signed by ${actor}, ${when} (“${what}”).`;
}
