import type { Knex } from 'knex'

/**
 * Who ended everywhere before a day, at the libraries that are asked about: from their members that ended there, so that one
 * library does not read through the whole region, and no row leaves the database to be counted.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    grant create on schema public to filiaal_search;
    set local role filiaal_search;
    drop function former_people(date);
    create function former_people(before date, libraries uuid[])
    returns table (person_id uuid, library_id uuid, ended_on date, is_banned boolean)
    language sql stable security definer set search_path = public as $$
      select m.person_id, m.library_id, e.ended_on, e.is_banned
      from membership m join person p on p.id = m.person_id and p.merged_into is null
        cross join lateral (
          select max(coalesce(o.ends_on, o.until_on)) as ended_on, bool_or(o.status = 8) as is_banned
          from membership o where o.person_id = m.person_id) e
      where acting() is not null and m.library_id = any (libraries) and (reaches_all() or m.library_id = any (reach()))
        and coalesce(m.ends_on, m.until_on) < before and e.ended_on < before $$;
    revoke execute on function former_people from public;
    grant execute on function former_people to filiaal_app;
    reset role;
    revoke create on schema public from filiaal_search;
  `)
}

export async function down(knex: Knex) {
  await knex.raw(`
    drop function former_people(date, uuid[]);
    grant create on schema public to filiaal_search;
    set local role filiaal_search;
    create function former_people(before date) returns table (person_id uuid, library_id uuid, ended_on date, is_banned boolean)
    language sql stable security definer set search_path = public as $$
      with ended as (
        select m.person_id, max(coalesce(m.ends_on, m.until_on)) as ended_on, bool_or(m.status = 8) as is_banned
        from membership m group by m.person_id having max(coalesce(m.ends_on, m.until_on)) < before)
      select e.person_id, m.library_id, e.ended_on, e.is_banned
      from ended e join person p on p.id = e.person_id and p.merged_into is null join membership m on m.person_id = e.person_id
      where acting() is not null and (reaches_all() or m.library_id = any (reach())) $$;
    revoke execute on function former_people from public;
    grant execute on function former_people to filiaal_app;
    reset role;
    revoke create on schema public from filiaal_search`)
}
