import type { Knex } from 'knex'

/**
 * That an item is out is no secret, to whom is one: a function tells the first beyond every wall. Libraries that lend to
 * one another's members take in what those have on loan. And the file that items came in by.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    create policy search on loan for select to filiaal_search using (true);
    grant select (id, item_id, due_on, ended_at) on loan to filiaal_search;
    grant create on schema public to filiaal_search;
    set local role filiaal_search;
    create function items_out(items uuid[]) returns table (item_id uuid, loan_id uuid, due_on date)
    language sql stable security definer set search_path = public as $$
      select item_id, id, due_on from loan where ended_at is null and item_id = any (items)
      union all select item_id, id, due_on from loan where ended_at is null and items is null $$;
    revoke execute on function items_out from public;
    grant execute on function items_out to filiaal_app;
    reset role;
    revoke create on schema public from filiaal_search;

    create policy shared_change on loan for update using (member_library_id = any ((select shared_reach())::uuid[]));

    create table item_file (
      id uuid primary key,
      library_id uuid not null references unit,
      name text not null check (length(name) between 1 and 250),
      content text not null,
      staff_id uuid references staff,
      at timestamptz not null);
    create index item_file_at on item_file (at);
    call declare_table('item_file', 'walled');
    create policy reach on item_file using (reaches(library_id));
    grant select, insert, delete on item_file to filiaal_app;
    call quicken_walls();
  `)
}

export async function down(knex: Knex) {
  await knex.raw(`
    drop table item_file; delete from table_class where name = 'item_file';
    drop policy shared_change on loan;
    drop function items_out; drop policy search on loan; revoke all on loan from filiaal_search`)
}
