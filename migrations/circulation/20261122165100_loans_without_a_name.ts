import type { Knex } from 'knex'

/**
 * A loan that is over forgets who it was of: for whoever wants no history after so many days, for the others after so many
 * years, and at once when somebody is erased. The loan stays, so that what was lent can still be counted; what the audit
 * told of it goes, because it says of whom it was.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    create policy retention on loan to filiaal_retention using (true) with check (person_id is null);
    grant select (id, person_id, membership_id, member_library_id, ended_at), update (person_id, membership_id) on loan to filiaal_retention;
    grant create on schema public to filiaal_retention;
    set local role filiaal_retention;
    create function unname_loans(which uuid[]) returns integer language plpgsql security definer set search_path = public as $$
      declare n integer;
      begin
        update loan set person_id = null, membership_id = null where id = any (which) and ended_at is not null;
        get diagnostics n = row_count;
        delete from audit_body b using audit a where a.id = b.audit_id and a.table_name = 'loan' and a.row_id = any (which::text[]);
        return n;
      end $$;
    -- Those of one person, or of them as a member of one library.
    create function forget_loans(whose uuid, of_membership uuid) returns integer language sql security definer set search_path = public as $$
      select unname_loans(array(select id from loan where person_id = whose and (of_membership is null or membership_id = of_membership))) $$;
    revoke execute on function unname_loans, forget_loans from public;
    grant execute on function unname_loans, forget_loans to filiaal_job;
    reset role;
    revoke create on schema public from filiaal_retention;
    call quicken_walls();
  `)
}

export async function down(knex: Knex) {
  await knex.raw(`
    drop function forget_loans, unname_loans; drop policy retention on loan; revoke all on loan from filiaal_retention`)
}
