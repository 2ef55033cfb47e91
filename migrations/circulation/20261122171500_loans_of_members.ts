import type { Knex } from 'knex'

/** How many items the members of libraries have out, whoever asks: a preview counts beyond every wall, and names nobody. */
export async function up(knex: Knex) {
  await knex.raw(`
    grant select (member_library_id) on loan to filiaal_search;
    grant create on schema public to filiaal_search;
    set local role filiaal_search;
    create function loans_of_members(libraries uuid[]) returns integer language sql stable security definer set search_path = public as $$
      select count(*)::integer from loan where ended_at is null and member_library_id = any (libraries) $$;
    revoke execute on function loans_of_members from public;
    grant execute on function loans_of_members to filiaal_app;
    reset role;
    revoke create on schema public from filiaal_search;
  `)
}

export async function down(knex: Knex) {
  await knex.raw('drop function loans_of_members')
}
