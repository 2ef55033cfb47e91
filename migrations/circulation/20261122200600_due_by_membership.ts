import type { Knex } from 'knex'

/** Due days that move keep out of the school holidays of some types of membership: those are told apart. */
export async function up(knex: Knex) {
  await knex.raw(`
    grant create on schema public to filiaal_search;
    set local role filiaal_search;
    drop function loans_due;
    create function loans_due(branches uuid[], since date, until date, apart text[] default '{}')
    returns table (branch_id uuid, raw_due_on date, due_on date, moved jsonb, membership text, loans integer)
    language sql stable security definer set search_path = public as $$
      select branch_id, raw_due_on, due_on, case when (moved->>'to')::date = due_on then moved end,
        case when membership = any (apart) then membership end, count(*)::integer from loan
      where ended_at is null and due_on >= since and (until is null or due_on <= until) and branch_id = any (branches)
      group by 1, 2, 3, 4, 5 $$;
    revoke execute on function loans_due from public;
    grant execute on function loans_due to filiaal_app;
    reset role;
    revoke create on schema public from filiaal_search`)
}

export async function down(knex: Knex) {
  await knex.raw(`
    grant create on schema public to filiaal_search;
    set local role filiaal_search;
    drop function loans_due;
    create function loans_due(branches uuid[], since date, until date)
    returns table (branch_id uuid, raw_due_on date, due_on date, moved jsonb, loans integer)
    language sql stable security definer set search_path = public as $$
      select branch_id, raw_due_on, due_on, case when (moved->>'to')::date = due_on then moved end, count(*)::integer from loan
      where ended_at is null and due_on >= since and (until is null or due_on <= until) and branch_id = any (branches)
      group by 1, 2, 3, 4 $$;
    revoke execute on function loans_due from public;
    grant execute on function loans_due to filiaal_app;
    reset role;
    revoke create on schema public from filiaal_search`)
}
