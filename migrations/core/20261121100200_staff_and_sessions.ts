import type { Knex } from 'knex'

/** Who works here and how they sign in. Rights are configuration (fact core.grant). */
export async function up(knex: Knex) {
  await knex.raw(`
    create table staff (
      id uuid primary key,
      library_id uuid,
      home_unit uuid not null references unit,
      name text not null check (length(name) between 1 and 120),
      email text not null check (email = lower(email) and length(email) <= 254),
      initials text check (length(initials) <= 8),
      language text not null check (language in ('nl', 'en', 'fr')),
      created_at timestamptz not null default now(),
      disabled_at timestamptz);
    create unique index staff_email on staff (email);
    create index staff_library on staff (library_id, name);

    create table staff_password (
      staff_id uuid primary key references staff,
      hash text not null,
      changed_at timestamptz not null default now());

    create table session (
      id uuid primary key,
      staff_id uuid not null references staff,
      started_at timestamptz not null default now(),
      expires_at timestamptz not null,
      ended_at timestamptz);
    create index session_staff on session (staff_id) where ended_at is null;

    create table sign_in_failure (
      email text not null,
      network text not null,
      at timestamptz not null default now());
    create index sign_in_failure_recent on sign_in_failure (email, network, at);

    create table one_time_link (
      id uuid primary key,
      token_digest bytea not null unique,
      purpose text not null check (purpose in ('first-admin', 'invitation')),
      staff_id uuid references staff,
      expires_at timestamptz not null,
      used_at timestamptz);

    create table first_step (
      staff_id uuid not null references staff,
      step text not null,
      done_at timestamptz not null default now(),
      primary key (staff_id, step));

    call declare_table('staff', 'walled', true);
    call declare_table('staff_password', 'system');
    call declare_table('session', 'system');
    call declare_table('sign_in_failure', 'system');
    call declare_table('one_time_link', 'system');
    call declare_table('first_step', 'system');
    create policy reach on staff using (reaches(library_id) or id = acting());
    grant select, insert, update on staff, staff_password, session, one_time_link, first_step to filiaal_app;
    grant select, insert, delete on sign_in_failure to filiaal_app;
  `)
}

export async function down(knex: Knex) {
  await knex.raw('drop table first_step, one_time_link, sign_in_failure, session, staff_password, staff')
}
