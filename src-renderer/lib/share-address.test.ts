import { expect, it } from 'vitest';
import { addressText, readAddress } from './share-address';

it('reads an address as it was handed on', () => {
  const address = { host: 'pg.aldermoor.example', port: 5433, database: 'model folio' };
  expect(readAddress(addressText(address))).toEqual(address);
  expect(readAddress('postgres://emil@pg.example/modelfolio')).toEqual({
    host: 'pg.example',
    port: 5432,
    database: 'modelfolio',
    user: 'emil',
  });
  expect(readAddress(' 10.20.4.17:5432 ')).toEqual({ host: '10.20.4.17', port: 5432 });
});

it('takes no password out of an address', () => {
  expect(JSON.stringify(readAddress('postgresql://emil:secret@pg.example/db'))).not.toContain('secret');
});

it.each(['pg.example', '', 'pg.example:', 'http://pg.example/x', '::1'])('leaves “%s” as it is', (text) => {
  expect(readAddress(text)).toBeNull();
});
