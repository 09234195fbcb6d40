import { foldedName, isSamePerson } from '../base/person-name';

/** Who built a model, who answers for it, and who looked at it; a blank is nobody's name. */
export interface FourEyesInput {
  /** Who validated or reviewed, or is to: the name on the evidence, else the reviewer of the model. */
  readonly reviewer: string;
  readonly developer: string;
  readonly technicalOwner: string;
  readonly businessOwner: string;
}

export const BUILDER_ROLES = ['developer', 'technicalOwner', 'businessOwner'] as const;
export type BuilderRole = (typeof BUILDER_ROLES)[number];
export const BUILDER_ROLE_WORDS: Readonly<Record<BuilderRole, string>> = {
  developer: 'developer',
  technicalOwner: 'technical owner',
  businessOwner: 'business owner',
};

export interface FourEyes {
  /**
   * `broken`: the reviewer also built it or answers for it. `unknown`: nobody is named to review, or nobody is known who built
   * it. `kept`: two people.
   */
  readonly state: 'kept' | 'broken' | 'unknown';
  /** The roles that the reviewer has as well; empty unless it is broken. */
  readonly roles: readonly BuilderRole[];
  /** One sentence; empty where it is kept. */
  readonly words: string;
}

/** Whether whoever looks at a model is another person than whoever built it or answers for it; rules.md 10. */
export function fourEyes(input: FourEyesInput): FourEyes {
  const { reviewer, developer, technicalOwner } = input;
  if (foldedName(reviewer) === '') return { state: 'unknown', roles: [], words: 'Nobody is named who reviews it.' };
  const roles = BUILDER_ROLES.filter((role) => isSamePerson(reviewer, input[role]));
  if (roles.length > 0) {
    const said = roles.map((role) => BUILDER_ROLE_WORDS[role]).join(' and ');
    return { state: 'broken', roles, words: `${reviewer.trim()} reviews it and is its ${said}.` };
  }
  if (foldedName(developer) === '' && foldedName(technicalOwner) === '')
    return { state: 'unknown', roles: [], words: 'Nobody is named who built it.' };
  return { state: 'kept', roles: [], words: '' };
}
