import type { Knex } from 'knex'

/**
 * Who somebody is at an identity provider, and the secret with which Filiaal makes itself known there.
 * The provider itself is configuration; what is secret or personal is not.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    create table provider_secret (
      provider_id uuid primary key,
      sealed bytea not null,
      set_at timestamptz not null);

    create table federated_identity (
      issuer text not null check (length(issuer) <= 250),
      subject text not null check (length(subject) between 1 and 255),
      staff_id uuid not null references staff,
      provider_id uuid not null,
      linked_at timestamptz not null,
      primary key (issuer, subject));
    create unique index federated_identity_staff on federated_identity (staff_id, issuer);

    create table federated_session (
      session_id uuid primary key references session,
      provider_id uuid not null,
      sid text not null check (length(sid) between 1 and 255));
    create index federated_session_sid on federated_session (provider_id, sid);

    call declare_table('provider_secret', 'system');
    call declare_table('federated_identity', 'system');
    call declare_table('federated_session', 'system');
    grant select, insert, update on provider_secret to filiaal_app;
    grant select, insert on federated_identity, federated_session to filiaal_app;
  `)
}

export async function down(knex: Knex) {
  await knex.raw('drop table federated_session, federated_identity, provider_secret')
}
