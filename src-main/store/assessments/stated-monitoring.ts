import { sql } from 'kysely';
import { countStatements, STATEMENT_STARTS, type StatedCounts } from '#domain/assessments/monitoring-statement';
import { PRODUCTION_STAGES } from '#domain/vocabulary';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';

/** The imports that had a column on monitoring: most have none, and then no source has to be read. */
async function importsThatTell(read: ReadHandle): Promise<readonly string[]> {
  const rows = await tables(read).selectFrom('imports').select(['id', 'mapping']).where('undone', '=', 0).execute();
  return rows.flatMap(({ id, mapping }) => (mapping.includes('"monitored"') ? [id] : []));
}

/** Cheaper than reading every source: `like` ignores case, and none of the words has a wildcard. */
const isIn = (words: string) => sql`sources.origins like ${`%${words}%`}`;

/** What inventories state of how the models in production are watched: for each model the newest that says something. */
export async function countStatedMonitoring(read: ReadHandle, unit: string): Promise<StatedCounts> {
  const imports = await importsThatTell(read);
  if (imports.length === 0) return countStatements([]);
  const below = `${unit} / `;
  const { rows } = await sql<{ text: string; count: number }>`
    with stated as (
      select sources.model_id, json_extract(origin.value, '$.text') as text,
        row_number() over (partition by sources.model_id order by sources.imported_at desc) as age
      from model_sources as sources, json_each(sources.origins) as origin
      where sources.import_id in (${sql.join(imports)})
        and (${sql.join(STATEMENT_STARTS.map(isIn), sql` or `)})
        and json_extract(origin.value, '$.field') = 'monitored'
    )
    select stated.text, count(*) as count
    from stated join models on models.id = stated.model_id
    where stated.age = 1 and stated.text is not null and models.stage in (${sql.join([...PRODUCTION_STAGES])})
      and (${unit} = '' or models.unit = ${unit} or substr(models.unit, 1, length(${below})) = ${below})
    group by stated.text`.execute(tables(read));
  return countStatements(rows);
}
