import type { Knex } from 'knex'

/** What follows a commit: events and their deliveries, scheduled slots, and runs with progress. */
export async function up(knex: Knex) {
  await knex.raw(`
    create table event (
      id bigint generated always as identity primary key,
      name text not null,
      detail jsonb not null,
      at timestamptz not null default now(),
      tries integer not null default 0,
      try_at timestamptz not null default now(),
      failure text,
      delivered_at timestamptz);
    create index event_waiting on event (try_at) where delivered_at is null;

    create table delivery (
      event_id bigint not null references event,
      handler text not null,
      at timestamptz not null default now(),
      primary key (event_id, handler));

    create table job_slot (
      job text not null,
      slot timestamptz not null,
      done_at timestamptz not null default now(),
      primary key (job, slot));

    create table run (
      id uuid primary key,
      kind text not null,
      state text not null check (state in ('waiting', 'running', 'done', 'failed')),
      done integer not null default 0,
      total integer,
      detail jsonb not null,
      report jsonb,
      staff_id uuid,
      library_id uuid,
      at timestamptz not null default now(),
      ended_at timestamptz);
    create index run_waiting on run (at) where state in ('waiting', 'running');

    call declare_table('event', 'system');
    call declare_table('delivery', 'system');
    call declare_table('job_slot', 'system');
    call declare_table('run', 'walled');
    create policy reach on run using (reaches(library_id) or staff_id = acting());
    grant select, insert, update on event, run to filiaal_app;
    grant select, insert on delivery, job_slot to filiaal_app;
  `)
}

export async function down(knex: Knex) {
  await knex.raw('drop table run, job_slot, delivery, event')
}
