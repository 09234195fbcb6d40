import { FACTS } from '../../store/tables';
import type { CentralDoor, Login } from './door';

/** The way to PostgreSQL servers; its driver is loaded when somebody goes it. */
export const pgDoor: CentralDoor = {
  test: async (login, what) => (await import('../../central/door')).testServer(asked(login), what),
  found: async (login, { name, signs, format }) => {
    const { adoptHistory, createShared, PgCentral } = await import('../../central/door');
    const portfolio = await createShared(asked(login), { name, format, tables: FACTS, ownerName: signs });
    const central = await PgCentral.connect(asked(login), portfolio);
    return { portfolio, central, adopt: (entries) => adoptHistory(central, entries) };
  },
  connect: async (login, portfolio) => {
    const { PgCentral } = await import('../../central/door');
    return PgCentral.connect(asked(login), portfolio);
  },
  update: async (login, portfolio, format) => {
    const { migrateShared, PgCentral } = await import('../../central/door');
    await migrateShared(asked(login), portfolio);
    const central = await PgCentral.connect(asked(login), portfolio);
    try {
      await central.raiseFormat(format, FACTS);
    } finally {
      await central.close();
    }
  },
  abandon: async (login, portfolio) => {
    const { dropShared } = await import('../../central/door');
    await dropShared(asked(login), portfolio);
  },
};

function asked({ host, port, database, user, ca, proof }: Login) {
  const { password, certificate, key } = proof;
  return {
    ...{ host, port, database, user },
    ...(ca !== null && { ca }),
    ...(password !== undefined && { password }),
    ...(certificate !== undefined && key !== undefined && { certificate: { certificate, key } }),
  };
}
