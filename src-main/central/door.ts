/** What the engine takes of this room. */
export { adoptHistory } from './adopt-history';
export { PgCentral } from './pg-central';
export { dropShared, migrateShared, missingSql, newId } from './server/install';
export { openPlace } from './server/open-place';
export { findPlace } from './server/prepared';
export { preparingSql } from './server/setup-sql';
export { testServer } from './test-server';
