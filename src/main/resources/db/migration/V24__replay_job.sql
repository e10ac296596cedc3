-- Bulk replays, of which one at a time runs; what a process that ended did stays to be asked for.
create table replay_job (
  id          bigint generated always as identity primary key,
  state       text not null,        -- RUNNING, DONE, CANCELLED, STOPPED, INTERRUPTED
  conditions  text not null,        -- the filter as it was typed; empty: the whole queue
  at_most     int not null,
  per_second  int not null,
  who         text not null,
  reason      text not null,
  sentence    text,                 -- why it ended so, where there is something to say
  taken       int not null default 0,
  refused     int not null default 0,
  written     int not null default 0,
  failed      int not null default 0,
  under_way   int not null default 0,
  last_letter bigint not null default 0, -- the last that it came to
  not_reached int,                  -- letters that it did not come to; null while it runs
  began_at    timestamptz not null,
  ended_at    timestamptz,
  seen_at     timestamptz not null  -- when its process last said that it runs
);
create unique index replay_job_running on replay_job (state) where state = 'RUNNING';
