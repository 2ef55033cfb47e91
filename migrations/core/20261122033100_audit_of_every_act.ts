import type { Knex } from 'knex'

/**
 * The audit tells more than changes of rows: who looked at whom, signed in, failed to, was refused or
 * took something out. Its rows stand behind the walls of the libraries they are about.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    alter table audit
      add column library_ids uuid[] not null default '{}',
      drop constraint audit_act_check,
      add constraint audit_act_check check (act in ('insert', 'update', 'delete',
        'view', 'sign-in', 'sign-in-failed', 'sign-out', 'refused', 'export', 'reveal'));
    alter table audit_body add column library_ids uuid[] not null default '{}';
    create index audit_at on audit (at);
    create index audit_actor on audit (actor, id);
    create index audit_change_set on audit (change_set) where change_set is not null;

    create function libraries_of(kept jsonb) returns uuid[] language plpgsql stable as $$
      begin
        if jsonb_exists(kept, 'library_ids') then return array(select jsonb_array_elements_text(kept -> 'library_ids')::uuid); end if;
        if jsonb_exists(kept, 'library_id') then return array_remove(array[(kept ->> 'library_id')::uuid], null); end if;
        if jsonb_exists(kept, 'staff_id') then
          return array(select library_id from staff where id = (kept ->> 'staff_id')::uuid and library_id is not null);
        end if;
        return '{}';
      end $$;

    update audit a set library_ids = libraries_of(coalesce(b.body -> 'after', b.body -> 'before'))
    from audit_body b where b.audit_id = a.id;
    update audit_body b set library_ids = a.library_ids from audit a where a.id = b.audit_id;

    create function add_to_audit(done text, of_table text, of_row text, libraries uuid[], kept jsonb, who uuid)
    returns void language plpgsql as $$
      declare
        salted bytea := uuid_send(gen_random_uuid());
        envelope bigint;
      begin
        insert into audit (actor, change_set, table_name, row_id, act, digest, library_ids)
        values (who, case when pg_input_is_valid(current_setting('app.change_set', true), 'uuid')
            then current_setting('app.change_set', true)::uuid end,
          of_table, of_row, done, sha256(salted || convert_to(kept::text, 'UTF8')), libraries)
        returning id into envelope;
        insert into audit_body (audit_id, salt, body, library_ids) values (envelope, salted, kept, libraries);
      end $$;

    -- Arguments of the trigger are columns that never enter a body.
    create or replace function write_audit() returns trigger language plpgsql security definer set search_path = public as $$
      declare
        was jsonb := to_jsonb(old) - coalesce(tg_argv, '{}');
        becomes jsonb := to_jsonb(new) - coalesce(tg_argv, '{}');
        told jsonb := coalesce(becomes, was);
      begin
        perform add_to_audit(lower(tg_op), tg_table_name::text, coalesce(told ->> 'id', told ->> 'staff_id', ''),
          libraries_of(told), jsonb_strip_nulls(jsonb_build_object('before', was, 'after', becomes)), acting());
        return null;
      end $$;

    create function note_audit(done text, of_table text, of_row text, libraries uuid[], said jsonb, who uuid default acting())
    returns void language plpgsql security definer set search_path = public as $$
      begin
        if done in ('insert', 'update', 'delete') then
          raise exception 'Changes of rows are noted by their trigger' using errcode = 'insufficient_privilege';
        end if;
        perform add_to_audit(done, of_table, of_row,
          coalesce(libraries, array(
            select library_id from staff where library_id is not null and id = case
              when of_table = 'staff' and pg_input_is_valid(of_row, 'uuid') then of_row::uuid else who end)), said, who);
      end $$;
    revoke execute on function note_audit from public;
    grant execute on function note_audit to filiaal_app;

    alter table audit_seal add column form smallint not null default 1;

    create table audit_check (
      id bigint generated always as identity primary key,
      at timestamptz not null default now(),
      last_id bigint,
      seal bytea,
      broken_at bigint);
    call declare_table('audit_check', 'system');

    call wall_off('audit');
    call wall_off('audit_body');
    update table_class set class = 'walled' where name in ('audit', 'audit_body');
    create policy read on audit for select using (reaches_any(library_ids));
    create policy read on audit_body for select using (reaches_any(library_ids));

    revoke select, insert on audit_seal from filiaal_app;
    revoke select on sequence audit_id_seq from filiaal_app;
    grant select (audit_id, body, library_ids) on audit_body to filiaal_app;
    grant select on audit_body to filiaal_job;
    grant select, insert on audit_seal, audit_check to filiaal_job;
    grant select on sequence audit_id_seq to filiaal_job;
    -- Whoever seals says in which form.
    alter table audit_seal alter column form drop default;
  `)
}

export async function down(knex: Knex) {
  await knex.raw(`
    drop policy read on audit; drop policy owner on audit; drop policy job on audit;
    drop policy read on audit_body; drop policy owner on audit_body; drop policy job on audit_body;
    alter table audit disable row level security, no force row level security;
    alter table audit_body disable row level security, no force row level security;
    update table_class set class = 'system' where name in ('audit', 'audit_body');
    delete from table_class where name = 'audit_check';
    drop table audit_check;
    delete from audit_seal;
    alter table audit_seal drop column form;
    drop function note_audit;
    create or replace function write_audit() returns trigger language plpgsql security definer set search_path = public as $$
      declare
        kept jsonb := jsonb_strip_nulls(jsonb_build_object('before', to_jsonb(old), 'after', to_jsonb(new)));
        salted bytea := uuid_send(gen_random_uuid());
        envelope bigint;
      begin
        insert into audit (actor, change_set, table_name, row_id, act, digest)
        values (acting(), nullif(current_setting('app.change_set', true), '')::uuid,
          tg_table_name, coalesce(to_jsonb(new) ->> 'id', to_jsonb(old) ->> 'id'), lower(tg_op),
          sha256(salted || convert_to(kept::text, 'UTF8')))
        returning id into envelope;
        insert into audit_body (audit_id, salt, body) values (envelope, salted, kept);
        return null;
      end $$;
    drop function add_to_audit, libraries_of;
    drop index audit_at, audit_actor, audit_change_set;
    delete from audit_body using audit where audit_id = audit.id and act not in ('insert', 'update', 'delete');
    delete from audit where act not in ('insert', 'update', 'delete');
    alter table audit_body drop column library_ids;
    alter table audit drop column library_ids, drop constraint audit_act_check,
      add constraint audit_act_check check (act in ('insert', 'update', 'delete'));
    revoke select (audit_id, body, library_ids) on audit_body from filiaal_app;
    grant select, insert on audit_seal to filiaal_app;
    grant select on sequence audit_id_seq to filiaal_app;
  `)
}
