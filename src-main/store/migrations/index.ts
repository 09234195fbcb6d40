import { migration0001 } from './0001-initial';
import { migration0002 } from './0002-assessments';
import { migration0003 } from './0003-drift';
import { migration0004 } from './0004-incidents';
import { migration0005 } from './0005-scenarios';
import { migration0006 } from './0006-drift-health';
import { migration0007 } from './0007-reports';
import { migration0008 } from './0008-drift-windows';
import { migration0009 } from './0009-incident-changes';
import { migration0010 } from './0010-imports-again';
import { migration0011 } from './0011-journal-blocks';
import { migration0012 } from './0012-answers-about-deleted';
import { migration0013 } from './0013-offer-prices';
import { migration0014 } from './0014-retraining-and-mitigation';
import { migration0015 } from './0015-scenario-asked';
import { migration0016 } from './0016-scenario-named';
import { migration0017 } from './0017-challengers';
import { migration0018 } from './0018-views-of-pages';
import { migration0019 } from './0019-journal-search';
import { migration0020 } from './0020-planned-retirements';
import { migration0021 } from './0021-leaner-indexes';
import { migration0022 } from './0022-governance';
import { migration0023 } from './0023-release-changes';
import { migration0024 } from './0024-accepted-findings';
import { migration0025 } from './0025-own-packs';
import { migration0026 } from './0026-connections';
import { migration0027 } from './0027-sharing';
import { migration0028 } from './0028-given-again-and-digests';

/** A step from version − 1 to version. The SQL text is hashed, so that a released step cannot be edited unnoticed. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** Every step in order: one line each. */
export const migrations: readonly Migration[] = [
  migration0001,
  migration0002,
  migration0003,
  migration0004,
  migration0005,
  migration0006,
  migration0007,
  migration0008,
  migration0009,
  migration0010,
  migration0011,
  migration0012,
  migration0013,
  migration0014,
  migration0015,
  migration0016,
  migration0017,
  migration0018,
  migration0019,
  migration0020,
  migration0021,
  migration0022,
  migration0023,
  migration0024,
  migration0025,
  migration0026,
  migration0027,
  migration0028,
];
