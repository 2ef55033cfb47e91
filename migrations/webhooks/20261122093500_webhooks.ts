import type { Knex } from 'knex'

/**
 * What leaves for systems outside, from being written to its end, and the secrets it is signed with. The address
 * itself is configuration. Not audited: a row is its own history, and a secret belongs in no audit.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    create table webhook_secret (
      endpoint_id uuid not null,
      made_at timestamptz not null,
      sealed bytea not null,
      -- The former one goes on for a day beside the new one.
      until timestamptz,
      primary key (endpoint_id, made_at));
    create unique index webhook_secret_current on webhook_secret (endpoint_id) where until is null;

    create table webhook_delivery (
      id uuid primary key,
      endpoint_id uuid not null,
      library_id uuid,
      unit_id uuid not null references unit,
      -- None for one that only tries the address out.
      event_id bigint,
      type text not null check (length(type) <= 80),
      body text not null check (length(body) <= 100000),
      state text not null check (state in ('waiting', 'sent', 'failed', 'kept')),
      at timestamptz not null,
      tries integer not null default 0,
      try_at timestamptz not null,
      tried_at timestamptz,
      failure text check (length(failure) <= 40),
      status integer check (status between 100 and 999),
      said text check (length(said) <= 300),
      took_ms integer check (took_ms >= 0),
      sent_at timestamptz,
      check (state <> 'sent' or sent_at is not null),
      unique (endpoint_id, event_id));
    create index webhook_delivery_waiting on webhook_delivery (try_at, at, id) where state = 'waiting';
    create index webhook_delivery_endpoint on webhook_delivery (endpoint_id, at, id);
    create index webhook_delivery_library on webhook_delivery (library_id, at);
    create index webhook_delivery_at on webhook_delivery (at);

    call declare_table('webhook_secret', 'system');
    call declare_table('webhook_delivery', 'walled');
    create policy reach on webhook_delivery using (reaches(library_id) or reaches(unit_id));
    grant select, insert, update, delete on webhook_secret to filiaal_app;
    grant select, insert, update on webhook_delivery to filiaal_app;
    grant delete on webhook_delivery to filiaal_job;
  `)
}

export async function down(knex: Knex) {
  await knex.raw('drop table webhook_delivery, webhook_secret')
}
