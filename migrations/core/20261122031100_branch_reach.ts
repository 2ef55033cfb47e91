import type { Knex } from 'knex'

/**
 * Some roles reach a single branch. `app.reach` then carries that branch beside the libraries, and what
 * touches a branch is read by whoever reaches its library or the branch itself. `app.shared` carries the
 * libraries of one's cooperation group, for the tables that are open within it.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    create function reaches_shared(library uuid) returns boolean language sql stable as $$
      select reaches(library) or library = any (nullif(current_setting('app.shared', true), '')::uuid[]) $$;

    alter table change_set add column branch_ids uuid[] not null default '{}';
    alter table change_item add column branch_ids uuid[] not null default '{}';
    drop policy read on change_set;
    create policy read on change_set
      using (reaches_any(library_ids) or reaches_any(branch_ids) or author_id = acting());
    drop policy read on change_item;
    create policy read on change_item
      using (reaches_any(library_ids) or reaches_any(branch_ids) or author_id = acting());
    drop policy read on change_touch;
    create policy read on change_touch for select
      using (reaches(library_id) or reaches(unit_id) or (library_id is null and acting() is not null));
    drop policy read on segment;
    create policy read on segment for select using (not walled or reaches(library_id) or reaches(unit_id));
    drop policy close on segment;
    create policy close on segment for update using (not walled or reaches(library_id) or reaches(unit_id));
  `)
}

export async function down(knex: Knex) {
  await knex.raw(`
    drop policy read on change_set; create policy read on change_set using (reaches_any(library_ids) or author_id = acting());
    drop policy read on change_item; create policy read on change_item using (reaches_any(library_ids) or author_id = acting());
    drop policy read on change_touch; create policy read on change_touch for select
      using (reaches(library_id) or (library_id is null and acting() is not null));
    drop policy read on segment; create policy read on segment for select using (not walled or reaches(library_id));
    drop policy close on segment; create policy close on segment for update using (not walled or reaches(library_id));
    alter table change_set drop column branch_ids; alter table change_item drop column branch_ids;
    drop function reaches_shared;
  `)
}
