import type { ModelFields } from '#contract/models/models';
import { KINDS, type Kind } from '#domain/models/kinds';
import type { Health, Tier, UpdateFrequency } from '#domain/vocabulary';

/** What cells of the models' tables mean; they were validated by the contract before they were written. */

export const asTier = (tier: number | null): Tier | null => (tier === 1 || tier === 2 || tier === 3 ? tier : null);

/** Written through the contract's enum, so it is one of its words or nothing. */
export const asFrequency = (text: string | null): UpdateFrequency | null => text as UpdateFrequency | null;

/** A word that is no kind (of a newer version, or '') is one that nobody has said. */
export const asKind = (text: string | null): Kind | null => KINDS.find((kind) => kind === text) ?? null;

/** Written by the rule of health, so it is one of its words. */
export const asHealth = (text: string): Health => text as Health;

export const parseTags = (text: string): ModelFields['tags'] => JSON.parse(text) as ModelFields['tags'];
export const parseReferences = (text: string): ModelFields['externalReferences'] =>
  JSON.parse(text) as ModelFields['externalReferences'];
