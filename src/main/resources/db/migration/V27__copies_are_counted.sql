-- How many linked copies a place has, kept up with every change: to count 20,000 rows whenever one of them was edited takes longer than all else.
create table linked (
  type     text not null,
  system   text not null,
  location text not null,
  copies   int  not null,
  primary key (type, system, location)
);
insert into linked
select type, system, location, count(*) from replica where state = 'LINKED' group by type, system, location;

-- Attempts come and go like a queue's: what looks for the few that were lost must not pass the many that were settled.
create index attempt_running on attempt (type, lease_until) where lost_at is null;
create index attempt_lost on attempt (type, id) where lost_at is not null;
alter table attempt set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
