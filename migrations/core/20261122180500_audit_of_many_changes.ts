import type { Knex } from 'knex'

/** A row that has an id finds what it was by it; of one that has none every change is told for itself. */
const hasId = (table: string) =>
  `exists (select from pg_attribute where attrelid = ${table}::regclass and attname = 'id' and not attisdropped)`

/**
 * A closing moves 50,000 due days: what was and what becomes of them is noted together, as added rows are, with one look
 * at who acts and two statements.
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
        if tg_level = 'ROW' then
          was := array[to_jsonb(old) - secret];
          becomes := array[to_jsonb(new) - secret];
        elsif tg_op = 'INSERT' then
          select array_agg(to_jsonb(one) - secret) into becomes from added as one;
        else
          select array_agg(to_jsonb(one) - secret order by one.id), array_agg(to_jsonb(other) - secret order by one.id)
          into was, becomes from changed_from as one join changed_to as other on other.id = one.id;
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
    do $$
      declare kept record;
      begin
        for kept in select tgrelid::regclass as on_table, pg_get_triggerdef(oid) as said from pg_trigger
          where tgname = 'audit' and tgfoid = 'write_audit'::regproc and ${hasId('tgrelid')} loop
          execute format('drop trigger audit on %s', kept.on_table);
          execute replace(kept.said, 'AFTER DELETE OR UPDATE ON', 'AFTER DELETE ON');
          execute regexp_replace(kept.said, 'TRIGGER audit AFTER DELETE OR UPDATE ON (.*) FOR EACH ROW',
            'TRIGGER audit_changed AFTER UPDATE ON \\1 REFERENCING OLD TABLE AS changed_from NEW TABLE AS changed_to FOR EACH STATEMENT');
        end loop;
      end $$;
    create or replace procedure declare_table(named text, class text, audited boolean default false, secret text[] default '{}')
    language plpgsql as $$
      declare
        fields text := (select string_agg(quote_literal(field), ', ') from unnest(secret) as s (field));
        together boolean := ${hasId('named')};
      begin
        insert into table_class values (named, class, audited);
        if class = 'walled' then call wall_off(named); end if;
        if audited then
          execute format('create trigger audit after %s on %I for each row execute function write_audit(%s)',
            case when together then 'delete' else 'update or delete' end, named, fields);
          execute format('create trigger audit_added after insert on %I referencing new table as added
            for each statement execute function write_audit(%s)', named, fields);
          if together then
            execute format('create trigger audit_changed after update on %I referencing old table as changed_from new table as changed_to
              for each statement execute function write_audit(%s)', named, fields);
          end if;
        end if;
      end $$;
  `)
}

export async function down() {
  // What is noted of a change is the same, told together.
}
