import type { Knex } from 'knex'

/**
 * Files of patrons. The text of a file holds names, so it goes as soon as its rows are taken in, or after a few days; what
 * was wrong stays by line and column, never by what stood there.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    create table patron_file (
      id uuid primary key,
      library_id uuid not null references unit,
      name text not null check (length(name) between 1 and 250),
      digest text not null check (digest ~ '^[0-9a-f]{64}$'),
      content text,
      staff_id uuid,
      staff_name text check (length(staff_name) <= 200),
      at timestamptz not null,
      -- What is done with whoever is known already, once somebody said so.
      known text check (known in ('skip', 'update')),
      taken_at timestamptz);
    create index patron_file_library on patron_file (library_id, at);
    create index patron_file_digest on patron_file (library_id, digest);

    -- A row that did not simply become a patron: what came of it and why, when it was looked at and when it was taken in.
    create table patron_file_line (
      file_id uuid not null references patron_file on delete cascade,
      library_id uuid not null references unit,
      taking boolean not null,
      line integer not null,
      n smallint not null,
      outcome text not null check (outcome in ('faulty', 'double', 'skipped')),
      field text check (length(field) <= 40),
      code text not null check (length(code) <= 40),
      known_id uuid references person on delete set null,
      primary key (file_id, taking, line, n));
    create index patron_file_line_known on patron_file_line (known_id) where known_id is not null;

    call declare_table('patron_file', 'walled');
    call declare_table('patron_file_line', 'walled');
    create policy reach on patron_file using (reaches(library_id));
    create policy reach on patron_file_line using (reaches(library_id));
    grant select, insert on patron_file, patron_file_line to filiaal_app;
    grant update (content, known, taken_at) on patron_file to filiaal_app;

    grant create on schema public to filiaal_search;
    set local role filiaal_search;
    -- Of rows of a file those whose person, number or card is known in its library, whose card is somebody's elsewhere, and
    -- who bears the name of a member of this library born that day. Of people elsewhere it tells nothing.
    create function match_patrons(library uuid, asked jsonb) returns table (n integer, how text, person_id uuid)
    -- A first file comes into an empty table, of which the planner still believes that reading it whole is nothing.
    language sql stable security definer set search_path = public set enable_seqscan = off as $$
      with them as materialized (
        select * from jsonb_to_recordset(asked) as r (n integer, id uuid, number text, card text, name text, born date, kind text))
      select t.n, 'row', p.id from them t join person p on p.id = t.id
      union all
      select t.n, 'number', p.id from them t join person p on p.external_numbers @> to_jsonb(t.number)
      where t.number is not null and p.merged_into is null and p.library_ids @> array[library]
      union all
      select t.n, case when c.library_id = library then 'card' else 'taken' end, case when c.library_id = library then c.person_id end
      from them t join card c on c.number = t.card and c.until_on is null where t.card is not null
      union all
      select t.n, 'double', p.id from them t join person p on p.born_on = t.born
      where t.born is not null and p.merged_into is null and p.library_ids @> array[library] and p.kind = t.kind
        and trim(name_words(p.family_name || ' ' || coalesce(p.first_name, ''))) = trim(name_words(t.name))
      union all
      select t.n, 'double', p.id from them t join person p on p.words like name_words(t.name) || '%'
      where t.kind = 'institution' and p.kind = 'institution' and p.merged_into is null and p.library_ids @> array[library]
        and name_words(p.family_name) = name_words(t.name) $$;
    revoke execute on function match_patrons from public;
    grant execute on function match_patrons to filiaal_job;
    reset role;
    revoke create on schema public from filiaal_search;
    call quicken_walls();
  `)
}

export async function down(knex: Knex) {
  await knex.raw(`
    drop function match_patrons;
    drop table patron_file_line, patron_file;
    delete from table_class where name in ('patron_file_line', 'patron_file')`)
}
