import type { Knex } from 'knex'

/** Units, change sets and the one table of dated configuration (README, "Why it is so"). */
export async function up(knex: Knex) {
  await knex.raw(`
    create table configuration (
      only_row boolean primary key default true check (only_row),
      version bigint not null default 0);
    insert into configuration default values;

    create table unit (
      id uuid primary key,
      created_at timestamptz not null default now());

    create table change_set (
      id uuid primary key,
      state text not null check (state in ('requested', 'planned', 'applied', 'put-back', 'refused', 'cancelled')),
      reason text check (length(reason) <= 2000),
      author_id uuid,
      author_name text not null,
      at timestamptz not null default now(),
      apply_on date,
      applied_at timestamptz,
      version bigint unique,
      puts_back uuid references change_set,
      put_back_by uuid references change_set,
      decided_by text,
      decision text,
      library_ids uuid[] not null,
      check ((version is null) = (applied_at is null)),
      check (state not in ('applied', 'put-back') or version is not null));
    create index change_set_due on change_set (apply_on) where state = 'planned';
    create index change_set_at on change_set (at);
    create index change_set_puts_back on change_set (puts_back) where puts_back is not null;

    create table change_item (
      set_id uuid not null references change_set,
      n integer not null,
      kind text not null,
      payload jsonb not null,
      seen bigint,
      sentence jsonb not null,
      author_id uuid,
      library_ids uuid[] not null,
      primary key (set_id, n));

    create table change_touch (
      unit_id uuid not null,
      set_id uuid not null references change_set,
      at timestamptz not null default now(),
      library_id uuid,
      primary key (unit_id, set_id));
    create index change_touch_set on change_touch (set_id);

    create table segment (
      id uuid primary key,
      fact text not null,
      unit_id uuid not null references unit,
      key text not null check (length(key) between 1 and 200),
      valid daterange not null check (not isempty(valid)),
      body jsonb not null,
      walled boolean not null,
      library_id uuid,
      said_in uuid not null references change_set,
      made_in bigint not null,
      ended_in bigint check (ended_in > made_in),
      constraint one_thing_at_a_time exclude using gist (unit_id with =, fact with =, key with =, valid with &&)
        where (ended_in is null) deferrable initially deferred);
    create index segment_made on segment (made_in);
    create index segment_ended on segment (ended_in) where ended_in is not null;
    create index segment_of on segment (unit_id, fact, key);

    call declare_table('configuration', 'system');
    call declare_table('unit', 'system');
    call declare_table('change_set', 'walled', true);
    call declare_table('change_item', 'walled');
    call declare_table('change_touch', 'walled');
    call declare_table('segment', 'walled', true);

    create policy read on change_set using (reaches_any(library_ids) or author_id = acting());
    create policy read on change_item using (reaches_any(library_ids) or author_id = acting());
    create policy read on change_touch for select using (reaches(library_id));
    create policy write on change_touch for insert with check (true);
    create policy read on segment for select using (not walled or reaches(library_id));
    create policy write on segment for insert with check (true);
    create policy close on segment for update using (not walled or reaches(library_id));

    grant select, update on configuration to filiaal_app;
    grant select, insert on unit, change_item, change_touch to filiaal_app;
    grant select, insert, update on change_set to filiaal_app;
    grant select, insert on segment to filiaal_app;
    grant update (ended_in) on segment to filiaal_app;
  `)
}

export async function down(knex: Knex) {
  await knex.raw('drop table segment, change_touch, change_item, change_set, unit, configuration')
}
