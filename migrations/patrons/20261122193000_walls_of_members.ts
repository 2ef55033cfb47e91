import type { Knex } from 'knex'

/**
 * A card, a class and a line of the history stand behind the wall of the membership they hang on. When that becomes
 * one of another library, because two became one or parted again, so do they; nobody else moves a row to another library.
 */
const hanging = ['card', 'school_class', 'membership_period']

export async function up(knex: Knex) {
  for (const table of hanging) await knex.raw(`
    create function follow_wall_of_${table}() returns trigger language plpgsql set search_path = public as $$
      begin
        new.library_id := coalesce((select m.library_id from membership m where m.id = new.membership_id), new.library_id);
        return new;
      end $$;
    create trigger follow_wall before update of membership_id on ${table} for each row
      when (new.membership_id is not null and new.membership_id is distinct from old.membership_id) execute function follow_wall_of_${table}();`)
}

export async function down(knex: Knex) {
  for (const table of hanging) await knex.raw(`drop trigger follow_wall on ${table}; drop function follow_wall_of_${table}`)
}
