import type { Knex } from 'knex'

/**
 * What is lent and to whom. An item is open: where a book stands is no secret. A loan belongs to the library that
 * lent, and is read by that of the item and that of the member as well. That an item is out is its open loan,
 * never a status of its own.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    create table item (
      id uuid primary key,
      barcode text not null unique check (barcode ~ '^[0-9A-Z]{4,20}$'),
      title text not null check (length(title) between 1 and 300),
      author text check (length(author) <= 200),
      material text not null check (length(material) <= 12),
      -- The owner, and where it stands now: another branch until it comes home.
      library_id uuid not null references unit,
      branch_id uuid not null references unit,
      at_branch_id uuid not null references unit,
      shelf text check (length(shelf) <= 60),
      price_cents integer check (price_cents between 0 and 10000000),
      bought_on date,
      -- Binnen, vermist, in bestelling, magazijn, transport, reservering klaar, afgeschreven.
      status text not null default 'in' check (status in ('in', 'missing', 'on-order', 'stack', 'transit', 'hold-shelf', 'written-off')),
      sub_status text check (sub_status in ('billed', 'bill-paid', 'claimed', 'lost', 'damaged')),
      not_for_loan boolean not null default false,
      adults_only boolean not null default false,
      hidden boolean not null default false,
      no_holds boolean not null default false,
      damage text check (length(damage) <= 300),
      attachment text check (length(attachment) <= 300),
      bill_text text check (length(bill_text) <= 300),
      memo text check (length(memo) <= 1000),
      written_off_on date,
      version integer not null default 1,
      at timestamptz not null,
      words text not null generated always as (name_words(title || ' ' || coalesce(author, '') || ' ' || barcode)) stored,
      check ((status = 'written-off') = (written_off_on is not null)));
    create index item_words on item using gin (words gin_trgm_ops);
    create index item_branch on item (branch_id, title, id);
    create index item_library on item (library_id, material);

    create table loan (
      id uuid primary key,
      library_id uuid not null references unit,
      branch_id uuid not null references unit,
      item_id uuid not null references item,
      item_library_id uuid not null references unit,
      person_id uuid references person,
      membership_id uuid references membership,
      member_library_id uuid not null references unit,
      member_branch_id uuid not null references unit,
      -- By which types the rules saw it: the member's as the lending library treats it, and the item's.
      membership text not null check (length(membership) <= 12),
      material text not null check (length(material) <= 12),
      channel text not null check (channel in ('desk', 'self-service', 'online', 'offline', 'system')),
      session_id uuid,
      staff_id uuid,
      lent_at timestamptz not null,
      -- The day from which the term counts: of lending, or of the last renewal.
      term_on date not null,
      lent_on date not null,
      raw_due_on date not null,
      due_on date not null,
      -- What the day rests on: version of the configuration, rule line with its unit, shifts and their causes.
      term jsonb not null,
      renewals smallint not null default 0,
      -- Up to this day nothing counts: frozen while a branch is closed.
      frozen_from date, frozen_to date,
      claimed_at timestamptz,
      lost_at timestamptz,
      ended_at timestamptz,
      ended_as text check (ended_as in ('returned', 'undone', 'passed-on', 'lost', 'written-off')),
      returned_on date,
      return_branch_id uuid references unit,
      fine_cents integer check (fine_cents >= 0),
      fine jsonb,
      version integer not null default 1,
      check ((ended_at is null) = (ended_as is null)),
      check (due_on >= lent_on),
      check ((ended_as is not distinct from 'returned') = (returned_on is not null)));
    -- An item is out once: of two desks that scan it at once, one is told.
    create unique index loan_open_item on loan (item_id) where ended_at is null;
    create index loan_open_person on loan (person_id, due_on) where ended_at is null;
    create index loan_open_branch on loan (branch_id, due_on) where ended_at is null;
    create index loan_person on loan (person_id, lent_at);
    create index loan_item on loan (item_id, lent_at);
    create index loan_ended on loan (ended_at) where person_id is not null and ended_at is not null;

    -- Each time a due day came about or was moved: lent, renewed, shifted by a closing; and what it rested on then.
    create table loan_step (
      id uuid primary key,
      loan_id uuid not null references loan,
      library_id uuid not null references unit,
      branch_id uuid not null references unit,
      item_library_id uuid not null references unit,
      member_library_id uuid not null references unit,
      act text not null check (act in ('lent', 'renewed', 'moved', 'moved-back', 'claimed', 'found', 'lost', 'returned', 'undone', 'passed-on')),
      due_before date,
      due_after date,
      term jsonb,
      -- The set of changes whose run moved it.
      set_id uuid,
      reason text check (length(reason) <= 500),
      staff_id uuid,
      at timestamptz not null);
    create index loan_step_loan on loan_step (loan_id, at);
    create index loan_step_set on loan_step (set_id) where set_id is not null;

    call declare_table('item', 'open', true, array['words']);
    call declare_table('loan', 'walled', true);
    call declare_table('loan_step', 'walled', false);
    create policy reach on loan using (reaches(library_id) or reaches(branch_id) or reaches(item_library_id)
      or reaches(member_library_id) or reaches(member_branch_id));
    create policy shared on loan for select using (member_library_id = any ((select shared_reach())::uuid[]));
    create policy reach on loan_step using (reaches(library_id) or reaches(branch_id) or reaches(item_library_id)
      or reaches(member_library_id));

    grant select, insert on item, loan, loan_step to filiaal_app;
    grant update (title, author, material, branch_id, at_branch_id, shelf, price_cents, bought_on, status, sub_status,
      not_for_loan, adults_only, hidden, no_holds, damage, attachment, bill_text, memo, written_off_on, version)
      on item to filiaal_app;
    grant update (branch_id, person_id, membership_id, membership, term_on, raw_due_on, due_on, term, renewals, frozen_from,
      frozen_to, claimed_at, lost_at, ended_at, ended_as, returned_on, return_branch_id, fine_cents, fine, version)
      on loan to filiaal_app;
    call quicken_walls();
  `)
}

export async function down(knex: Knex) {
  await knex.raw(`drop table loan_step, loan, item; delete from table_class where name in ('loan_step', 'loan', 'item')`)
}
