/** Who works at the insurer of the sample. All of them are invented. */
export const PEOPLE = {
  cdo: 'Claire Dubois',
  head: 'Priya Raman',
  platform: 'Tomas Lindqvist',
  risk: 'Greta Voss',
  actuary: 'Daniel Okafor',
  pricing: 'Sofia Marchetti',
  property: 'Emil Sandberg',
  claims: 'Amara Diallo',
  claimsScience: 'Jonas Keller',
  fraud: 'Helen Brandt',
  fraudScience: 'Luca Moretti',
  customer: 'Inês Carvalho',
  customerScience: 'Noah Fischer',
  finance: 'Marta Kowalski',
  reserving: 'Ruth Adler',
  operations: 'Peter Aalto',
  text: 'Yuki Tanaka',
  desk: 'Service desk',
} as const;
export type Person = keyof typeof PEOPLE;
