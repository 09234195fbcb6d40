/** Yes, no, or nobody has said; combined by Kleene's rules. */
export type Truth = 'yes' | 'no' | 'unknown';

export const truthOf = (value: boolean): Truth => (value ? 'yes' : 'no');

/** Source: S. C. Kleene, Introduction to Metamathematics (1952), § 64: strong tables of three values. */
export function all(values: readonly Truth[]): Truth {
  if (values.includes('no')) return 'no';
  return values.includes('unknown') ? 'unknown' : 'yes';
}

export const not = (value: Truth): Truth => (value === 'unknown' ? value : value === 'yes' ? 'no' : 'yes');

export const any = (values: readonly Truth[]): Truth => not(all(values.map(not)));
