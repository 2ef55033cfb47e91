import type { Knex } from 'knex'

/**
 * A row never moves to another library, but people do. `home_id` is the library, or the group of an office,
 * where somebody works now: it reads their row beside the one that took them on and has them in its history.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    alter table staff add column home_id uuid;
    update staff s set home_id = coalesce((
      select g.library_id from segment g where g.fact = 'core.account' and g.key = s.id::text and g.ended_in is null
      order by lower(g.valid) desc nulls last limit 1), s.library_id);
    create index staff_home on staff (home_id, name);
    drop policy reach on staff;
    create policy reach on staff using (${ours});
    ${findStaff(ours)}
  `)
}

export async function down(knex: Knex) {
  await knex.raw(`
    drop policy reach on staff;
    create policy reach on staff using (${before});
    ${findStaff(before)}
    alter table staff drop column home_id;
  `)
}

// Asked once per statement, not once per row.
const before = '(select reaches_all()) or library_id = any ((select reach())::uuid[]) or id = (select acting())'
const ours = `${before} or home_id = any ((select reach())::uuid[])`

const findStaff = (withinReach: string) => `
  drop function find_staff;
  create function find_staff(q text, at_most integer) returns setof uuid language sql stable security definer
  set search_path = public as $$
    with asked as (
      select w.words, '%' || regexp_replace(w.words, '([\\\\%_])', '\\\\\\1', 'g') || '%' as part
      from (select plain_words(trim(q)) as words) w),
    known as (
      select s.*, plain_words(name || ' ' || coalesce(email, '') || ' ' || coalesce(initials, '')) as words from staff s)
    select known.id from known, asked
    where asked.words <> '' and (known.words like asked.part or asked.words <% known.words) and (${withinReach})
    order by known.words like asked.part desc, word_similarity(asked.words, known.words) desc, name, id
    limit least(at_most, 500) $$;
  grant create on schema public to filiaal_search;
  alter function find_staff set pg_trgm.word_similarity_threshold = 0.45;
  revoke execute on function find_staff from public;
  grant execute on function find_staff to filiaal_app;
  alter function find_staff owner to filiaal_search;
  revoke create on schema public from filiaal_search;`
