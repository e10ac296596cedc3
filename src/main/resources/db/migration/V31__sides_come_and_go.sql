-- Which systems the mapping of a type named at the last start. One that was taken out keeps its copies here, and they do not count.
create table side (
  type      text    not null,
  system    text    not null,
  named     boolean not null,
  stated_to bigint,           -- records up to this id have what they are due there; null: all
  primary key (type, system)
);

-- A system that an older hub was given later got none of the records from before.
insert into side
select c.type, c.system, true,
  case when exists (select 1 from record r where r.type = c.type
    and not exists (select 1 from replica p where p.record_id = r.id and p.system = c.system)) then 0 end
from (select distinct type, system from checkpoint) c;

-- Read to its end before its system was taken out: reading it anew is no first contact with the copies that are known.
alter table checkpoint add column read_before boolean not null default false;
