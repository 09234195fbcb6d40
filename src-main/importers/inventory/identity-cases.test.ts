import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decideIdentities, type IdentityDecision } from '#domain/identity/decide-identities';
import { needs } from '../../testing/needs';
import { sharedFile } from '../../testing/shared-data';

interface SharedCase {
  readonly id: string;
  readonly title: string;
  readonly portfolio: {
    readonly models: readonly {
      readonly model: string;
      readonly name: string;
      readonly unit: string;
      readonly references: readonly { readonly system: string; readonly id: string }[];
      readonly sources: readonly string[];
      readonly stage?: string;
    }[];
    readonly aliases: readonly { readonly short: string; readonly full: string }[];
  };
  readonly file: {
    readonly source: string;
    readonly system: string;
    readonly key: readonly string[];
    readonly rows: readonly {
      readonly row: number;
      readonly name: string;
      readonly unit: string;
      readonly id: string;
      readonly stage?: string;
    }[];
  };
  readonly expected: {
    readonly rows: readonly {
      readonly row: number;
      readonly outcome: string;
      readonly model: string | null;
      readonly by?: string;
      readonly before?: string;
      readonly after?: string;
      readonly candidates?: readonly string[];
      readonly offers?: readonly { readonly model: string; readonly band: string }[];
    }[];
    readonly missing: readonly string[];
    readonly looksPartial: boolean;
    readonly asks: readonly {
      readonly unit: string;
      readonly means: string | readonly string[];
      readonly because: string;
      readonly rows: readonly number[];
    }[];
  };
}

const file = sharedFile('cases/identity-cases.json');
const cases: readonly SharedCase[] = file.why === null ? JSON.parse(readFileSync(file.path, 'utf8')).cases : [];

const fieldsOf = ({ stage = '' }: { readonly stage?: string }) => ({ stage });

function decide({ portfolio, file: read }: SharedCase): IdentityDecision {
  return decideIdentities({
    portfolioModels: portfolio.models.map(({ model: id, ...rest }) => ({ ...rest, id, fields: fieldsOf(rest) })),
    rows: read.rows.map(({ id: externalId, ...rest }) => ({ ...rest, externalId, fields: fieldsOf(rest) })),
    source: { name: read.source, system: read.system, rowsLastTime: null },
    key: read.key,
    aliases: portfolio.aliases.map(({ short, full }) => ({ short, full, scope: '', kind: 'same' })),
    answers: [],
  });
}

describe('the identity cases', needs(file), () => {
  it('are all there', () => {
    expect(cases).toHaveLength(20);
  });

  it.each(cases.map((one) => [one.id, one.title, one] as const))('%s: %s', (_, __, one) => {
    const { rows, missing, looksPartial, asks } = decide(one);
    const { expected } = one;
    const found = rows.map(({ row, outcome, model, by, renamed, candidates, offers }, at) => {
      const wanted = expected.rows[at];
      return {
        row,
        outcome,
        model,
        ...(wanted?.by === undefined ? {} : { by }),
        ...(wanted?.before === undefined ? {} : renamed),
        ...(candidates.length === 0 ? {} : { candidates }),
        ...(offers.length === 0 ? {} : { offers: offers.map(({ model: id, band }) => ({ model: id, band })) }),
      };
    });
    expect(found).toEqual(expected.rows);
    expect(missing.map(({ model }) => model)).toEqual(expected.missing);
    expect(looksPartial).toBe(expected.looksPartial);
    const said = {
      initials: 'initials',
      initials_fit_several: 'initials fit two units',
      now_called: 'now called',
    } as const;
    expect(
      asks.map(({ unit, means, because, rows: of }) => ({ unit, means, because: said[because], rows: of })),
    ).toEqual(expected.asks.map(({ means, ...ask }) => ({ ...ask, means: [means].flat() })));
  });
});
