import type { Knex } from 'knex'

/**
 * The same walls, asked in one look: reach and the units of a row are compared as lists. Every `reaches(…)` in a policy
 * becomes two sub-plans, and to plan ten of those took longer than to find the row.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    alter policy reach on person using ((select reaches_all()) or library_ids && (select reach()) or branch_ids && (select reach()));
    ${['membership', 'membership_period', 'card', 'patron_note'].map(table =>
      `alter policy reach on ${table} using ((select reaches_all()) or array[library_id, branch_id] && (select reach()));`).join('\n')}
  `)
}

export async function down() {
  // The walls stay as they are: they say the same, only sooner.
}
