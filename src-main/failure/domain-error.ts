import type { Failure, FailureCode } from '#contract/define';

/** The only error whose text crosses to a person. The message says what, where, and what to do. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  constructor(
    readonly code: FailureCode,
    message: string,
    readonly detail?: unknown,
  ) {
    super(message);
  }

  toFailure(): Failure {
    return this.detail === undefined
      ? { code: this.code, message: this.message }
      : { code: this.code, message: this.message, detail: this.detail };
  }
}
