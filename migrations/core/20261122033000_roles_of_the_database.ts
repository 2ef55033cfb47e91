import type { Knex } from 'knex'

/**
 * Requests read what their person reaches, and nothing where they act for nobody. What the system does
 * by itself across libraries runs as `filiaal_job`. A setting that makes no sense opens nothing.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    create or replace function acting() returns uuid language sql stable
      return case when pg_input_is_valid(current_setting('app.actor', true), 'uuid')
        then current_setting('app.actor', true)::uuid end;
    create function reaches_all() returns boolean language sql stable
      return acting() is not null and current_setting('app.reach_all', true) = 'on';
    create function reach() returns uuid[] language sql stable
      return case when acting() is not null and pg_input_is_valid(current_setting('app.reach', true), 'uuid[]')
        then current_setting('app.reach', true)::uuid[] end;
    create or replace function reaches(library uuid) returns boolean language sql stable
      return reaches_all() or library = any (reach());
    create or replace function reaches_any(libraries uuid[]) returns boolean language sql stable
      return reaches_all() or libraries && reach();
    create or replace function reaches_shared(library uuid) returns boolean language sql stable
      return reaches(library) or library = any (
        case when acting() is not null and pg_input_is_valid(current_setting('app.shared', true), 'uuid[]')
          then current_setting('app.shared', true)::uuid[] end);

    drop procedure declare_table(text, text, boolean);
    create procedure declare_table(named text, class text, audited boolean default false, secret text[] default '{}')
    language plpgsql as $$
      begin
        insert into table_class values (named, class, audited);
        if class = 'walled' then call wall_off(named); end if;
        if audited then
          execute format('create trigger audit after insert or update or delete on %I for each row execute function write_audit(%s)',
            named, (select string_agg(quote_literal(field), ', ') from unnest(secret) as s (field)));
        end if;
      end $$;

    create function refuse_move() returns trigger language plpgsql as $$
      begin
        raise exception 'A row never moves to another library' using errcode = 'insufficient_privilege';
      end $$;

    create procedure wall_off(named text) language plpgsql as $$
      begin
        execute format('alter table %I enable row level security', named);
        execute format('alter table %I force row level security', named);
        -- The owner migrates and copies; requests never run as the owner.
        execute format('create policy owner on %I to current_user using (true) with check (true)', named);
        call keep_walls(named);
      end $$;

    create procedure keep_walls(named text) language plpgsql as $$
      declare wall text;
      begin
        execute format('create policy job on %I to filiaal_job using (true) with check (true)', named);
        for wall in select column_name from information_schema.columns
          where table_schema = 'public' and table_name = named and column_name in ('library_id', 'library_ids') loop
          execute format('create trigger keep_library before update of %I on %I for each row
            when (old.%1$I is distinct from new.%1$I) execute function refuse_move()', wall, named);
        end loop;
      end $$;

    do $$
      declare named text;
      begin
        for named in select name from table_class where class = 'walled' loop
          call keep_walls(named);
        end loop;
      end $$;
  `)
}

export async function down(knex: Knex) {
  await knex.raw(`
    do $$
      declare named text;
      begin
        for named in select name from table_class where class = 'walled' loop
          execute format('drop policy job on %I; drop trigger if exists keep_library on %1$I', named);
        end loop;
      end $$;
    drop procedure wall_off, keep_walls;
    drop function refuse_move;
    drop procedure declare_table(text, text, boolean, text[]);
    create procedure declare_table(named text, class text, audited boolean default false) language plpgsql as $$
      begin
        insert into table_class values (named, class, audited);
        if class = 'walled' then
          execute format('alter table %I enable row level security', named);
          execute format('alter table %I force row level security', named);
          execute format('create policy owner on %I to current_user using (true) with check (true)', named);
        end if;
        if audited then
          execute format('create trigger audit after insert or update or delete on %I
                          for each row execute function write_audit()', named);
        end if;
      end $$;
    create or replace function reaches(library uuid) returns boolean language sql stable as $$
      select current_setting('app.reach_all', true) = 'on'
          or library = any (nullif(current_setting('app.reach', true), '')::uuid[]) $$;
    create or replace function reaches_any(libraries uuid[]) returns boolean language sql stable as $$
      select current_setting('app.reach_all', true) = 'on'
          or libraries && nullif(current_setting('app.reach', true), '')::uuid[] $$;
    create or replace function acting() returns uuid language sql stable as $$
      select nullif(current_setting('app.actor', true), '')::uuid $$;
    create or replace function reaches_shared(library uuid) returns boolean language sql stable as $$
      select reaches(library) or library = any (nullif(current_setting('app.shared', true), '')::uuid[]) $$;
    drop function reach, reaches_all;
  `)
}
