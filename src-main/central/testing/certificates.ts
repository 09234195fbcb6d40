import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** For `needs(…)`. */
export const openssl = {
  why: ['/usr/bin/openssl', '/usr/local/bin/openssl'].some(existsSync) ? null : 'The program openssl is not there.',
};

export interface Authority {
  /** PEM. */
  readonly certificate: string;
  /** @param days of validity; below zero: it has ended */
  issue(name: string, subject: string, alternatives: string | null, days?: number): Issued;
}

export interface Issued {
  readonly certificate: string;
  readonly key: string;
}

const run = (folder: string, args: readonly string[]): void => {
  execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
};

const NEW_KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'] as const;

/** A certificate authority of the test's own, and what it vouches for. */
export function authority(folder: string, name: string): Authority {
  run(folder, [
    'req',
    '-x509',
    ...NEW_KEY,
    '-keyout',
    `${name}.key`,
    '-out',
    `${name}.crt`,
    '-days',
    '30',
    '-subj',
    `/CN=${name}`,
  ]);
  return {
    certificate: readFileSync(join(folder, `${name}.crt`), 'utf8'),
    issue: (file, subject, alternatives, days = 20) => {
      run(folder, ['req', ...NEW_KEY, '-keyout', `${file}.key`, '-out', `${file}.csr`, '-subj', `/CN=${subject}`]);
      writeFileSync(
        join(folder, `${file}.ext`),
        alternatives ? `subjectAltName=${alternatives}\n` : 'basicConstraints=CA:FALSE\n',
      );
      writeFileSync(join(folder, `${file}.index`), '');
      writeFileSync(join(folder, `${file}.serial`), '01');
      const end = new Date(Date.now() + days * 86_400_000);
      const begin = new Date(Math.min(Date.now(), end.getTime()) - 86_400_000);
      const stamp = (at: Date): string => `${at.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`;
      writeFileSync(
        join(folder, `${file}.cnf`),
        `[ca]\ndefault_ca=it\n[it]\ndatabase=${file}.index\nserial=${file}.serial\nnew_certs_dir=.\ndefault_md=sha256\npolicy=any\nunique_subject=no\n[any]\ncommonName=supplied\n`,
      );
      run(folder, [
        'ca',
        '-batch',
        '-config',
        `${file}.cnf`,
        '-cert',
        `${name}.crt`,
        '-keyfile',
        `${name}.key`,
        '-in',
        `${file}.csr`,
        '-out',
        `${file}.crt`,
        '-startdate',
        stamp(begin),
        '-enddate',
        stamp(end),
        '-extfile',
        `${file}.ext`,
        '-notext',
      ]);
      return {
        certificate: readFileSync(join(folder, `${file}.crt`), 'utf8'),
        key: readFileSync(join(folder, `${file}.key`), 'utf8'),
      };
    },
  };
}
