import { sql } from 'kysely';
import { STATEMENT_STARTS } from '#domain/assessments/monitoring-statement';
import { PRODUCTION_STAGES } from '#domain/vocabulary';
import { tables } from '../../journal/connection';
import type { ReadHandle } from '../../journal/handle';
import { ofUnit } from '../../models/within-unit';

export interface StatedText {
  readonly text: string;
  readonly count: number;
}

/** Cheaper than reading every source: `like` ignores case, and none of the words has a wildcard. */
const isIn = (words: string) => sql`sources.origins like ${`%${words}%`}`;

/**
 * What these imports stated of the monitoring of models in production, each text with how many models: of one model the
 * newest that says something.
 *
 * @param unit '' = the whole portfolio
 */
export async function countStatedTexts(
  read: ReadHandle,
  imports: readonly string[],
  unit: string,
): Promise<readonly StatedText[]> {
  const { rows } = await sql<StatedText>`
    with stated as (
      select sources.model_id,
        case origin.type when 'array' then json_extract(origin.value, '$[1]') else json_extract(origin.value, '$.text') end as text,
        row_number() over (partition by sources.model_id order by sources.imported_at desc) as age
      from model_sources as sources join imports on imports.id = sources.import_id, json_each(sources.origins) as origin
      where sources.import_id in (${sql.join(imports)})
        and (${sql.join(STATEMENT_STARTS.map(isIn), sql` or `)})
        and case origin.type
          when 'array' then json_extract(imports.columns, '$[' || json_extract(origin.value, '$[0]') || '].field')
          when 'object' then json_extract(origin.value, '$.field')
        end = 'monitored'
    )
    select stated.text, count(*) as count
    from stated join models on models.id = stated.model_id
    where stated.age = 1 and stated.text is not null and models.stage in (${sql.join([...PRODUCTION_STAGES])})
      and ${ofUnit(unit)}
    group by stated.text`.execute(tables(read));
  return rows;
}
