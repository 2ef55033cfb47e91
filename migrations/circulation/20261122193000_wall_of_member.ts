import type { Knex } from 'knex'

/**
 * A loan knows the library of the membership it hangs on. When that becomes one of another library, because two became one
 * or parted again, so does the loan: the desk that lends to its members reads it.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    create function follow_wall_of_loan() returns trigger language plpgsql set search_path = public as $$
      begin
        new.member_library_id := coalesce((select m.library_id from membership m where m.id = new.membership_id), new.member_library_id);
        return new;
      end $$;
    create trigger follow_wall before update of membership_id on loan for each row
      when (new.membership_id is not null and new.membership_id is distinct from old.membership_id) execute function follow_wall_of_loan();`)
}

export async function down(knex: Knex) {
  await knex.raw(`drop trigger follow_wall on loan; drop function follow_wall_of_loan`)
}
