-- The few strays that are to be read again are found among the many that are not.
create index stray_again on stray (type, system) where look_again;
