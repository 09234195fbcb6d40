import type { Handlers } from '#contract/define';
import type { Contract } from '#contract/index';
import type { CommandContext, QueryContext } from './context';

/** The handlers that one subject of the contract asks for. */
export type SubjectHandlers<S extends keyof Contract> = Handlers<Contract, QueryContext, CommandContext>[S];
