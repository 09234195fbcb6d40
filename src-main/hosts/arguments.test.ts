import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { linkInArguments, portfolioInArguments, readStartArguments } from './arguments';

describe('readStartArguments', () => {
  it('has defaults for everything', () => {
    expect(readStartArguments([], '/here')).toEqual({ portfolio: null, port: 0, machine: false, openBrowser: false });
  });
  it('reads a machine’s start and resolves the file where it was given', () => {
    const start = readStartArguments(
      ['--loopback', '--portfolio', 'a.modelfolio', '--port', '8080', '--browser'],
      '/here',
    );
    expect(start).toEqual({
      portfolio: resolve('/here', 'a.modelfolio'),
      port: 8080,
      machine: true,
      openBrowser: false,
    });
  });
  it.each([['--port', 'x'], ['--port', '65536'], ['--port', '-1'], ['--unknown']])('refuses %s %s', (...argv) => {
    expect(() => readStartArguments(argv, '/here')).toThrow();
  });
});

describe('portfolioInArguments', () => {
  it('finds the file among the switches of Chromium', () => {
    expect(portfolioInArguments(['electron', '--no-sandbox', '.', '--portfolio=a b.db', '--x'], '/here')).toBe(
      resolve('/here', 'a b.db'),
    );
    expect(portfolioInArguments(['modelfolio', '/x/Acme.MODELFOLIO'], '/here')).toBe(resolve('/x/Acme.MODELFOLIO'));
  });
  it('takes no switch and no program for a file', () => {
    expect(portfolioInArguments(['/bin/a.modelfolio', '--flag=x.modelfolio', '.'], '/here')).toBe(null);
  });
});

describe('linkInArguments', () => {
  it('finds the link that the system hands over, and nothing that only looks like one', () => {
    const link = 'modelfolio://open/portfolio?filter=%7B%7D#of=Acme';
    expect(linkInArguments(['modelfolio', '--no-sandbox', link])).toBe(link);
    expect(linkInArguments(['modelfolio', 'a.modelfolio', 'modelfolio://evil/x', 'modelfolio://open/a b'])).toBeNull();
    expect(linkInArguments([`modelfolio://open/${'x'.repeat(9000)}`])).toBeNull();
  });
});
