import type { Knex } from 'knex'

/**
 * Two rows that are one human: the one goes into the other, and what must come back when that was wrong is noted by ids and
 * days. What the kept person was called before stands in `fields`, and goes with either of the two when they are forgotten.
 * Whoever went keeps their own name and walls, so that whoever followed an old link is led on.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    create table person_merge (
      id uuid primary key,
      kept_id uuid not null references person on delete cascade,
      gone_id uuid not null references person on delete cascade,
      library_ids uuid[] not null,
      -- By field what the kept person was and became.
      fields jsonb not null,
      -- The national number of whoever went, which the kept person had none of.
      national_came boolean not null default false,
      staff_id uuid,
      staff_name text check (length(staff_name) <= 200),
      at timestamptz not null,
      put_back_at timestamptz,
      put_back_name text check (length(put_back_name) <= 200),
      -- What somebody had touched since, and stayed as it was.
      stays jsonb,
      check (kept_id <> gone_id));
    create index person_merge_kept on person_merge (kept_id);
    create index person_merge_gone on person_merge (gone_id);
    create index person_merge_at on person_merge (at);

    create table person_merge_row (
      merge_id uuid not null references person_merge on delete cascade,
      library_ids uuid[] not null,
      table_name text not null check (length(table_name) <= 63),
      row_id uuid not null,
      -- On which membership it hung.
      membership_id uuid,
      -- Of a membership whose twin took its place: days and codes, before and after.
      before jsonb,
      after jsonb,
      primary key (merge_id, table_name, row_id));

    -- Looked alike, and somebody said that they are two: they are proposed no more.
    create table person_apart (
      one_id uuid not null references person on delete cascade,
      other_id uuid not null references person on delete cascade,
      library_ids uuid[] not null,
      staff_id uuid,
      at timestamptz not null,
      primary key (one_id, other_id),
      check (one_id < other_id));
    create index person_apart_other on person_apart (other_id);

    call declare_table('person_merge', 'walled');
    call declare_table('person_merge_row', 'walled');
    call declare_table('person_apart', 'walled');
    create policy reach on person_merge using (reaches_any(library_ids));
    create policy reach on person_merge_row using (reaches_any(library_ids));
    create policy reach on person_apart using (reaches_any(library_ids));
    grant select, insert on person_merge, person_merge_row, person_apart to filiaal_app;
    grant update (put_back_at, put_back_name, stays) on person_merge to filiaal_app;

    grant update (person_id, enrolled_on) on membership to filiaal_app;
    grant update (person_id, membership_id) on membership_period, card to filiaal_app;
    grant update (person_id) on patron_note to filiaal_app;

    -- Whoever went into somebody else keeps the walls they had; whom a membership leaves and whom it joins both follow it.
    create or replace function follow_membership() returns trigger language plpgsql security definer set search_path = public as $$
      begin
        update person p set library_ids = m.libraries, branch_ids = m.branches, open_ids = m.open
        from (select them.id, coalesce(array_agg(distinct library_id) filter (where library_id is not null), '{}') as libraries,
                coalesce(array_agg(distinct branch_id) filter (where branch_id is not null), '{}') as branches,
                coalesce(array_agg(distinct library_id) filter (where not discreet), '{}') as open
              from (select new.person_id as id union select old.person_id) them left join membership on person_id = them.id
              where them.id is not null group by them.id) m
        where p.id = m.id and p.merged_into is null
          and (p.library_ids, p.branch_ids, p.open_ids) is distinct from (m.libraries, m.branches, m.open);
        return null;
      end $$;
    drop trigger follow_membership on membership;
    create trigger follow_membership after insert or delete or update of person_id, branch_id, discreet on membership
      for each row execute function follow_membership();

    create policy search on person_apart for select to filiaal_search using (true);
    grant select on person_apart to filiaal_search;
    grant create on schema public to filiaal_search;
    set local role filiaal_search;
    -- Pairs within these libraries, as far as they are in reach: born on the same day and called alike, one national number,
    -- one address of e-mail under one name. Twins bear another first name.
    create function find_likely_doubles(libraries uuid[], at_most integer) returns table (one uuid, other uuid, how text)
    language sql stable security definer set search_path = public as $$
      with them as materialized (
        select p.id, p.kind, p.born_on, left(p.words, 2) as begins, p.words, p.family_name, coalesce(p.first_name, '') as first_name,
          lower(p.email) as email, p.national_hash
        from person p where p.merged_into is null and p.id in (
          select m.person_id from membership m
          where m.library_id = any (libraries) and acting() is not null and (reaches_all() or m.library_id = any (reach())))),
      pairs as (
        select a.id as a, b.id as b, 1 as rank, 'national' as how from them a join them b using (national_hash)
        where a.id < b.id and national_hash is not null
        union all
        select a.id, b.id, case when name_words(a.family_name || a.first_name) = name_words(b.family_name || b.first_name) then 2 else 3 end, 'name-birth'
        from them a join them b on a.born_on = b.born_on and a.begins = b.begins and a.id < b.id
        where similarity(name_words(a.family_name), name_words(b.family_name)) >= 0.5
          and (a.first_name = '' or b.first_name = '' or similarity(name_words(a.first_name), name_words(b.first_name)) >= 0.3)
        union all
        select a.id, b.id, 4, 'name-email' from them a join them b on a.email = b.email and a.begins = b.begins and a.id < b.id
        where (a.born_on is null or b.born_on is null) and name_words(a.family_name) = name_words(b.family_name)
          and similarity(name_words(a.first_name), name_words(b.first_name)) >= 0.3
        union all
        select a.id, b.id, 4, 'name' from them a join them b on a.words = b.words and a.id < b.id
        where a.kind = 'institution' and b.kind = 'institution')
      select a, b, (array_agg(how order by rank))[1] from pairs
      where not exists (select from person_apart x where x.one_id = a and x.other_id = b)
      group by a, b order by min(rank), a, b limit least(at_most, 500) $$;
    revoke execute on function find_likely_doubles from public;
    grant execute on function find_likely_doubles to filiaal_app;
    reset role;
    revoke create on schema public from filiaal_search;
    call quicken_walls();
  `)
}

export async function down(knex: Knex) {
  await knex.raw(`
    drop function find_likely_doubles;
    drop table person_apart, person_merge_row, person_merge;
    delete from table_class where name in ('person_apart', 'person_merge_row', 'person_merge');
    drop trigger follow_membership on membership;
    create trigger follow_membership after insert or delete or update of branch_id, discreet on membership
      for each row execute function follow_membership();
    revoke update (person_id, enrolled_on) on membership from filiaal_app; revoke update (person_id) on patron_note from filiaal_app;
    revoke update (person_id, membership_id) on membership_period, card from filiaal_app`)
}
