import { expect, it } from 'vitest';
import { digestOf, SERVER_MIGRATIONS, SERVER_VERSION } from './migrations';

/** A server keeps what it was set up with, and is updated only where that is, byte for byte, what its program would have run. */
const LANDED = [
  'b8ad6ca4016ffe474fdee0031d674ea4ac49767680c4b2b83bb680cc07d9dd68',
  'dd398761a323208a1ed5c4faef6440bcd0bd891c37376835062ff0c09460668d',
  '503a061897531761f0cbea22f182daf4937d593eb09c29510d9cf2ceb8ae1e9d',
  'd6a9e89f52987d31bfeebcb90dad7e08dce2645c91f4daa0fde3ec4d1a765656',
  '5ba4aff08386d8a5dfc2b5251998124f554c218f1d52cc71fca030713420adb0',
  '7762f5bad468745358a9b15efa5b65989f96bf45183a69a36b655cfa0a6e42ee',
];

it('are numbered from one on, and what has landed is never changed', () => {
  expect(SERVER_MIGRATIONS.map(({ no }) => no)).toEqual(LANDED.map((_, at) => at + 1));
  expect(SERVER_VERSION).toBe(LANDED.length);
  expect(SERVER_MIGRATIONS.map(digestOf)).toEqual(LANDED);
});
