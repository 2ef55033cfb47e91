import type { Knex } from 'knex'

/**
 * What people show besides a password. Which ones they have is audited; the secrets lie in tables of their
 * own, that no audit reads: the key of an authenticator app locked, a passkey's public half, digests of codes.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    create table second_factor (
      id uuid primary key,
      staff_id uuid not null references staff,
      kind text not null check (kind in ('totp', 'passkey')),
      name text not null check (length(name) between 1 and 80),
      added_at timestamptz not null);
    create index second_factor_staff on second_factor (staff_id);
    create unique index one_totp on second_factor (staff_id) where kind = 'totp';

    create table second_factor_use (
      factor_id uuid primary key references second_factor on delete cascade,
      last_used_at timestamptz,
      totp_secret bytea,
      totp_step bigint,
      credential_id text unique,
      public_key bytea,
      sign_count bigint,
      transports text[],
      check ((totp_secret is null) <> (public_key is null)));

    create table totp_draft (
      staff_id uuid primary key references staff,
      totp_secret bytea not null,
      drawn_at timestamptz not null);

    create table recovery_code (
      staff_id uuid not null references staff,
      digest bytea not null,
      used_at timestamptz,
      primary key (staff_id, digest));

    call declare_table('second_factor', 'system', true);
    call declare_table('second_factor_use', 'system');
    call declare_table('totp_draft', 'system');
    call declare_table('recovery_code', 'system');
    grant select, insert, delete on second_factor to filiaal_app;
    grant select, insert, update, delete on second_factor_use, totp_draft, recovery_code to filiaal_app;
    grant delete on one_time_link to filiaal_job;
  `)
}

export async function down(knex: Knex) {
  await knex.raw(`
    revoke delete on one_time_link from filiaal_job;
    drop table recovery_code, totp_draft, second_factor_use, second_factor;
  `)
}
