import type { Knex } from 'knex'

/**
 * Whoever reaches a single branch reads and writes the people who work at that very branch: `unit_id` follows the
 * account, beside `home_id`. The audit of what stands at one unit is read by whoever reaches that unit, too.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    alter table staff add column unit_id uuid;
    update staff s set unit_id = coalesce((
      select g.unit_id from segment g where g.fact = 'core.account' and g.key = s.id::text and g.ended_in is null
      order by lower(g.valid) desc nulls last limit 1), s.home_id);
    create index staff_unit on staff (unit_id);
    drop policy reach on staff;
    create policy reach on staff using (${ours});
    ${findStaff(ours)}
    ${librariesOf('library_id, unit_id')}
  `)
}

export async function down(knex: Knex) {
  await knex.raw(`
    drop policy reach on staff;
    create policy reach on staff using (${before});
    ${findStaff(before)}
    ${librariesOf('library_id')}
    alter table staff drop column unit_id;
  `)
}

// Asked once per statement, not once per row.
const among = 'any ((select reach())::uuid[])'
const before = `(select reaches_all()) or library_id = ${among} or id = (select acting()) or home_id = ${among}`
const ours = `${before} or unit_id = ${among}`

/** Who reads a note of the audit: the library, and whoever reaches the very unit where the row, or its person, stands. */
function librariesOf(columns: 'library_id' | 'library_id, unit_id') {
  const [of, both] = columns === 'library_id' ? ["(kept ->> 'library_id')::uuid", columns]
    : ["(kept ->> 'library_id')::uuid, nullif(kept ->> 'unit_id', kept ->> 'library_id')::uuid", 'library_id, nullif(unit_id, library_id)']
  const ofStaff = `(select array_remove(array[${both}], null) from staff where id = `
  return `
  create or replace function libraries_of(kept jsonb) returns uuid[] language plpgsql stable as $$
    begin
      if jsonb_exists(kept, 'library_ids') then return array(select jsonb_array_elements_text(kept -> 'library_ids')::uuid); end if;
      if jsonb_exists(kept, 'library_id') then return array_remove(array[${of}], null); end if;
      if jsonb_exists(kept, 'staff_id') then return coalesce(${ofStaff} (kept ->> 'staff_id')::uuid), '{}'); end if;
      return '{}';
    end $$;
  create or replace function note_audit(done text, of_table text, of_row text, libraries uuid[], said jsonb, who uuid default acting())
  returns void language plpgsql security definer set search_path = public as $$
    begin
      if done in ('insert', 'update', 'delete') then
        raise exception 'Changes of rows are noted by their trigger' using errcode = 'insufficient_privilege';
      end if;
      perform add_to_audit(done, of_table, of_row, coalesce(libraries, ${ofStaff} case
        when of_table = 'staff' and pg_input_is_valid(of_row, 'uuid') then of_row::uuid else who end), '{}'), said, who);
    end $$;`
}

const findStaff = (withinReach: string) => `
  drop function find_staff;
  create function find_staff(q text, at_most integer) returns setof uuid language sql stable security definer
  set search_path = public as $$
    with asked as (
      select w.words, '%' || regexp_replace(w.words, '([\\\\%_])', '\\\\\\1', 'g') || '%' as part
      from (select plain_words(trim(q)) as words) w),
    known as (
      select s.*, plain_words(name || ' ' || coalesce(email, '') || ' ' || coalesce(initials, '')) as words from staff s)
    select known.id from known, asked
    where asked.words <> '' and (known.words like asked.part or asked.words <% known.words) and (${withinReach})
    order by known.words like asked.part desc, word_similarity(asked.words, known.words) desc, name, id
    limit least(at_most, 500) $$;
  grant create on schema public to filiaal_search;
  alter function find_staff set pg_trgm.word_similarity_threshold = 0.45;
  revoke execute on function find_staff from public;
  grant execute on function find_staff to filiaal_app;
  alter function find_staff owner to filiaal_search;
  revoke create on schema public from filiaal_search;`
