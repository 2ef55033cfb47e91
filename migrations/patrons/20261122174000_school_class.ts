import type { Knex } from 'knex'

/**
 * Classes of schools are patrons: an institution with a membership, and here what a class is called and how it moves up.
 * Each 1 September they do so; what came of it stands by ids, codes and days, so that it can be put back.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    create table school_class (
      id uuid primary key,
      person_id uuid not null references person,
      membership_id uuid not null references membership,
      library_id uuid not null references unit,
      branch_id uuid not null references unit,
      school text not null check (length(school) between 1 and 70),
      -- K2, 3A, 6: what follows is reckoned from it.
      name text not null check (length(name) between 1 and 20),
      last_grade smallint not null check (last_grade between 1 and 12),
      -- Goes by the same name every year: a class of newcomers.
      stays boolean not null default false,
      version integer not null default 1,
      at timestamptz not null);
    create index school_class_library on school_class (library_id);
    create index school_class_person on school_class (person_id);
    create index school_class_membership on school_class (membership_id);

    create table class_roll (
      id uuid primary key,
      library_id uuid not null references unit,
      -- The school year that begins in September of this year.
      year smallint not null check (year between 2000 and 2200),
      staff_id uuid,
      staff_name text check (length(staff_name) <= 200),
      at timestamptz not null,
      put_back_at timestamptz,
      put_back_name text check (length(put_back_name) <= 200));
    create index class_roll_library on class_roll (library_id, at);

    create table class_roll_line (
      roll_id uuid not null references class_roll on delete cascade,
      class_id uuid not null references school_class on delete cascade,
      library_id uuid not null references unit,
      before text not null,
      -- None: the last year was over.
      after text,
      until_before date not null,
      until_after date not null,
      put_back boolean,
      primary key (roll_id, class_id));
    create index class_roll_line_class on class_roll_line (class_id);

    call declare_table('school_class', 'walled');
    call declare_table('class_roll', 'walled');
    call declare_table('class_roll_line', 'walled');
    create policy reach on school_class using ((select reaches_all()) or array[library_id, branch_id] && (select reach()));
    create policy reach on class_roll using ((select reaches_all()) or array[library_id] && (select reach()));
    create policy reach on class_roll_line using ((select reaches_all()) or array[library_id] && (select reach()));
    grant select, insert on school_class, class_roll, class_roll_line to filiaal_app;
    grant update (person_id, membership_id, school, name, last_grade, stays, version) on school_class to filiaal_app;
    grant update (put_back_at, put_back_name) on class_roll to filiaal_app;
    grant update (put_back) on class_roll_line to filiaal_app;
    grant delete on school_class to filiaal_job;
    call quicken_walls();
  `)
}

export async function down(knex: Knex) {
  await knex.raw(`
    drop table class_roll_line, class_roll, school_class;
    delete from table_class where name in ('class_roll_line', 'class_roll', 'school_class')`)
}
