import { DomainError } from '../failure/domain-error';

/** The rules refuse impossible figures with a RangeError whose text is made for the person. */
export function refusable<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw new DomainError('invalid_input', error.message);
    throw error;
  }
}
