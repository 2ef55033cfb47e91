import type { Knex } from 'knex'

/**
 * A file of a hundred thousand patrons, and what enrolling asks. Whoever is known is looked up by an index that holds all of
 * them: what a GIN index puts aside to add later is read whole at every question, and a file asks one for each of its rows.
 * Namesakes are found by day and name, since of many the day is 1 January. Members who come together follow in one look.
 *
 * The text of a file is sealed, as it may hold national numbers. What waits when this comes is to be brought again.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    alter index person_external set (fastupdate = off);
    select gin_clean_pending_list('person_external');
    create index person_namesake on person (born_on, name_words(family_name || ' ' || coalesce(first_name, ''))) where born_on is not null;

    create or replace function follow_membership() returns trigger language plpgsql security definer set search_path = public
    set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
      declare
        whose uuid[];
      begin
        if tg_level = 'STATEMENT' then whose := array(select distinct person_id from added);
        else whose := array_remove(array[new.person_id, nullif(old.person_id, new.person_id)], null); end if;
        update person p set library_ids = m.libraries, branch_ids = m.branches, open_ids = m.open
        from unnest(whose) as one (id) cross join lateral (
          select coalesce(array_agg(distinct library_id), '{}') as libraries, coalesce(array_agg(distinct branch_id), '{}') as branches,
            coalesce(array_agg(distinct library_id) filter (where not discreet), '{}') as open
          from membership where person_id = one.id) m
        where p.id = one.id and p.merged_into is null
          and (p.library_ids, p.branch_ids, p.open_ids) is distinct from (m.libraries, m.branches, m.open);
        return null;
      end $$;
    drop trigger follow_membership on membership;
    create trigger follow_membership after delete or update of person_id, branch_id, discreet on membership
      for each row execute function follow_membership();
    create trigger follow_added after insert on membership referencing new table as added for each statement execute function follow_membership();

    alter table patron_file drop column content, add column sealed bytea,
      -- How often rows were taken out of it, because somebody who stands in them is forgotten.
      add column blanked integer not null default 0;
    grant update (sealed, blanked) on patron_file to filiaal_app;

    grant create on schema public to filiaal_search;
    set local role filiaal_search;
    create or replace function match_patrons(library uuid, asked jsonb) returns table (n integer, how text, person_id uuid)
    language sql stable security definer set search_path = public set enable_seqscan = off as $$
      with them as materialized (
        select * from jsonb_to_recordset(asked) as r (n integer, id uuid, number text, card text, national text, name text, born date, kind text))
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
      select t.n, case when f.ours then 'national' else 'national-taken' end, case when f.ours then f.id end from them t cross join lateral (
        select p.id, p.library_ids @> array[library] as ours from person p
        where p.national_hash = decode(t.national, 'hex') and p.merged_into is null
          and (cardinality(p.open_ids) > 0 or p.library_ids @> array[library]) limit 1) f
      where t.national is not null
      union all
      select t.n, 'double', f.id from them t cross join lateral (
        select p.id from person p where p.born_on = t.born and p.merged_into is null and p.library_ids @> array[library] and p.kind = t.kind
          and name_words(p.family_name || ' ' || coalesce(p.first_name, '')) = name_words(t.name) limit 1) f
      where t.born is not null
      union all
      select t.n, 'double', f.id from them t cross join lateral (
        select p.id from person p where p.words like name_words(trim(t.name)) || '%' and p.kind = 'institution' and p.merged_into is null
          and p.library_ids @> array[library] and name_words(p.family_name) = name_words(trim(t.name)) limit 1) f
      where t.kind = 'institution' $$;
    reset role;
    revoke create on schema public from filiaal_search;
  `)
}

export async function down(knex: Knex) {
  await knex.raw(`
    create or replace function follow_membership() returns trigger language plpgsql security definer set search_path = public
    set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
      declare
        whose uuid[];
      begin
        if tg_level = 'STATEMENT' then whose := array(select distinct person_id from added);
        else whose := array_remove(array[new.person_id, nullif(old.person_id, new.person_id)], null); end if;
        update person p set library_ids = m.libraries, branch_ids = m.branches, open_ids = m.open
        from unnest(whose) as one (id) cross join lateral (
          select coalesce(array_agg(distinct library_id), '{}') as libraries, coalesce(array_agg(distinct branch_id), '{}') as branches,
            coalesce(array_agg(distinct library_id) filter (where not discreet), '{}') as open
          from membership where person_id = one.id) m
        where p.id = one.id and p.merged_into is null
          and (p.library_ids, p.branch_ids, p.open_ids) is distinct from (m.libraries, m.branches, m.open);
        return null;
      end $$;
    drop trigger follow_membership on membership;
    create trigger follow_membership after delete or update of person_id, branch_id, discreet on membership
      for each row execute function follow_membership();
    create trigger follow_added after insert on membership referencing new table as added for each statement execute function follow_membership();

    alter table patron_file drop column sealed, drop column blanked, add column content text;
    grant update (content) on patron_file to filiaal_app;
    drop index person_namesake;
    drop trigger follow_added on membership;
    drop trigger follow_membership on membership;
    create trigger follow_membership after insert or delete or update of person_id, branch_id, discreet on membership
      for each row execute function follow_membership();
    alter index person_external reset (fastupdate)`)
}
