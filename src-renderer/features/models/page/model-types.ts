import type { Input, Output } from '#contract/index';

export type Model = Output<'models.get'>;
export type History = Output<'models.history'>;
export type Move = History['moves'][number];
export type FieldOrigin = Model['provenance'][number];
export type AllowedMove = Model['allowedMoves'][number];
export type ModelPatch = Input<'models.update'>['patch'];
export type ExternalReference = Model['externalReferences'][number];
