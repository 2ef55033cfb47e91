import type { Knex } from 'knex'

/**
 * PostgreSQL uses no trigram index under row-level security. So a search is a function of a role made
 * for it, which sees every name, takes the reach from the transaction and answers ids only; whoever
 * asked reads the rows behind them under their own reach. And the one function that erases.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    create extension if not exists pg_trgm;
    create extension if not exists unaccent;

    create function plain_words(told text) returns text language sql immutable parallel safe strict
      return lower(unaccent('unaccent', told));

    create index staff_search on staff
      using gin (plain_words(name || ' ' || coalesce(email, '') || ' ' || coalesce(initials, '')) gin_trgm_ops);

    create policy search on staff for select to filiaal_search using (true);
    grant select on staff to filiaal_search;
    create function find_staff(q text, at_most integer) returns setof uuid language sql stable security definer
    set search_path = public as $$
      with asked as (
        select w.words, '%' || regexp_replace(w.words, '([\\\\%_])', '\\\\\\1', 'g') || '%' as part
        from (select plain_words(trim(q)) as words) w),
      known as (
        select id, name, library_id,
          plain_words(name || ' ' || coalesce(email, '') || ' ' || coalesce(initials, '')) as words
        from staff)
      select known.id from known, asked
      where asked.words <> '' and (known.words like asked.part or asked.words <% known.words) and (reaches(library_id) or id = acting())
      order by known.words like asked.part desc, word_similarity(asked.words, known.words) desc, name, id
      limit least(at_most, 500) $$;
    grant create on schema public to filiaal_search, filiaal_retention;
    alter function find_staff set pg_trgm.word_similarity_threshold = 0.45;
    revoke execute on function find_staff from public;
    grant execute on function find_staff to filiaal_app;
    alter function find_staff owner to filiaal_search;

    create policy retention on audit for select to filiaal_retention using (true);
    create policy retention on audit_body to filiaal_retention using (true) with check (false);
    grant select on audit to filiaal_retention;
    grant select, delete on audit_body to filiaal_retention;
    create function erase_audit_bodies(of_table text, of_row text) returns bigint language sql security definer
    set search_path = public as $$
      with gone as (
        delete from audit_body b using audit a
        where a.id = b.audit_id and a.table_name = of_table and a.row_id = of_row returning 1)
      select count(*) from gone $$;
    revoke execute on function erase_audit_bodies from public;
    grant execute on function erase_audit_bodies to filiaal_job;
    alter function erase_audit_bodies owner to filiaal_retention;
    revoke create on schema public from filiaal_search, filiaal_retention;
  `)
}

export async function down(knex: Knex) {
  await knex.raw(`
    drop function erase_audit_bodies, find_staff;
    drop policy retention on audit_body; drop policy retention on audit; drop policy search on staff;
    revoke all on audit, audit_body from filiaal_retention; revoke all on staff from filiaal_search;
    drop index staff_search;
    drop function plain_words; drop extension unaccent; drop extension pg_trgm;
  `)
}
