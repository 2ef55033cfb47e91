import type { Knex } from 'knex'

/**
 * When a library goes on in another, its members become members there: a membership never moves to another library, so each
 * gets one of the library that goes on, and what hung on the old one hangs on it. By ids and days is noted what is needed
 * when that was put back; it goes with whoever is forgotten.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    create table membership_takeover (
      id uuid primary key,
      -- The library that ended, and the one that goes on.
      library_id uuid not null references unit,
      into_id uuid not null references unit,
      person_id uuid not null references person on delete cascade,
      old_id uuid not null references membership on delete cascade,
      -- Gone again where it was made by this and put back.
      new_id uuid references membership on delete set null,
      made boolean not null,
      old_before jsonb not null,
      new_before jsonb,
      new_after jsonb not null,
      at timestamptz not null,
      put_back_at timestamptz,
      -- Somebody had touched it since.
      stays boolean not null default false);
    create unique index membership_takeover_old on membership_takeover (old_id) where put_back_at is null;
    create index membership_takeover_open on membership_takeover (library_id, id) where put_back_at is null;
    create index membership_takeover_person on membership_takeover (person_id);
    create index membership_takeover_new on membership_takeover (new_id) where new_id is not null;

    create table membership_takeover_row (
      takeover_id uuid not null references membership_takeover on delete cascade,
      library_id uuid not null references unit,
      table_name text not null check (length(table_name) <= 63),
      row_id uuid not null,
      primary key (takeover_id, table_name, row_id));

    call declare_table('membership_takeover', 'walled');
    call declare_table('membership_takeover_row', 'walled');
    create policy reach on membership_takeover using (reaches(library_id) or reaches(into_id));
    create policy reach on membership_takeover_row using (reaches(library_id));
    grant select, insert on membership_takeover, membership_takeover_row to filiaal_app;
    grant update (person_id, put_back_at, stays) on membership_takeover to filiaal_app;
    -- What a merger made is taken away when it is put back, or the other library would go on reading who is no member there.
    grant delete on membership, membership_period to filiaal_job;

    grant create on schema public to filiaal_search;
    set local role filiaal_search;
    -- How many members libraries have, by type, and how many cards; whoever asks, and of nobody by name.
    create function members_counted(libraries uuid[]) returns table (library_id uuid, type text, members integer, cards integer)
    language sql stable security definer set search_path = public as $$
      select m.library_id, m.type, count(distinct m.id)::integer, count(c.id)::integer
      from membership m left join card c on c.membership_id = m.id and c.until_on is null
      where m.library_id = any (libraries) and m.status <> 9 group by m.library_id, m.type $$;
    -- How many people are a member on either side; a discreet membership counts where its library itself goes on.
    create function members_of_both(one uuid[], others uuid[], discreet_too boolean) returns integer
    language sql stable security definer set search_path = public as $$
      select count(distinct a.person_id)::integer from membership a join membership b on b.person_id = a.person_id
      where a.library_id = any (one) and b.library_id = any (others) and a.status <> 9 and b.status <> 9
        and (discreet_too or not (a.discreet or b.discreet)) $$;
    revoke execute on function members_counted, members_of_both from public;
    grant execute on function members_counted, members_of_both to filiaal_app;
    reset role;
    revoke create on schema public from filiaal_search;
    call quicken_walls();
  `)
}

export async function down(knex: Knex) {
  await knex.raw(`
    drop function members_counted, members_of_both;
    revoke delete on membership, membership_period from filiaal_job;
    drop table membership_takeover_row, membership_takeover;
    delete from table_class where name in ('membership_takeover_row', 'membership_takeover')`)
}
