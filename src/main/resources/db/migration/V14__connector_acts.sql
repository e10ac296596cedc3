-- What administrators did to connectors, in their order; the last pause or resume of a system counts.
create table connector_act (
  id     bigint generated always as identity primary key,
  at     timestamptz not null,
  system text not null,
  act    text not null,             -- PAUSED, RESUMED, POLLED, RESET
  who    text not null,
  reason text not null,
  note   text                       -- what exactly was done, where the act does not say it all
);
create index connector_act_pause on connector_act (system, id desc) where act in ('PAUSED', 'RESUMED');
