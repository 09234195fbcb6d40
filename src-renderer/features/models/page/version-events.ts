import type { LiveEvent } from '#domain/models/live-versions';
import type { Model } from './model-types';

/** The versions as events; a retired model ended with its retirement. */
export function versionEvents({ versions, stage, stageSince, stageSincePrecision }: Model): readonly LiveEvent[] {
  const releases = versions.toReversed().map(
    ({ version, at, precision, until, untilPrecision }): LiveEvent => ({
      kind: 'release',
      version,
      from: at === null ? null : { at, precision },
      until: until === null ? null : { at: until, precision: untilPrecision },
    }),
  );
  if (stage !== 'retired') return releases;
  const from = stageSince === null ? null : { at: stageSince, precision: stageSincePrecision };
  return [...releases, { kind: 'retirement', version: '', from, until: null }];
}
