/** What the engine takes of this room. */
export { adoptHistory } from './adopt-history';
export { PgCentral } from './pg-central';
export { createShared, dropShared, migrateShared } from './server/install';
export { testServer } from './test-server';
