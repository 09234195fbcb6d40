import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findPlaces } from './places';

it('keeps everything in one place when told to', () => {
  const places = findPlaces({ MODELFOLIO_USER_DATA: '/data' }, 'linux', '/home/a');
  expect(places).toEqual({ configFolder: '/data', portfolioFolder: join('/data', 'portfolios') });
});

it.each([
  ['linux', {}, ['.config', 'Modelfolio']],
  ['darwin', {}, ['Library', 'Application Support', 'Modelfolio']],
  ['win32', {}, ['AppData', 'Roaming', 'Modelfolio']],
] as const)('is where Electron keeps it on %s', (platform, env, path) => {
  expect(findPlaces(env, platform, 'home').configFolder).toBe(join('home', ...path));
});

it('follows the system where it names a folder', () => {
  expect(findPlaces({ XDG_CONFIG_HOME: '/xdg' }, 'linux', '/home/a').configFolder).toBe(join('/xdg', 'Modelfolio'));
  expect(findPlaces({ APPDATA: '/roaming' }, 'win32', '/home/a').configFolder).toBe(join('/roaming', 'Modelfolio'));
});
