-- Copies whose changes the guard on mass change keeps from being merged.
create table kept (
  type      text not null,
  system    text not null,
  native_id text not null,
  location  text not null,
  missing   boolean not null,       -- deleted, as far as a sweep can tell
  mark      text not null,
  since     timestamptz not null,
  primary key (type, system, native_id)
);

-- Where it waits for a person.
create table stop (
  type     text not null,
  system   text not null,
  location text not null,
  since    timestamptz not null,
  at_most  int  not null,           -- how many may change without a question
  primary key (type, system, location)
);
