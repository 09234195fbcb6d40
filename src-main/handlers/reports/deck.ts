import type { MadeReport, ReportRequest } from '#contract/reports';
import type { CommandContext } from '../../context';
import { DomainError } from '../../rpc/errors';

export function makeDeck(_request: ReportRequest, _context: CommandContext): Promise<MadeReport> {
  throw new DomainError('unavailable', 'This version makes no deck yet.');
}
