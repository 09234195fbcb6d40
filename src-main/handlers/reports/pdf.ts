import type { MadeReport, PaperRequest } from '#contract/reports';
import type { CommandContext } from '../../context';
import { DomainError } from '../../rpc/errors';

export function makePdf(_request: PaperRequest, _context: CommandContext): Promise<MadeReport> {
  throw new DomainError('unavailable', 'This version makes no PDF yet. Make the board deck instead.');
}
