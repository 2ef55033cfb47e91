import type { Knex } from 'knex'

const wall = (named: string, joined = '', own = '') => `
  drop policy read on ${named};
  create policy read on ${named} using (reaches_any(library_ids)${joined}${own});`
const ofAuthor = ' or reaches_any(branch_ids) or author_id = acting()'
const joined = ' or reaches_any(joined_ids)'

/**
 * A row never moves to another library, but a set that waits may come to bind libraries that joined a group since it was
 * asked. They read it, what of it is theirs, and what the others said to it.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    alter table change_set add column joined_ids uuid[] not null default '{}';
    alter table change_item add column joined_ids uuid[] not null default '{}';
    alter table agreement add column joined_ids uuid[] not null default '{}';
    grant update (joined_ids) on change_item, agreement to filiaal_app;
    ${wall('change_set', joined, ofAuthor)} ${wall('change_item', joined, ofAuthor)} ${wall('agreement', joined)}
    call quicken_walls();`)
}

export async function down(knex: Knex) {
  await knex.raw(`
    ${wall('change_set', '', ofAuthor)} ${wall('change_item', '', ofAuthor)} ${wall('agreement')}
    alter table agreement drop column joined_ids;
    alter table change_item drop column joined_ids;
    alter table change_set drop column joined_ids;
    call quicken_walls();`)
}
