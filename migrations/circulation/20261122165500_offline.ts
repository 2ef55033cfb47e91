import type { Knex } from 'knex'

/**
 * What a desk did while it had no server: numbers of cards and items, and when. A card's number stands here until its act
 * is settled; from then on the loan says who.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    create table offline_batch (
      id uuid primary key,
      library_id uuid not null references unit,
      branch_id uuid not null references unit,
      device text not null check (length(device) between 1 and 60),
      -- How old the dates were by which the desk went.
      prepared_at timestamptz,
      staff_id uuid references staff,
      at timestamptz not null);
    create index offline_batch_branch on offline_batch (branch_id, at);

    create table offline_act (
      id uuid primary key,
      batch_id uuid not null references offline_batch on delete cascade,
      library_id uuid not null references unit,
      branch_id uuid not null references unit,
      act text not null check (act in ('lend', 'return')),
      at timestamptz not null,
      item text not null check (item ~ '^[0-9A-Z]{4,20}$'),
      card text check (card ~ '^[0-9A-Z]{4,20}$'),
      person_id uuid references person,
      -- The day that was said aloud.
      told_due_on date,
      -- Overtaken: something later happened to the item, and stands.
      state text not null default 'waiting' check (state in ('waiting', 'done', 'asks', 'refused', 'overtaken', 'left')),
      faults jsonb not null default '[]',
      loan_id uuid references loan,
      note text check (length(note) <= 300),
      settled_by uuid references staff,
      settled_at timestamptz,
      check (act = 'lend' or card is null));
    create index offline_act_batch on offline_act (batch_id);
    create index offline_act_waiting on offline_act (branch_id, at, id) where state = 'waiting';
    create index offline_act_item on offline_act (item, at);
    create index offline_act_person on offline_act (person_id) where person_id is not null;
    create index offline_act_card on offline_act (card) where card is not null;

    call declare_table('offline_batch', 'walled', false);
    call declare_table('offline_act', 'walled', false);
    create policy reach on offline_batch using (reaches(library_id) or reaches(branch_id));
    create policy reach on offline_act using (reaches(library_id) or reaches(branch_id));
    grant select, insert on offline_batch, offline_act to filiaal_app;
    grant delete on offline_batch to filiaal_app;
    grant update (card, person_id, state, faults, loan_id, note, settled_by, settled_at, item) on offline_act to filiaal_app;
    call quicken_walls();
  `)
}

export async function down(knex: Knex) {
  await knex.raw(`drop table offline_act, offline_batch; delete from table_class where name in ('offline_act', 'offline_batch')`)
}
