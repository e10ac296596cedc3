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
