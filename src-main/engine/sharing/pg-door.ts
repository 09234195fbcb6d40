import { FACTS } from '../../store/tables';
import type { CentralDoor, Login } from './door';

/** The way to PostgreSQL servers; its driver is loaded when somebody goes it. */
export const pgDoor: CentralDoor = {
  test: async (login, what) => (await import('../../central/door')).testServer(asked(login), what),
  found: async (login, { name, signs, format, head }) => {
    const { adoptHistory, dropShared, findPlace, openPlace, PgCentral } = await import('../../central/door');
    const { id, made } = await findPlace(asked(login), { name, format, tables: FACTS, ownerName: signs }, head);
    const central = await PgCentral.connect(asked(login), id);
    return {
      portfolio: id,
      central,
      adopt: (entries) => adoptHistory(central, entries),
      open: () => openPlace(central, asked(login), id),
      abandon: async () => {
        if (made) await dropShared(asked(login), id);
      },
    };
  },
  prepare: async (user, { name, signs, format }) => {
    const { newId, preparingSql } = await import('../../central/door');
    const portfolio = newId();
    return { portfolio, sql: preparingSql(portfolio, { name, format, tables: FACTS, ownerName: signs }, user) };
  },
  missing: async (login, portfolio) => (await import('../../central/door')).missingSql(asked(login), portfolio),
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
