import type { Knex } from 'knex'

/**
 * Every table says what it is: `open` (configuration), `walled` (read under row-level security by
 * library) or `system`. Walled tables come with the policy; audited ones with the trigger.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    create extension if not exists btree_gist;

    create table table_class (
      name text primary key,
      class text not null check (class in ('open', 'walled', 'system')),
      audited boolean not null);

    create table audit (
      id bigint generated always as identity primary key,
      at timestamptz not null default now(),
      actor uuid,
      change_set uuid,
      table_name text not null,
      row_id text not null,
      act text not null check (act in ('insert', 'update', 'delete')),
      digest bytea not null);
    create index audit_row on audit (table_name, row_id);

    create table audit_body (
      audit_id bigint primary key references audit,
      salt bytea not null,
      body jsonb not null);

    create table audit_seal (
      last_id bigint primary key,
      first_id bigint not null unique,
      seal bytea not null,
      at timestamptz not null default now());

    create function write_audit() returns trigger language plpgsql security definer set search_path = public as $$
      declare
        kept jsonb := jsonb_strip_nulls(jsonb_build_object('before', to_jsonb(old), 'after', to_jsonb(new)));
        salted bytea := uuid_send(gen_random_uuid());
        envelope bigint;
      begin
        insert into audit (actor, change_set, table_name, row_id, act, digest)
        values (
          nullif(current_setting('app.actor', true), '')::uuid,
          nullif(current_setting('app.change_set', true), '')::uuid,
          tg_table_name, coalesce(to_jsonb(new) ->> 'id', to_jsonb(old) ->> 'id'), lower(tg_op),
          sha256(salted || convert_to(kept::text, 'UTF8')))
        returning id into envelope;
        insert into audit_body (audit_id, salt, body) values (envelope, salted, kept);
        return null;
      end $$;

    create procedure declare_table(named text, class text, audited boolean default false) language plpgsql as $$
      begin
        insert into table_class values (named, class, audited);
        if class = 'walled' then
          execute format('alter table %I enable row level security', named);
          execute format('alter table %I force row level security', named);
          -- The owner migrates, copies and erases; requests never run as the owner.
          execute format('create policy owner on %I to current_user using (true) with check (true)', named);
        end if;
        if audited then
          execute format('create trigger audit after insert or update or delete on %I
                          for each row execute function write_audit()', named);
        end if;
      end $$;

    create function reaches(library uuid) returns boolean language sql stable as $$
      select current_setting('app.reach_all', true) = 'on'
          or library = any (nullif(current_setting('app.reach', true), '')::uuid[]) $$;
    create function reaches_any(libraries uuid[]) returns boolean language sql stable as $$
      select current_setting('app.reach_all', true) = 'on'
          or libraries && nullif(current_setting('app.reach', true), '')::uuid[] $$;
    create function acting() returns uuid language sql stable as $$
      select nullif(current_setting('app.actor', true), '')::uuid $$;

    call declare_table('table_class', 'system');
    call declare_table('audit', 'system');
    call declare_table('audit_body', 'system');
    call declare_table('audit_seal', 'system');
    grant select on table_class to filiaal_app;
    grant select on audit, audit_seal to filiaal_app;
    grant insert on audit_seal to filiaal_app;
    grant select on sequence audit_id_seq to filiaal_app;
  `)
}

export async function down(knex: Knex) {
  await knex.raw(`drop procedure declare_table; drop function write_audit, reaches, reaches_any, acting;
                  drop table audit_seal, audit_body, audit, table_class`)
}
