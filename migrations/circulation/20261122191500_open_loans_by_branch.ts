import type { Knex } from 'knex'

/**
 * What a preview looks at of running loans comes in one text a branch: hardly two loans are alike in branch, line and both
 * days, so grouping them took time and saved none, and a hundred thousand rows took longer to read than to count. A line is
 * membership, material, day of the loan and due day since 1970, age on the first late day where that was asked, and the
 * periods over which its fine stands still; never who.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    grant select (person_id) on loan to filiaal_search;
    grant create on schema public to filiaal_search;
    set local role filiaal_search;
    drop function loans_by_line;
    create function open_loans(branches uuid[], aged uuid[], since date, until date) returns table (branch_id uuid, loans text)
    language sql stable security definer set search_path = public as $$
      select branch_id, string_agg(membership || E'\\t' || material || E'\\t' || (lent_on - date '1970-01-01')
          || E'\\t' || (due_on - date '1970-01-01') || E'\\t'
          || case when branch_id = any (aged) then
               coalesce((select extract(year from age(due_on + 1, born_on))::text from person where id = person_id), '') else '' end
          || E'\\t' || coalesce(nullif(frozen, '{}')::text, ''), E'\\n')
      from loan
      where ended_at is null and (since is null or due_on >= since) and (until is null or due_on <= until)
        and branch_id = any (branches)
      group by branch_id $$;
    revoke execute on function open_loans from public;
    grant execute on function open_loans to filiaal_app;
    reset role;
    revoke create on schema public from filiaal_search;

    create index loan_open_bare on loan (branch_id, due_on)
      include (raw_due_on, lent_on, membership, material, person_id, moved, frozen) where ended_at is null;
    drop index loan_open_alike`)
}

export async function down(knex: Knex) {
  await knex.raw(`
    create index loan_open_alike on loan (branch_id, due_on) include (raw_due_on, lent_on, membership, material, moved, frozen)
      where ended_at is null;
    drop index loan_open_bare;
    drop function open_loans;
    create function loans_by_line(branches uuid[], since date, until date)
    returns table (branch_id uuid, membership text, material text, lent_on date, due_on date, frozen jsonb, loans integer)
    language sql stable security definer set search_path = public as $$
      select branch_id, membership, material, lent_on, due_on, frozen, count(*)::integer from loan
      where ended_at is null and (since is null or due_on >= since) and (until is null or due_on <= until)
        and branch_id = any (branches)
      group by 1, 2, 3, 4, 5, 6 $$;
    alter function loans_by_line owner to filiaal_search;
    revoke execute on function loans_by_line from public;
    grant execute on function loans_by_line to filiaal_app`)
}
