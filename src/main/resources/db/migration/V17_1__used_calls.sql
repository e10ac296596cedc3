-- What a hub used of a system's budget, by slices of the budget's window: a restart goes on with it.
create table used_calls (
  hub      text not null,
  system   text not null,
  began_at timestamptz not null,   -- of the slice
  urgency  text not null,          -- CHANGE, NEWS, BULK
  calls    bigint not null,        -- never less than were made
  primary key (hub, system, began_at, urgency)
);
