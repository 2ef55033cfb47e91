import type { Knex } from 'knex'

const declareTable = (audit: string) => `
  create or replace procedure declare_table(named text, class text, audited boolean default false, secret text[] default '{}')
  language plpgsql as $$
    declare fields text := (select string_agg(quote_literal(field), ', ') from unnest(secret) as s (field));
    begin
      insert into table_class values (named, class, audited);
      if class = 'walled' then call wall_off(named); end if;
      if audited then
        ${audit}
      end if;
    end $$;`

const declared = `
  execute format('create trigger audit after update or delete on %I for each row execute function write_audit(%s)', named, fields);
  execute format('create trigger audit_added after insert on %I referencing new table as added
    for each statement execute function write_audit(%s)', named, fields);`

/** Triggers are made anew as they read themselves out, so that the fields they leave out stay left out. */
const retrigger = (looked: string, remade: string) => `
  do $$
    declare kept record;
    begin
      for kept in select tgrelid::regclass as on_table, pg_get_triggerdef(oid) as said from pg_trigger
        where tgname = '${looked}' and tgfoid = 'write_audit'::regproc loop
        execute format('drop trigger audit on %s', kept.on_table);
        ${remade}
      end loop;
    end $$;`

/**
 * A set of 1,300 values adds as many rows at once: they are noted together, with one look at who acts and two
 * statements, not one by one with two for each. What a row becomes is told per row, where what it was stands beside it.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    -- Arguments of the trigger are columns that never enter a body.
    create or replace function write_audit() returns trigger language plpgsql security definer set search_path = public as $$
      declare
        secret text[] := coalesce(tg_argv, '{}');
        was jsonb[];
        becomes jsonb[];
        act_set uuid := case when pg_input_is_valid(current_setting('app.change_set', true), 'uuid')
          then current_setting('app.change_set', true)::uuid end;
        who uuid := acting();
      begin
        if tg_level = 'STATEMENT' then
          select array_agg(to_jsonb(one) - secret) into becomes from added as one;
        else
          was := array[to_jsonb(old) - secret];
          becomes := array[to_jsonb(new) - secret];
        end if;
        with changed as (
          select coalesce(after, before) as told,
            jsonb_strip_nulls(jsonb_build_object('before', before, 'after', after)) as body, uuid_send(gen_random_uuid()) as salt
          from unnest(was, becomes) as c (before, after)),
        kept as materialized (
          select nextval('audit_id_seq') as id, told, body, salt, libraries_of(told) as libraries from changed),
        bodies as (
          insert into audit_body (audit_id, salt, body, library_ids) select id, salt, body, libraries from kept)
        insert into audit (id, actor, change_set, table_name, row_id, act, digest, library_ids) overriding system value
        select id, who, act_set, tg_table_name, coalesce(told ->> 'id', told ->> 'staff_id', ''), lower(tg_op),
          sha256(salt || convert_to(body::text, 'UTF8')), libraries
        from kept;
        return null;
      end $$;
    ${retrigger('audit', `
        execute replace(kept.said, 'AFTER INSERT OR DELETE OR UPDATE ON', 'AFTER DELETE OR UPDATE ON');
        execute regexp_replace(kept.said, 'TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON (.*) FOR EACH ROW',
          'TRIGGER audit_added AFTER INSERT ON \\1 REFERENCING NEW TABLE AS added FOR EACH STATEMENT');`)}
    ${declareTable(declared)}
  `)
}

export async function down(knex: Knex) {
  await knex.raw(`
    create or replace function write_audit() returns trigger language plpgsql security definer set search_path = public as $$
      declare
        was jsonb := to_jsonb(old);
        becomes jsonb := to_jsonb(new);
        told jsonb;
        kept jsonb;
        salted bytea := uuid_send(gen_random_uuid());
        libraries uuid[];
        envelope bigint;
      begin
        if tg_nargs > 0 then
          was := was - tg_argv;
          becomes := becomes - tg_argv;
        end if;
        told := coalesce(becomes, was);
        kept := jsonb_strip_nulls(jsonb_build_object('before', was, 'after', becomes));
        libraries := libraries_of(told);
        insert into audit (actor, change_set, table_name, row_id, act, digest, library_ids)
        values (acting(), case when pg_input_is_valid(current_setting('app.change_set', true), 'uuid')
            then current_setting('app.change_set', true)::uuid end,
          tg_table_name, coalesce(told ->> 'id', told ->> 'staff_id', ''), lower(tg_op),
          sha256(salted || convert_to(kept::text, 'UTF8')), libraries)
        returning id into envelope;
        insert into audit_body (audit_id, salt, body, library_ids) values (envelope, salted, kept, libraries);
        return null;
      end $$;
    ${retrigger('audit', `
        execute format('drop trigger audit_added on %s', kept.on_table);
        execute replace(kept.said, 'AFTER DELETE OR UPDATE ON', 'AFTER INSERT OR DELETE OR UPDATE ON');`)}
    ${declareTable(`execute format('create trigger audit after insert or update or delete on %I for each row execute function write_audit(%s)',
      named, fields);`)}
  `)
}
