import type { Knex } from 'knex'

/** What the helpdesk mended before it approved, and a day that moved on, as old and new in each language. */
export async function up(knex: Knex) {
  await knex.raw(`
    alter table request_note drop constraint request_note_kind_check;
    alter table request_note add constraint request_note_kind_check
      check (kind in ('comment', 'internal', 'question', 'answer', 'move', 'adjusted'));
    alter table request_note add column changes jsonb not null default '[]';
    -- What is done elsewhere may become something else, as long as it waits for the helpdesk's word.
    grant delete on request_task to filiaal_app;
  `)
}

export async function down(knex: Knex) {
  await knex.raw(`
    revoke delete on request_task from filiaal_app;
    update request_note set kind = 'move' where kind = 'adjusted';
    alter table request_note drop column changes;
    alter table request_note drop constraint request_note_kind_check;
    alter table request_note add constraint request_note_kind_check
      check (kind in ('comment', 'internal', 'question', 'answer', 'move'));
  `)
}
