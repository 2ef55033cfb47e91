import type { Knex } from 'knex'

/** Shared PCs at a desk, where colleagues change places by badge or PIN; each keeps a session of their own. */
export async function up(knex: Knex) {
  await knex.raw(`
    create table desk (
      id uuid primary key,
      library_id uuid,
      unit_id uuid not null references unit,
      name text not null check (length(name) between 1 and 80),
      made_by uuid not null references staff,
      made_at timestamptz not null,
      ended_at timestamptz);
    create index desk_unit on desk (unit_id) where ended_at is null;

    create table desk_key (
      desk_id uuid primary key references desk,
      digest bytea not null unique,
      session_id uuid references session,
      switched_at timestamptz,
      badge_failures integer not null default 0,
      badge_failed_at timestamptz);

    create table desk_pin (
      staff_id uuid primary key references staff,
      hash text,
      set_at timestamptz not null);

    create table desk_badge (
      staff_id uuid primary key references staff,
      digest bytea unique,
      set_at timestamptz not null);

    create table desk_try (
      desk_id uuid not null references desk,
      staff_id uuid not null references staff,
      failures integer not null,
      last_at timestamptz not null,
      primary key (desk_id, staff_id));

    call declare_table('desk', 'walled', true);
    call declare_table('desk_key', 'system');
    call declare_table('desk_pin', 'system');
    call declare_table('desk_badge', 'system');
    call declare_table('desk_try', 'system');
    create policy reach on desk using (reaches(library_id) or reaches(unit_id));
    grant select, insert, update on desk, desk_key, desk_pin, desk_badge, desk_try to filiaal_app;
  `)
}

export async function down(knex: Knex) {
  await knex.raw('drop table desk_try, desk_badge, desk_pin, desk_key, desk')
}
