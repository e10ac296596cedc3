-- Records whose derived fields are to be worked out again: written in the transaction that changed
-- a child. The same record may stand here often, so that no writer ever waits for another.
create table rollup_due (
  id   bigint generated always as identity,
  type text   not null,
  key  text   not null,
  primary key (type, id)
);
create index rollup_due_key on rollup_due (type, key);

-- The roll-ups by which all records of a type were marked last.
create table rollup_form (
  type text primary key,
  form text not null
);
