import type { Knex } from 'knex'

/**
 * Both are asked row by row while a first file fills tables of which the planner still believes that they are empty: each
 * row is looked up by its index, whatever it believes.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    alter function follow_membership set enable_seqscan = off;
    alter function follow_membership set enable_hashjoin = off;
    alter function follow_membership set enable_mergejoin = off;
    grant create on schema public to filiaal_search;
    set local role filiaal_search;
    create or replace function match_patrons(library uuid, asked jsonb) returns table (n integer, how text, person_id uuid)
    language sql stable security definer set search_path = public set enable_seqscan = off as $$
      with them as materialized (
        select * from jsonb_to_recordset(asked) as r (n integer, id uuid, number text, card text, name text, born date, kind text))
      select t.n, 'row', f.id from them t cross join lateral (select p.id from person p where p.id = t.id limit 1) f
      union all
      select t.n, 'number', f.id from them t cross join lateral (
        select p.id from person p where p.external_numbers @> to_jsonb(t.number) and p.merged_into is null and p.library_ids @> array[library] limit 5) f
      where t.number is not null
      union all
      select t.n, case when f.library_id = library then 'card' else 'taken' end, case when f.library_id = library then f.person_id end
      from them t cross join lateral (
        select c.library_id, c.person_id from card c where c.number = t.card and c.until_on is null limit 1) f where t.card is not null
      union all
      select t.n, 'double', f.id from them t cross join lateral (
        select p.id from person p where p.born_on = t.born and p.merged_into is null and p.library_ids @> array[library] and p.kind = t.kind
          and trim(name_words(p.family_name || ' ' || coalesce(p.first_name, ''))) = trim(name_words(t.name)) limit 1) f
      where t.born is not null
      union all
      select t.n, 'double', f.id from them t cross join lateral (
        select p.id from person p where p.words like name_words(t.name) || '%' and p.kind = 'institution' and p.merged_into is null
          and p.library_ids @> array[library] and name_words(p.family_name) = name_words(t.name) limit 1) f
      where t.kind = 'institution' $$;
    reset role;
    revoke create on schema public from filiaal_search;
  `)
}

export async function down(knex: Knex) {
  await knex.raw(`
    alter function follow_membership reset enable_seqscan;
    alter function follow_membership reset enable_hashjoin;
    alter function follow_membership reset enable_mergejoin`)
}
