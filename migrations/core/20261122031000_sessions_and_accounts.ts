import type { Knex } from 'knex'

/**
 * A session knows how it began, when it was last used and when its person last proved who they are;
 * a token of a machine is a session with a secret of its own. Who works where, and until when, becomes
 * configuration (fact core.account), so that it is planned, explained and put back like a right.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    alter table session
      add column method text not null default 'password'
        check (method in ('password', 'passkey', 'oidc', 'badge', 'token', 'link')),
      add column label text check (length(label) <= 120),
      add column token_digest bytea,
      add column idle_minutes integer check (idle_minutes > 0),
      add column last_seen_at timestamptz not null default now(),
      add column confirmed_at timestamptz,
      add column second_factor boolean not null default false,
      add column network text check (length(network) <= 64),
      add column agent text check (length(agent) <= 200),
      add constraint token_has_secret check ((method = 'token') = (token_digest is not null));
    update session set last_seen_at = started_at, confirmed_at = started_at;

    alter table one_time_link drop constraint one_time_link_purpose_check;
    alter table one_time_link
      add column detail jsonb,
      add constraint one_time_link_purpose_check
        check (purpose in ('first-admin', 'invitation', 'reset', 'second-factor', 'federation', 'passkey'));
    create index one_time_link_staff on one_time_link (staff_id) where used_at is null;

    do $$
      declare
        said uuid := gen_random_uuid();
        next bigint;
      begin
        if exists (select from staff where disabled_at is null) then
          update configuration set version = version + 1 returning version into next;
          insert into change_set (id, state, author_name, reason, library_ids, version, applied_at)
            values (said, 'applied', 'Filiaal', 'accounts', '{}', next, now());
          insert into segment (id, fact, unit_id, key, valid, body, walled, library_id, said_in, made_in)
            select gen_random_uuid(), 'core.account', home_unit, id::text, daterange(null, null),
                   jsonb_build_object('staff', id), true, library_id, said, next
            from staff where disabled_at is null;
        end if;
      end $$;

    alter table staff
      add column kind text not null default 'person' check (kind in ('person', 'machine')),
      alter column email drop not null,
      add constraint person_has_email check (kind = 'machine' or email is not null),
      drop column disabled_at,
      drop column home_unit;
  `)
}

export async function down(knex: Knex) {
  await knex.raw(`
    alter table staff add column home_unit uuid references unit, add column disabled_at timestamptz;
    update staff s set home_unit = g.unit_id from segment g where g.fact = 'core.account' and g.key = s.id::text;
    alter table staff drop constraint person_has_email, drop column kind;
    alter table one_time_link drop constraint one_time_link_purpose_check, drop column detail,
      add constraint one_time_link_purpose_check check (purpose in ('first-admin', 'invitation'));
    alter table session drop constraint token_has_secret, drop column method, drop column label, drop column token_digest,
      drop column idle_minutes, drop column last_seen_at, drop column confirmed_at, drop column second_factor,
      drop column network, drop column agent;
  `)
}
