import type { Knex } from 'knex'

/** How many loans fall due where and when, whoever asks: a preview counts beyond every wall, and names nobody. */
export async function up(knex: Knex) {
  await knex.raw(`
    grant select (branch_id, raw_due_on) on loan to filiaal_search;
    grant create on schema public to filiaal_search;
    set local role filiaal_search;
    create function loans_due(branches uuid[], since date)
    returns table (branch_id uuid, raw_due_on date, due_on date, loans integer)
    language sql stable security definer set search_path = public as $$
      select branch_id, raw_due_on, due_on, count(*)::integer from loan
      where ended_at is null and due_on >= since and branch_id = any (branches)
      group by branch_id, raw_due_on, due_on $$;
    revoke execute on function loans_due from public;
    grant execute on function loans_due to filiaal_app;
    reset role;
    revoke create on schema public from filiaal_search;
  `)
}

export async function down(knex: Knex) {
  await knex.raw('drop function loans_due')
}
