import type { Knex } from 'knex'

/**
 * Somebody was invited under an address with which another signs in already, out of the inviter's sight. The row
 * stands like any other, so that nothing tells; it signs nobody in, for the address goes on meaning the one it meant.
 * The audit is read by the inviter, too: the column never enters it.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    alter table staff add column doubled boolean not null default false;
    drop index staff_email;
    create unique index staff_email on staff (email) where not doubled;
    drop trigger audit on staff;
    create trigger audit after insert or update or delete on staff for each row execute function write_audit('doubled');
  `)
}

export async function down(knex: Knex) {
  await knex.raw(`
    drop trigger audit on staff;
    create trigger audit after insert or update or delete on staff for each row execute function write_audit();
    drop index staff_email;
    create unique index staff_email on staff (email);
    alter table staff drop column doubled;
  `)
}
