import type { Knex } from 'knex'

/**
 * A due day that moves leaves all else of its loan as it was. Of a column that a table names so, `=` before it, a change is
 * told only where it changed: half of what 50,000 moved days wrote was the same document twice. And whose a row is,
 * is read without a function of many steps where its library stands in it.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    -- Arguments of the trigger are columns that never enter a body, or, after an equals sign, only where they changed.
    create or replace function write_audit() returns trigger language plpgsql security definer set search_path = public as $$
      declare
        secret text[] := array(select one from unnest(tg_argv) as one where one not like '=%');
        told_once text[] := array(select substr(one, 2) from unnest(tg_argv) as one where one like '=%');
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
          select array_agg(before - same order by id), array_agg(after - same order by id) into was, becomes
          from (select one.id, to_jsonb(one) - secret as before, to_jsonb(other) - secret as after
            from changed_from as one join changed_to as other on other.id = one.id) as changed
          cross join lateral (select case when told_once = '{}' then '{}' else
            array(select name from unnest(told_once) as name where before -> name = after -> name) end as same) as kept;
        end if;
        with changed as (
          select coalesce(after, before) as told,
            jsonb_strip_nulls(jsonb_build_object('before', before, 'after', after)) as body, uuid_send(gen_random_uuid()) as salt
          from unnest(was, becomes) as c (before, after)),
        kept as materialized (
          select nextval('audit_id_seq') as id, told, body, salt,
            case when jsonb_exists(told, 'library_id') and not jsonb_exists(told, 'library_ids') and not jsonb_exists(told, 'unit_id')
              and told ->> 'library_id' is not null then array[(told ->> 'library_id')::uuid] else libraries_of(told) end as libraries
          from changed),
        bodies as (
          insert into audit_body (audit_id, salt, body, library_ids) select id, salt, body, libraries from kept)
        insert into audit (id, actor, change_set, table_name, row_id, act, digest, library_ids) overriding system value
        select id, who, act_set, tg_table_name, coalesce(told ->> 'id', told ->> 'staff_id', ''), lower(tg_op),
          sha256(salt || convert_to(body::text, 'UTF8')), libraries
        from kept;
        return null;
      end $$`)
}

export async function down() {
  // What is noted of a change says the same, and no document twice.
}
