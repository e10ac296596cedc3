-- How each field of a system was read last, and since which tick: what is known of a copy from before is of another mapping.
create table field_form (
  type         text   not null,
  system       text   not null,
  field        text   not null,
  place        text   not null,
  form         text   not null,
  mapped_since bigint not null,
  read_since   bigint not null,
  primary key (type, system, field)
);
