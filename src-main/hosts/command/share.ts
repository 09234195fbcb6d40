import type { CommandLine } from './line';

type ShareLine = Extract<CommandLine, { action: 'share' | 'share-sql' | 'join' | 'leave' }>;

interface Question {
  readonly channel: string;
  readonly input: unknown;
  readonly portfolio: string | null;
}

/** What shares a portfolio, makes a copy of a shared one, or makes such a copy a private portfolio again. */
export function sharingQuestion(line: ShareLine): Question {
  if (line.action === 'leave')
    return { channel: 'share.leave', input: { waiting: line.waiting ?? 'ask' }, portfolio: line.file };
  if (line.action === 'share-sql')
    return { channel: 'share.prepare', input: { user: line.user, name: line.sign ?? line.user }, portfolio: line.file };
  const { file, server, ca } = line;
  const login = { ...server, ...(ca !== null && { ca }) };
  if (line.action === 'join')
    return { channel: 'share.join', input: { ...login, portfolio: line.id, file }, portfolio: null };
  return { channel: 'share.create', input: { ...login, name: line.sign ?? server.user }, portfolio: file };
}
