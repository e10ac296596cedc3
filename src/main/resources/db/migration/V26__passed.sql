-- Changes that the guard on mass change let pass, while they count; lost in a crash, where the count begins anew.
create unlogged table passed (
  type       text not null,
  system     text not null,
  location   text not null,
  at         timestamptz not null,
  copies     int  not null,
  native_ids text[] not null
);
create index passed_lately on passed (type, system, at);
