-- The business keys that a record's reference fields hold, as agreed; the parent need not exist.
create table reference (
  record_id bigint not null references record on delete cascade,
  field     text   not null,
  type      text   not null,      -- of the record that refers
  to_type   text   not null,
  to_key    text   not null,
  primary key (record_id, field)
);
create index reference_to on reference (to_type, to_key);

-- The reference fields whose parents must be in the same system before the write that is due.
alter table replica add column awaits text[];
alter table replica add column due_since timestamptz;

-- Keys of parents that changed, until the references of a type of children have followed.
create table rename (
  id      bigint generated always as identity primary key,
  type    text not null,          -- of the children
  to_type text not null,
  old_key text not null,
  new_key text not null,
  system  text not null,          -- where the key was edited, by which reading
  reading bigint not null,
  not_before timestamptz not null,
  not_after  timestamptz not null
);
create index rename_type on rename (type, id);
